/**
 * What we watch, and how often.
 *
 * <p>{@link org.onrecord.source.SourceCatalog} reads {@code config/sources.yaml} into {@link org.onrecord.source.Source}
 * records. A new kind of source starts here: a record permitted by {@code Source}, and the compiler lists the rest.
 */
@NullMarked
package org.onrecord.source;

import org.jspecify.annotations.NullMarked;

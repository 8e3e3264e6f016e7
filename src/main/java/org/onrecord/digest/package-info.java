/**
 * What is new for whom: rendered as a mail and handed to a channel, once.
 *
 * <p>{@link org.onrecord.digest.DigestCatalog} reads {@code config/digests.yaml}; {@link org.onrecord.digest.DigestEditor}
 * finds what is new for one subscriber; {@link org.onrecord.digest.MailComposer} makes a mail of it; a
 * {@link org.onrecord.digest.Channel} hands that over. When all this happens, and that nothing goes out twice, is the matter
 * of {@code job} and {@code state}. A new output starts as a {@code Channel}. The only package that knows a mail library.
 */
@NullMarked
package org.onrecord.digest;

import org.jspecify.annotations.NullMarked;

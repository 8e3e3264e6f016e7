/**
 * Who and what is known by name: actors, products, policies and issues, as {@code config/} lists them.
 *
 * <p>{@link org.onrecord.registry.Registry} is read from {@code actors.yaml}, {@code congress.yaml} and
 * {@code issues.yaml}; {@link org.onrecord.registry.CongressImport} makes {@code congress.yaml} anew from the public
 * congress-legislators data. What is found in texts beyond the registry is the tagger's matter.
 */
@NullMarked
package org.onrecord.registry;

import org.jspecify.annotations.NullMarked;

/**
 * Reads the YAML files that a person edits, and says everything that is wrong with them at once.
 *
 * <p>{@link org.onrecord.config.ConfigFile} checks one file against its JSON Schema (the same that editors use) and
 * hands out the values with their places; the packages that own a file turn it into their records and add what a schema
 * cannot say as further {@link org.onrecord.config.Problem}s. Knows no other package of ours.
 */
@NullMarked
package org.onrecord.config;

import org.jspecify.annotations.NullMarked;

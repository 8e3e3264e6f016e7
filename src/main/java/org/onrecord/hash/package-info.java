/**
 * The hash that tells whether two things are the same, and proves that words are ours.
 *
 * <p>{@link org.onrecord.hash.Sha256} hashes bytes and texts, {@link org.onrecord.hash.HmacSha256} does so with a key. What
 * is hashed, and how much of the hash is kept, is for those to say who store or send it. Knows no other package of ours.
 */
@NullMarked
package org.onrecord.hash;

import org.jspecify.annotations.NullMarked;

/** A text in sentences, words and quotation marks, and the word lists that all rooms of the tagger read. */
@NullMarked
package org.onrecord.tag.text;

import org.jspecify.annotations.NullMarked;

/**
 * When something was or will be: the words of running text that tell a day, month, quarter or year. Start at {@link
 * org.onrecord.tag.time.TimeExpression}.
 */
@NullMarked
package org.onrecord.tag.time;

import org.jspecify.annotations.NullMarked;

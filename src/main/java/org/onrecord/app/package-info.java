/**
 * The program: commands, settings, and the one place where objects are made and joined.
 *
 * <p>{@link org.onrecord.app.Main} starts it. Everybody else is unknown to the other packages' classes.
 */
@NullMarked
package org.onrecord.app;

import org.jspecify.annotations.NullMarked;

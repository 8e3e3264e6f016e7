/** Things that fail on purpose, for tests of what is left then. */
@NullMarked
package org.onrecord.faults;

import org.jspecify.annotations.NullMarked;

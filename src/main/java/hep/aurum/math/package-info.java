/** Hold numbers without physics; each sub-room says what it is for. */
@NullMarked
package hep.aurum.math;

import org.jspecify.annotations.NullMarked;

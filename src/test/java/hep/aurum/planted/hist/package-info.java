/** Break the rules of the house on purpose. */
@NullMarked
package hep.aurum.planted.hist;

import org.jspecify.annotations.NullMarked;

/** Break the rules of the house on purpose. */
@NullMarked
package hep.aurum.planted.util;

import org.jspecify.annotations.NullMarked;

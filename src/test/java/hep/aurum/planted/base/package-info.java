/** Break the rules of the house on purpose. */
@NullMarked
package hep.aurum.planted.base;

import org.jspecify.annotations.NullMarked;

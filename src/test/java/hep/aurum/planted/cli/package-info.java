/** Break the rules of the house on purpose. */
@NullMarked
package hep.aurum.planted.cli;

import org.jspecify.annotations.NullMarked;

/** Write and read documents that other programs understand; one package for each format. */
@NullMarked
package hep.aurum.format;

import org.jspecify.annotations.NullMarked;

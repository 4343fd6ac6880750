/** Offer Aurum to people at a shell: one command for each verb, exit codes that scripts can rely on. */
@NullMarked
package hep.aurum.cli;

import org.jspecify.annotations.NullMarked;

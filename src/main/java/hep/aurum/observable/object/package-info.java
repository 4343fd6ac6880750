/**
 * Hold what a detector saw of one event, and the names by which a physicist calls it.
 *
 * <p>A {@link hep.aurum.observable.object.ParticleClass} is a name for a set of PDG ids ({@code photon}, {@code jet});
 * {@link hep.aurum.observable.object.ParticleClasses} are all names of a study, with the list of what leaves no trace in
 * the detector. A {@link hep.aurum.observable.object.Reconstruction} is one event at detector level: objects sorted by
 * descending transverse momentum, and the missing transverse momentum.
 *
 * <p>A row of a table fills the same type, with the place of each object in its collection: see
 * {@code hep.aurum.observable.collection}.
 */
@NullMarked
package hep.aurum.observable.object;

import org.jspecify.annotations.NullMarked;

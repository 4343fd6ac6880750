/**
 * Describe particles and their kinematics: four-vectors in GeV, PDG ids, angles in radians.
 *
 * <p>A {@link hep.aurum.physics.FourVector} is immutable; a {@link hep.aurum.physics.Particle} is one with an id and a status;
 * {@link hep.aurum.physics.PdgIds} says what an id stands for.
 *
 * <pre>{@code
 * double mass = photon1.momentum().plus(photon2.momentum()).mass();
 * }</pre>
 *
 * <p>Functions of two or more vectors that an analysis asks for are in {@code observable.expression}.
 */
@NullMarked
package hep.aurum.physics;

import org.jspecify.annotations.NullMarked;

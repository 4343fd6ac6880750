/**
 * Describe particles and their kinematics: four-vectors in GeV, PDG ids, angles in radians.
 */
@NullMarked
package hep.aurum.physics;

import org.jspecify.annotations.NullMarked;

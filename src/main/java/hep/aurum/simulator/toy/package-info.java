/**
 * Offer small simulators whose every answer is known: what learns from them can be held against the truth.
 *
 * <ul>
 *   <li>{@link hep.aurum.simulator.toy.EftToy}: operators that deform a spectrum, with exact morphing and exact detector
 *       smearing, in one to three parameters;
 *   <li>{@link hep.aurum.simulator.toy.BumpToy}: a resonance on a falling background, whose strength is the parameter;
 *   <li>{@link hep.aurum.simulator.toy.GaussianToy}: one latent, one observable, for audits of labels.
 * </ul>
 *
 * <pre>{@code
 * Toy toy = ToyCatalogue.create("eft-toy", Map.of("parameters", 2.0, "smearing", 0.5));
 * double logR = toy.truth().logRatio(x, theta0, theta1);
 * }</pre>
 */
@NullMarked
package hep.aurum.simulator.toy;

import org.jspecify.annotations.NullMarked;

/**
 * Offer small simulators whose every answer is known: what learns from them can be held against the truth.
 *
 * <ul>
 *   <li>{@link hep.aurum.simulator.toy.EftToy}: operators that deform a spectrum, with exact morphing and exact detector
 *       smearing, in one to three parameters;
 *   <li>{@link hep.aurum.simulator.toy.BumpToy}: a resonance on a falling background, whose strength is the parameter;
 *   <li>{@link hep.aurum.simulator.toy.InterferenceToy}: a signal in the correlation of two observables;
 *   <li>{@link hep.aurum.simulator.toy.GaussianToy}: one latent, one observable, for audits of labels;
 *   <li>{@link hep.aurum.simulator.toy.GaltonBoard}: twenty discrete latents, the bench of "Mining gold";
 *   <li>{@link hep.aurum.simulator.toy.CarlMixture} and {@link hep.aurum.simulator.toy.Carl5d}: the benches of carl;
 *   <li>{@link hep.aurum.simulator.toy.LatentGaussian}: ten observables, two parameters;
 *   <li>{@link hep.aurum.simulator.toy.LensingToy}: a varying number of latents;
 *   <li>{@link hep.aurum.simulator.toy.SignedPair}: two densities without parameters, one with weights of both signs.
 * </ul>
 *
 * <p>The first three are {@link hep.aurum.simulator.toy.Toy toys} that also write events to files and have options;
 * {@link hep.aurum.simulator.toy.ToyCatalogue} finds them. {@link hep.aurum.simulator.toy.Simulators} finds every simulator
 * by name, with its exact likelihood. To add one, implement {@link hep.aurum.simulator.SolvedSimulator} and add its name
 * there; the test of the catalogue then holds its labels against its truth.
 *
 * <pre>{@code
 * Toy toy = ToyCatalogue.create("eft-toy", Map.of("parameters", 2.0, "smearing", 0.5));
 * double logR = toy.truth().logRatio(x, theta0, theta1);
 * SolvedSimulator galton = Simulators.named("galton");
 * }</pre>
 */
@NullMarked
package hep.aurum.simulator.toy;

import org.jspecify.annotations.NullMarked;

/**
 * Run a simulator in process: observables x, latents z, and how probable both are at any θ.
 *
 * <p>A {@link hep.aurum.simulator.Simulator} knows \(\log p(x,z|\theta)\). A {@link hep.aurum.simulator.PolynomialProcess}
 * is an event generator whose weights are polynomials in θ, as those of an effective field theory are; it can write its events
 * down as particles, so that the road through a file gives the same answer as the road in memory. Where the likelihood of x
 * is known in closed form, {@link hep.aurum.simulator.ExactTruth} gives it; a simulator that has one is a
 * {@link hep.aurum.simulator.SolvedSimulator}.
 *
 * <p>Legend of shapes: {@code d} observables, {@code l} latents, {@code k} parameters, {@code m} monomials.
 *
 * <p>To add a simulator, implement {@code Simulator}; the sample room labels its events and audits the labels.
 */
@NullMarked
package hep.aurum.simulator;

import org.jspecify.annotations.NullMarked;

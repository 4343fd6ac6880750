/**
 * Turn generated particles into what a detector sees, by transfer functions.
 *
 * <p>A {@link hep.aurum.observable.detector.Detector} is a list of
 * {@link hep.aurum.observable.detector.ObjectResponse}s by particle class (acceptance, efficiency, resolution),
 * {@link hep.aurum.observable.detector.NoiseObjects} from other collisions, and noise of the missing transverse momentum.
 * The generated particles stay latent; only the {@link hep.aurum.observable.object.Reconstruction} is handed on.
 *
 * <pre>{@code
 * Detector detector = Detector.ideal(ParticleClasses.standard())
 *         .with("jet", ObjectResponse.ideal()
 *                 .withAcceptance(20, 5)
 *                 .withPtResolution("sqrt((0.8 / sqrt(pt))^2 + 0.05^2)"))
 *         .with("photon", ObjectResponse.ideal().withEfficiency("if(abs(eta) < 2.5, 0.9, 0)"));
 * Reconstruction seen = detector.reconstruct(event, streams, event.number(), 0);
 * }</pre>
 *
 * <p>Every event has a stream of random numbers of its own, keyed by the event and the copy, so the response of an event
 * does not depend on threads nor on which other events are read. Copies are independent responses to the same event.
 */
@NullMarked
package hep.aurum.observable.detector;

import org.jspecify.annotations.NullMarked;

/**
 * Make x, what an analysis learns from: a detector's response to an event, cuts, and observables.
 *
 * <pre>{@code
 * ParticleClasses classes = ParticleClasses.standard();
 * Scope scope = Scope.of(classes);
 * Detector detector = Detector.ideal(classes)
 *         .with("jet", ObjectResponse.ideal().withPtResolution("0.8 / sqrt(pt)"));
 * Selection selection = Selection.of(List.of("count(photon) >= 2", "pt(photon[1]) > 30"), scope);
 * ObservableSet observables = ObservableSet.of(List.of(
 *         Observable.of("m_yy", "mass(photon[1] + photon[2])", scope),
 *         Observable.of("dphi_jj", "signedDeltaPhi(jet[1], jet[2])", scope).withDefault(0)));
 * EventAnalysis analysis = EventAnalysis.of(detector, selection, observables, RandomStreams.of(seed));
 *
 * double[] x = new double[observables.size()];
 * boolean selected = analysis.evaluate(event, event.number(), 0, x);
 * }</pre>
 *
 * <p>Rooms within: {@code object} (what was seen), {@code collection} (objects in the columns of
 * tables), {@code expression} (the language), {@code detector} (the response).
 * Everything is immutable and safe for any number of threads, except {@link hep.aurum.observable.CutFlow}, of which each
 * task has its own, and an array of results. Shapes: {@code d} observables.
 *
 * <p>A number that is missing or not finite never becomes a feature: a missing object gives the observable's declared
 * default, and everything else is a failure that names the event, the observable and the remedy.
 */
@NullMarked
package hep.aurum.observable;

import org.jspecify.annotations.NullMarked;

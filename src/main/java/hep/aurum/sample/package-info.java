/**
 * Turn events into labelled training data: the joint ratio, the joint score, and the audit that must pass before anything
 * is trained on them.
 *
 * <p>A {@link hep.aurum.sample.SampleBuilder} collects selected events of a file; {@link hep.aurum.sample.SimulatedSample} draws
 * them in process; {@link hep.aurum.sample.MixtureWeights} combines samples generated at several points. The result is an
 * {@link hep.aurum.sample.EventSample}, which {@link hep.aurum.sample.Split} divides by generator event,
 * {@link hep.aurum.sample.PolynomialLabels} labels, {@link hep.aurum.sample.LabelAudit} examines, and from which
 * {@link hep.aurum.sample.PseudoData} draws experiments.
 *
 * <p>Where events carry weights of systematic variations, {@link hep.aurum.sample.NuisanceColumns} collects them as {@link
 * hep.aurum.sample.NuisanceWeights}, and {@link hep.aurum.sample.SystematicEvents} is the sample with nuisances for parameters
 * beside those of the theory: training and audit take it like any other {@link hep.aurum.sample.MinedEvents}.
 *
 * <p>Where events carry no weights, {@link hep.aurum.sample.PointGrid} labels those of several points by the point alone, and {@link
 * hep.aurum.sample.TraceTable} reads joint ratio and joint score that a simulator mined elsewhere, which {@link
 * hep.aurum.sample.TraceAudit} examines.
 *
 * <p>What is larger than memory stays on disk: {@link hep.aurum.sample.StoredEvents} are weighted events in a folder, {@link
 * hep.aurum.sample.LabelledFolder} holds examples that were labelled once.
 *
 * <pre>{@code
 * EventSample sample = builder.build(1.0 / builder.generated());
 * LabelAudit.of(sample).run(streams).require();
 * Split split = Split.of(sample, Split.usualFractions(), streams);
 * JointLabels labels = PolynomialLabels.of(split.part(Part.TRAINING));
 * PseudoData data = PseudoData.draw(split.part(Part.PSEUDO_DATA), sample, 300, theta, streams, 0);
 * }</pre>
 *
 * <p>Legend of shapes: {@code n} events, {@code d} features, {@code k} parameters, {@code m} monomials.
 */
@NullMarked
package hep.aurum.sample;

import org.jspecify.annotations.NullMarked;

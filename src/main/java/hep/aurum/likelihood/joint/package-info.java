/**
 * Hold channels of single events and binned channels in one likelihood, with shared parameters and constraints.
 *
 * <p>A {@link hep.aurum.likelihood.joint.JointModel} is a {@link hep.aurum.likelihood.StatisticalModel}: everything that tests a binned
 * model tests it. Rates and constraints of all channels are those of one workspace; a
 * {@link hep.aurum.likelihood.joint.ShapeRatio} gives the density of a process, learned
 * ({@link hep.aurum.likelihood.joint.LearnedShape}), fixed ({@link hep.aurum.likelihood.joint.FixedShape}) or moved by nuisances
 * ({@link hep.aurum.likelihood.joint.VariedShape}).
 *
 * <pre>{@code
 * EventChannel channel = new EventChannel("signal_region", List.of(
 *         new EventChannel.Process("signal", LearnedShape.of(ratio)),
 *         new EventChannel.Process("background", FixedShape.reference(features))));
 * JointModel model = JointModel.of(BinnedModel.of(workspace), List.of()).with(channel, events, simulator);
 * DiscoveryResult discovery = Discovery.of(model);
 * }</pre>
 *
 * <p>Shapes: {@code n} events, {@code d} features, {@code P} processes, {@code m} parameters of densities.
 */
@NullMarked
package hep.aurum.likelihood.joint;

import org.jspecify.annotations.NullMarked;

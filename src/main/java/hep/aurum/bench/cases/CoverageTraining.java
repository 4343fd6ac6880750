package hep.aurum.bench.cases;

import hep.aurum.base.Progress;
import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.likelihood.joint.EnsembleBias;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.LearnedShape;
import hep.aurum.likelihood.joint.ShiftedShape;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.Prior;
import hep.aurum.sample.SimulatedEvents;
import hep.aurum.simulator.toy.EftToy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learn the ratio of the effective theory from one set of events: by a single network, and by networks that each see a bootstrap
 * replica of the set.
 *
 * <p>Without further events of the reference law networks stay as they were trained: their own mean misses 1 by the mean residual of
 * the joint ratios, which is far less than the error of a mean of ratios over the same events.
 *
 * @param toy the simulator
 * @param events in the set, a fifth of them for validation
 * @param members of the ensemble
 * @param reference features of further events of the reference law, over which networks are normalised; may be empty
 * @param threads threads that may work
 */
record CoverageTraining(EftToy toy, int events, int members, double[] reference, int threads) {

    private static final int LAWS = 10;
    private static final int NORMALISATION_POINTS = 6;
    private static final int BIAS_POINTS = 9;
    private static final int MOST_BIAS_EVENTS = 20_000;

    /** Passes over a hundred thousand events; fewer events are seen more often. */
    private static final double PASSES = 30;

    private static final int MOST_EPOCHS = 300;

    /** From here on wider networks pay. */
    private static final int FEW_EVENTS = 10_000;

    /**
     * Hold what was learned from one set.
     *
     * @param single of one network
     * @param ensemble of all networks, with their disagreement as nuisances
     */
    record Learned(LearnedShape single, ShiftedShape ensemble) {}

    /** Draw a set and train. */
    Learned train(RandomStreams streams, Progress progress) {
        SimulatedEvents all = SimulatedEvents.draw(toy, points(toy.space().get(0), LAWS), events, streams);
        int training = events - events / 5;
        RatioTrainer trainer = trainer();
        RatioEstimator single = trainer.train(
                        all.part(0, training), all.part(training, events), streams.part("single"), progress)
                .estimator();
        RatioEstimator ensemble = trainer.with(o -> o.withMembers(members).withBootstrap(true))
                .train(all.part(0, training), all.part(training, events), streams.part("ensemble"), progress)
                .estimator();
        List<LearnedShape> networks = new ArrayList<>();
        for (RatioEstimator member : ((EnsembleRatio) ensemble).members()) {
            networks.add(shape(member));
        }
        double[] law = reference.length > 0 ? reference : features(all);
        EventData measured = EventData.of(Arrays.copyOf(law, Math.min(law.length, MOST_BIAS_EVENTS)), 1);
        return new Learned(
                shape(single),
                EnsembleBias.shifted(
                        "events", networks, measured, points(toy.space().get(0), BIAS_POINTS)));
    }

    /** Draw features of the reference law, the mixture that the events of a set come from. */
    static double[] reference(EftToy toy, int count, RandomStreams streams) {
        return features(SimulatedEvents.draw(toy, points(toy.space().get(0), LAWS), count, streams));
    }

    private static double[] features(SimulatedEvents events) {
        double[] features = new double[events.size()];
        Arrays.setAll(features, i -> events.feature(i, 0));
        return features;
    }

    private RatioTrainer trainer() {
        int epochs = (int) Math.min(MOST_EPOCHS, Math.ceil(PASSES * Math.sqrt(1e5 / events)));
        return RatioTrainer.withDefaults()
                .withPrior(Prior.uniform(toy.space()))
                .with(o -> o.withHidden(events < FEW_EVENTS ? List.of(32, 32) : List.of(64, 64))
                        .withEpochs(epochs)
                        .withPatience(epochs)
                        .withAveraging(1)
                        .withThreads(threads));
    }

    private LearnedShape shape(RatioEstimator ratio) {
        if (reference.length == 0) {
            return LearnedShape.of(ratio);
        }
        List<double[]> points = points(toy.space().get(0), NORMALISATION_POINTS);
        return LearnedShape.of(NormalisedRatio.over(ratio, reference, points, threads));
    }

    private static List<double[]> points(Parameter range, int count) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new double[] {range.min() + (range.max() - range.min()) * i / (count - 1)});
        }
        return points;
    }
}

package hep.aurum.estimator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.estimator.EnsembleScore;
import hep.aurum.estimator.ScoreEstimator;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.sample.LabelledSample;
import hep.aurum.sample.MinedEvents;
import hep.aurum.sample.SimulatedEvents;
import hep.aurum.simulator.toy.GaussianToy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The toy z ~ N(θ, 2²), x ~ N(z, 1): joint score (z − θ)/4 of information .25, true score (x − θ)/5 of information .2. */
class ScoreTrainerTest {

    private static final double[] ZERO = {0};
    private static final GaussianToy TOY = new GaussianToy();
    private static final RandomStreams STREAMS = RandomStreams.of(62);
    private static final ScoreTrainer SMALL = ScoreTrainer.withDefaults()
            .with(o -> o.withHidden(List.of(20, 20)).withLearningRate(5e-3).withEpochs(12));

    /**
     * In units of the joint score's spread the least loss is minus the true information over the joint, .2/.25; over 20 000
     * validation events its error is .0075, five of which are allowed for. The regression of the learned score on x over
     * |x| < 4.5 has slope .20 where (x − θ)/4 has .25; a straight line through 80 000 joint scores has the slope error 3.5e-4,
     * and the network's bias is allowed ten times that.
     */
    @Tag("slow")
    @Test
    void learnsTheScoreThatTheJointScoreScattersAbout() {
        SimulatedEvents events = SimulatedEvents.draw(TOY, List.of(ZERO), 100_000, STREAMS);

        ScoreResult result =
                SMALL.train(events.part(0, 80_000), events.part(80_000, 100_000), ZERO, STREAMS, Progress.NONE);

        double least = Collections.min(result.members().get(0).validationLoss());
        assertThat(least).isCloseTo(-.2 / .25, within(5 * .0075));
        assertThat(slope(result.estimator())).isCloseTo(.20, within(.0035));
        assertThat(result.estimator().reference()).containsExactly(0);
    }

    private static double slope(ScoreEstimator estimator) {
        double xt = 0;
        double xx = 0;
        double[] score = new double[1];
        for (int i = -45; i <= 45; i++) {
            double x = 0.1 * i;
            estimator.score(new double[] {x}, score);
            xt += StrictMath.exp(-x * x / 10) * x * score[0];
            xx += StrictMath.exp(-x * x / 10) * x * x;
        }
        return xt / xx;
    }

    /** Events of the laws at −1 and 1 count by their joint ratio to the mixture; without it the slope would be near .14. */
    @Tag("slow")
    @Test
    void eventsOfOtherLawsCountByTheirJointRatio() {
        SimulatedEvents events =
                SimulatedEvents.draw(TOY, List.of(new double[] {-2}, new double[] {2}), 100_000, STREAMS);

        ScoreResult result =
                SMALL.train(events.part(0, 80_000), events.part(80_000, 100_000), ZERO, STREAMS, Progress.NONE);

        assertThat(slope(result.estimator())).isCloseTo(.20, within(.0075));
    }

    @Test
    void storedLabelsGiveTheSameBitsAsEventsThatAreAsked() {
        SimulatedEvents events = SimulatedEvents.draw(TOY, List.of(ZERO), 2000, STREAMS);
        LabelledSample stored = stored(events, 0);

        ScoreEstimator asked = SMALL.train(events, events.part(0, 100), ZERO, STREAMS, Progress.NONE)
                .estimator();
        ScoreEstimator read = SMALL.train(stored, stored(events.part(0, 100), 0), STREAMS, Progress.NONE)
                .estimator();

        assertThat(scores(read)).isEqualTo(scores(asked));
    }

    @Test
    void membersAndThreadsDoNotMatterToTheBits() {
        SimulatedEvents events = SimulatedEvents.draw(TOY, List.of(ZERO), 2000, STREAMS);
        ScoreTrainer ensemble =
                SMALL.with(o -> o.withMembers(2).withBootstrap(true).withEpochs(3));

        ScoreEstimator one = ensemble.train(events, events.part(0, 100), ZERO, STREAMS, Progress.NONE)
                .estimator();
        ScoreEstimator two = ensemble.with(o -> o.withThreads(2))
                .train(events, events.part(0, 100), ZERO, STREAMS, Progress.NONE)
                .estimator();

        assertThat(scores(two)).isEqualTo(scores(one));
        double[] spread = new double[1];
        ((EnsembleScore) one).spread(new double[] {1.5}, spread);
        double[] first = new double[1];
        double[] second = new double[1];
        ((EnsembleScore) one).members().get(0).score(new double[] {1.5}, first);
        ((EnsembleScore) one).members().get(1).score(new double[] {1.5}, second);
        assertThat(spread[0]).isCloseTo(Math.abs(first[0] - second[0]) / Math.sqrt(2), within(1e-12));
        assertThat(spread[0]).isPositive();
    }

    @Test
    void batchesGiveTheBitsOfSingleEvents() {
        SimulatedEvents events = SimulatedEvents.draw(TOY, List.of(ZERO), 500, STREAMS);
        ScoreEstimator estimator = SMALL.train(events, events.part(0, 100), ZERO, STREAMS, Progress.NONE)
                .estimator();
        double[] x = new double[3000];
        double[] batch = new double[3000];
        for (int i = 0; i < x.length; i++) {
            x[i] = -6 + 0.004 * i;
        }

        estimator.scores(x, batch, 2);

        double[] one = new double[1];
        for (int i = 0; i < x.length; i++) {
            estimator.score(new double[] {x[i]}, one);
            assertThat(one[0]).isEqualTo(batch[i]);
        }
    }

    @Test
    void examplesOfSeveralPointsAreRefused() {
        SimulatedEvents events = SimulatedEvents.draw(TOY, List.of(ZERO), 50, STREAMS);

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> SMALL.train(stored(events, 7), stored(events, 0), STREAMS, Progress.NONE))
                .withMessageContaining("several points")
                .withMessageContaining("0 and 7");
    }

    @Test
    void examplesWithoutScoreAreRefused() {
        LabelledSample bare = LabelledSample.of(
                TOY.space(),
                List.of("x"),
                ArrayTable.of(new double[] {1, 2}, 1),
                ArrayTable.of(new double[2], 1),
                ArrayTable.of(new double[2], 1));

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> SMALL.train(bare, bare, STREAMS, Progress.NONE))
                .withMessageContaining("no joint score");
    }

    /** Store events that were drawn at 0; one of them may claim another point. */
    private static LabelledSample stored(MinedEvents events, int elsewhere) {
        int n = events.size();
        double[] x = new double[n];
        double[] score = new double[n];
        double[] theta = new double[n];
        double[] gradient = new double[1];
        theta[elsewhere] = elsewhere > 0 ? 1 : 0;
        for (int i = 0; i < n; i++) {
            x[i] = events.feature(i, 0);
            events.labeller().ratio(i, ZERO, gradient);
            score[i] = gradient[0];
        }
        return LabelledSample.of(
                        TOY.space(),
                        List.of("x"),
                        ArrayTable.of(x, 1),
                        ArrayTable.of(theta, 1),
                        ArrayTable.of(new double[n], 1))
                .withScore(ArrayTable.of(score, 1));
    }

    private static double[] scores(ScoreEstimator estimator) {
        double[] scores = new double[5];
        estimator.scores(new double[] {-3, -1, 0, .5, 4}, scores, 1);
        return scores;
    }
}

package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.likelihood.joint.PooledEvents;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.trust.Subject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 100 μ events of N(2, 1) on 100 of N(0, 1): all is known. */
class JointSubjectTest {

    private static final int POOL = 4000;
    private static final RandomStreams STREAMS = RandomStreams.of(5);

    private static JointSubject of(JointWorkspace joint) {
        return JointSubject.of(joint, joint.model(), joint.parts().get(0));
    }

    private static Subject subject(boolean hasReference) {
        return of(GaussianLikelihood.of(POOL, 1, hasReference)).subject();
    }

    private static double signal(double x) {
        return StrictMath.exp(2 * x - 2);
    }

    @Test
    void theRatioIsThatOfTheMixture() {
        double[] x = {-1, 0.5, 1, 3};
        double[] thetas = {0.2, 2.5};
        double[] logRatios = new double[8];
        subject(true).ratio().logRatios(x, thetas, logRatios, 1);

        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < 2; j++) {
                double mu = thetas[j];
                double exact = StrictMath.log((1 + mu * signal(x[i])) / (1 + mu));
                // networks are in single precision
                assertThat(logRatios[2 * i + j]).isCloseTo(exact, within(2e-6));
            }
        }
    }

    @Test
    void theScoreIsItsDerivative() {
        double[] score = new double[1];
        subject(true).ratio().logRatioAndScore(new double[] {1.7}, new double[] {0.8}, score);

        double r = signal(1.7);
        assertThat(score[0]).isCloseTo(r / (1 + 0.8 * r) - 1 / 1.8, within(1e-5));
    }

    /** Constrained nuisances stay where they are; the range is the parameter's own. */
    @Test
    void theParameterOfInterestKeepsItsRange() {
        Subject subject = subject(true);

        assertThat(subject.prior().names()).containsExactly("mu");
        assertThat(subject.prior().get(0).min()).isZero();
        assertThat(subject.prior().get(0).max()).isEqualTo(3);
        assertThat(subject.prior().get(0).standard()).isEqualTo(1);
    }

    /** A law of μ that can be drawn up to 1.4 only: 3 → 2 → 1.5 → 1.25. */
    @Test
    void aRangeEndsWhereThePoolsGiveEvents() {
        JointWorkspace joint = GaussianLikelihood.of(10, 1, true);
        ChannelLaw law =
                ChannelLaw.of(joint, joint.model(), joint.parts().get(0).channel());
        JointRanges ranges = JointRanges.of(law, along -> theta -> theta[0] <= 1.4 ? 100 : 5);

        assertThat(ranges.space().get(0).min()).isZero();
        assertThat(ranges.space().get(0).max()).isEqualTo(1.25);
    }

    /** At μ = 3 the mean of x is 1.5 with a variance of 1.75. */
    @Test
    void eventsFollowTheRates() {
        EventData all = subject(true).laws().at(new double[] {3}, 2000, STREAMS);

        assertThat(all.weights()).hasSize(2000).containsOnly(1);
        // five standard errors: a false alarm in 1.7 million seeds
        assertThat(Arrays.stream(all.events()).average().orElseThrow())
                .isCloseTo(1.5, within(5 * Math.sqrt(1.75 / 2000)));
    }

    @Test
    void theReferenceSharesNoEventWithTheLaws() {
        for (boolean hasReference : new boolean[] {true, false}) {
            Subject subject = subject(hasReference);
            EventData reference = subject.laws().reference(10 * POOL, STREAMS);
            EventData point = subject.laws().at(new double[] {0}, 10 * POOL, STREAMS);
            Set<Double> seen = new HashSet<>();
            Arrays.stream(reference.events()).forEach(seen::add);

            assertThat(reference.weights().length).isGreaterThan(POOL / 3);
            assertThat(point.weights()).hasSize(POOL / 2);
            assertThat(Arrays.stream(point.events()).filter(seen::contains).count())
                    .isZero();
        }
    }

    @Test
    void experimentsShareNoEvent() {
        List<EventData> drawn =
                subject(true).laws().experiments(java.util.Collections.nCopies(1000, new double[] {1}), 50, STREAMS);
        Set<Double> seen = new HashSet<>();
        drawn.forEach(data -> Arrays.stream(data.events()).forEach(seen::add));

        // half of the background's 4000 is the reference's
        assertThat(drawn.size()).isBetween(70, 80);
        assertThat(seen).hasSize(50 * drawn.size());
    }

    /** Without a process of the reference law, ratios are to the law at the initial values: 0 there for all x. */
    @Test
    void withoutAReferenceTheRatioIsAnchored() {
        JointSubject one = of(GaussianLikelihood.of(POOL, 1, false));

        assertThat(one.subject().ratio().logRatio(new double[] {0.3}, new double[] {1}))
                .isZero();
        assertThat(one.note()).contains("No process has the reference law");
    }

    @Test
    void eventsOfTheDataAreLeftOutOfThePools() {
        double[] events = {1, 2, 3, 3, 4};
        PooledEvents.Pool pool = PooledEvents.Pool.of(events, new double[] {1, 1, 1, 1, 1});
        List<PooledEvents.Pool> rest = PoolRows.without(List.of(pool), EventData.of(new double[] {3, 4, 9}, 1), 1);

        assertThat(rest.get(0).events()).containsExactly(1, 2, 3);
    }

    @Test
    void halvesKeepRowsOfOneEventTogether() {
        PooledEvents.Pool pool = new PooledEvents.Pool(
                new double[] {1, 1, 2, 3, 3}, new double[] {1, 2, 3, 4, 5}, MonomialBasis.complete(0, 0), List.of());

        assertThat(PoolRows.half(pool, 0).events()).containsExactly(1, 1, 3, 3);
        assertThat(PoolRows.half(pool, 1).coefficients()).containsExactly(3);
    }
}

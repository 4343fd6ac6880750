package hep.aurum.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.Refused;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Benchmark;
import hep.aurum.param.Morphing;
import hep.aurum.param.MorphingClosure;
import hep.aurum.param.ParameterPoint;
import hep.aurum.simulator.toy.EftOptions;
import hep.aurum.simulator.toy.EftToy;
import hep.aurum.simulator.toy.GaussianToy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Right labels pass; each broken twin of them fails, for the right reason. */
class LabelAuditTest {

    private static final String GRADIENT = "score is the gradient of the ratio";
    private static final String RATIO = "ratio agrees with the weights";
    private static final String MEAN_RATIO = "mean ratio";
    private static final String MEAN_SCORE = "mean score";
    private static final String SIZE = "effective sample size";
    private static final String SQUARES = "weights are squares";
    private static final String CLOSURE = "morphing closure";
    private static final String STATED = "stated cross-section";

    private static final RandomStreams STREAMS = RandomStreams.of(1);
    private static final EftToy TOY =
            EftToy.of(EftOptions.withDefaults().withParameters(2).withRange(0.3));
    private static final EventSample SAMPLE = new SimulatedSample(TOY, TOY.reference(), 10_000, 0, STREAMS).inMemory();

    private static List<String> failures(LabelAudit audit) {
        return audit.run(STREAMS).failures().stream().map(AuditCheck::name).toList();
    }

    private static LabelAudit audit(JointLabels labels) {
        return LabelAudit.of(labels, TOY.space());
    }

    @Test
    void rightPolynomialLabelsPass() {
        AuditReport report = LabelAudit.of(SAMPLE).run(STREAMS);

        report.require();
        assertThat(report.failures()).isEmpty();
        assertThat(report.checks()).extracting(AuditCheck::name).contains(GRADIENT, RATIO, SQUARES, SIZE);
    }

    /**
     * 100 audits of each of two simulators, 1000 events each. With one false alarm in 10 000 audits, the chance of any among
     * 200 is 2 %, and of more than two 1e-6.
     */
    @Test
    void rightSimulatorLabelsRaiseFewFalseAlarms() {
        GaussianToy gaussian = new GaussianToy();
        int alarms = 0;
        for (int seed = 0; seed < 100; seed++) {
            RandomStreams streams = RandomStreams.of(1000 + seed);
            SimulatorLabels one = SimulatorLabels.draw(gaussian, ParameterPoint.of(0), 1000, streams);
            alarms += LabelAudit.of(one, gaussian.space()).run(streams).isPassed() ? 0 : 1;
            SimulatorLabels two = SimulatorLabels.draw(TOY, TOY.reference(), 1000, streams);
            alarms += LabelAudit.of(two, TOY.space()).run(streams).isPassed() ? 0 : 1;
        }

        assertThat(alarms).isLessThanOrEqualTo(2);
    }

    @Test
    void aSignFlipOfTheScoreIsCaught() {
        JointLabels twin = new Twin(PolynomialLabels.of(SAMPLE)) {
            @Override
            public void jointScore(int event, double[] theta, double[] score) {
                super.jointScore(event, theta, score);
                score[1] = -score[1];
            }
        };

        assertThat(failures(audit(twin))).contains(GRADIENT);
    }

    @Test
    void aMissingGradientOfTheCrossSectionIsCaught() {
        CrossSection sigma = CrossSection.of(SAMPLE);
        JointLabels twin = new Twin(PolynomialLabels.of(SAMPLE)) {
            @Override
            public void jointScore(int event, double[] theta, double[] score) {
                super.jointScore(event, theta, score);
                double[] gradient = new double[2];
                sigma.gradient(theta, gradient);
                for (int a = 0; a < 2; a++) {
                    score[a] += gradient[a] / sigma.value(theta);
                }
            }
        };

        assertThat(failures(audit(twin))).contains(GRADIENT, MEAN_SCORE);
    }

    /** With the ratio wrong in the same way the finite difference agrees; the means do not. */
    @Test
    void missingCrossSectionsInRatioAndScoreAreCaught() {
        CrossSection sigma = CrossSection.of(SAMPLE);
        JointLabels twin = new Twin(PolynomialLabels.of(SAMPLE)) {
            @Override
            public double jointRatio(int event, double[] theta0, double[] theta1) {
                return super.jointRatio(event, theta0, theta1) * sigma.value(theta0) / sigma.value(theta1);
            }

            @Override
            public void jointScore(int event, double[] theta, double[] score) {
                super.jointScore(event, theta, score);
                double[] gradient = new double[2];
                sigma.gradient(theta, gradient);
                for (int a = 0; a < 2; a++) {
                    score[a] += gradient[a] / sigma.value(theta);
                }
            }
        };

        assertThat(failures(audit(twin))).containsExactly(MEAN_RATIO, MEAN_SCORE);
    }

    @Test
    void aRatioUpsideDownIsCaught() {
        JointLabels twin = new Twin(PolynomialLabels.of(SAMPLE)) {
            @Override
            public double jointRatio(int event, double[] theta0, double[] theta1) {
                return super.jointRatio(event, theta1, theta0);
            }
        };

        assertThat(failures(audit(twin))).contains(GRADIENT, RATIO, MEAN_RATIO);
    }

    /** METHODS row 64: (x−θ)/4 in place of (z−θ)/4, whose mean vanishes too. */
    @Test
    void aScoreThatLeavesOutTheLatentIsCaughtByTheFiniteDifferenceAlone() {
        GaussianToy toy = new GaussianToy();
        SimulatorLabels right = SimulatorLabels.draw(toy, ParameterPoint.of(0), 10_000, STREAMS);
        JointLabels twin = new Twin(right) {
            @Override
            public void jointScore(int event, double[] theta, double[] score) {
                score[0] = (right.feature(event, 0) - theta[0]) / 4;
            }
        };

        assertThat(failures(LabelAudit.of(twin, toy.space()))).containsExactly(GRADIENT);
    }

    @Test
    void aScoreThatLeavesOutOneOfTwoLatentsIsCaught() {
        SimulatorLabels right = SimulatorLabels.draw(TOY, TOY.reference(), 5000, STREAMS);
        JointLabels twin = new Twin(right) {
            @Override
            public void jointScore(int event, double[] theta, double[] score) {
                super.jointScore(event, theta, score);
                score[1] = 0;
            }
        };

        assertThat(failures(audit(twin))).contains(GRADIENT);
    }

    @Test
    void aRatioThatIsNotANumberFailsInsteadOfPassing() {
        JointLabels twin = new Twin(PolynomialLabels.of(SAMPLE)) {
            @Override
            public double jointRatio(int event, double[] theta0, double[] theta1) {
                return Double.NaN;
            }
        };

        assertThat(failures(audit(twin))).contains(GRADIENT, RATIO, MEAN_RATIO);
    }

    /** Six benchmarks for six monomials: none is left to check with, and yet every interchange shows. */
    @ParameterizedTest
    @CsvSource({"0,1", "0,2", "0,3", "0,4", "0,5", "1,2", "1,3", "1,4", "1,5", "2,3", "2,4", "2,5", "3,4", "3,5", "4,5"
    })
    void interchangedBenchmarksAreCaughtWithoutACheckBenchmark(int first, int second) {
        List<Benchmark> benchmarks = TOY.benchmarks();
        List<Benchmark> swapped = new ArrayList<>(benchmarks);
        Collections.swap(swapped, first, second);

        EventSample sample = fromWeights(Morphing.quadratic(TOY.space(), swapped), benchmarks, -1);

        AuditReport report = LabelAudit.of(sample).run(STREAMS);
        assertThat(report.failures()).extracting(AuditCheck::name).contains(SQUARES);
        assertThatThrownBy(report::require).isInstanceOf(Refused.class).hasMessageContaining("interchanged");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aBenchmarkWithScaledWeightsIsCaught(int scaled) {
        EventSample sample = fromWeights(Morphing.quadratic(TOY.space(), TOY.benchmarks()), TOY.benchmarks(), scaled);

        assertThat(failures(LabelAudit.of(sample))).contains(SQUARES);
    }

    @Test
    void rightBenchmarksPassTheSameRoad() {
        EventSample sample = fromWeights(Morphing.quadratic(TOY.space(), TOY.benchmarks()), TOY.benchmarks(), -1);

        assertThat(failures(LabelAudit.of(sample))).isEmpty();
    }

    @Test
    void tooFewEffectiveEventsAreCaughtWhereTheyMatter() {
        ParameterPoint far = ParameterPoint.of(0.3, 0.3);
        EventSample few = new SimulatedSample(TOY, TOY.reference(), 25, 0, STREAMS).inMemory();

        assertThat(failures(LabelAudit.of(few))).doesNotContain(SIZE);
        assertThat(failures(LabelAudit.of(few).withPoints(List.of(far)))).contains(SIZE);
    }

    @Test
    void closureAndStatedCrossSectionsAreHeldAgainstTheirBounds() {
        MorphingClosure.Result good = new MorphingClosure.Result("v1", 100, 2e-5, 1e-8, 1, 1);
        MorphingClosure.Result bad = new MorphingClosure.Result("v2", 100, 0.3, 0.02, 1, 1);
        CrossSection sigma = CrossSection.of(SAMPLE);
        ParameterPoint zero = TOY.reference();

        List<String> failures = failures(LabelAudit.of(SAMPLE)
                .withClosures(List.of(good, bad))
                .withCrossSections(List.of(
                        new LabelAudit.StatedCrossSection("right", zero, 1e-3, 1e-6, sigma),
                        new LabelAudit.StatedCrossSection("wrong", zero, 1.2e-3, 1e-6, sigma))));

        assertThat(failures).containsExactly(CLOSURE, STATED);
    }

    /** Give a morphing the weights at benchmarks, one of them scaled by 1.1 unless its position is negative. */
    private static EventSample fromWeights(Morphing morphing, List<Benchmark> weightsAt, int scaled) {
        int m = 6;
        int n = 2000;
        double[] coefficients = new double[n * m];
        double[] weights = new double[m];
        double[] c = new double[m];
        for (int i = 0; i < n; i++) {
            for (int b = 0; b < m; b++) {
                weights[b] = SAMPLE.weightAt(i, weightsAt.get(b).point().toArray()) * (b == scaled ? 1.1 : 1);
            }
            morphing.coefficients(weights, c);
            System.arraycopy(c, 0, coefficients, i * m, m);
        }
        return new EventSample(
                TOY.space(),
                List.of(),
                List.of("signal"),
                TOY.basis(),
                new double[0],
                coefficients,
                new int[n],
                new long[n]);
    }

    /** Labels that repeat others, for twins that spoil one method. */
    private static class Twin implements JointLabels {

        private final JointLabels right;

        Twin(JointLabels right) {
            this.right = right;
        }

        @Override
        public int size() {
            return right.size();
        }

        @Override
        public int parameters() {
            return right.parameters();
        }

        @Override
        public double jointRatio(int event, double[] theta0, double[] theta1) {
            return right.jointRatio(event, theta0, theta1);
        }

        @Override
        public void jointScore(int event, double[] theta, double[] score) {
            right.jointScore(event, theta, score);
        }

        @Override
        public double importance(int event, double[] theta) {
            return right.importance(event, theta);
        }
    }
}

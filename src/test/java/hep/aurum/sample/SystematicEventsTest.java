package hep.aurum.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.Prior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystematicEventsTest {

    private static final RandomStreams STREAMS = RandomStreams.of(31);
    private static final double[][] POINTS = {{0, 0}, {0.15, 1}, {-0.1, -2.5}, {0.2, 3}, {-0.2, -3}, {0.05, 0.7}};

    private final ShiftedGaussian problem = new ShiftedGaussian(0.4, 0.25);

    /** The quadrature of 60 nodes is exact to rounding, so what is left is the interpolation in ν. */
    @Test
    void crossSectionIsTheClosedForm() {
        SystematicEvents events = problem.quadrature(60);

        assertThat(events.isInterpolated()).isTrue();
        for (double[] p : POINTS) {
            assertThat(events.crossSection(p)).isCloseTo(problem.sigma(p[0], p[1]), relative(1e-11, events, p));
        }
    }

    private Offset<Double> relative(double tolerance, SystematicEvents events, double[] point) {
        return within(tolerance * problem.sigma(point[0], point[1]));
    }

    @Test
    void jointRatioAndJointScoreAreTheClosedForms() {
        SystematicEvents events = problem.quadrature(60);
        JointLabels labels = events.labels();
        double[] score = new double[2];
        double[] sm = {0, 0};

        for (double[] p : POINTS) {
            for (int i = 0; i < events.size(); i++) {
                double z = events.feature(i, 0);
                double joint = Math.exp(0.4 * p[1] * z - 0.08 * p[1] * p[1])
                        * (1 + p[0] * z)
                        * (1 + p[0] * z)
                        / problem.sigma(p[0], p[1]);
                labels.jointScore(i, p, score);
                double[] expected = problem.jointScore(z, p[0], p[1]);

                assertThat(labels.jointRatio(i, p, sm)).isCloseTo(joint, within(1e-10 * joint));
                assertThat(score[0]).isCloseTo(expected[0], within(1e-10 * (1 + Math.abs(expected[0]))));
                assertThat(score[1]).isCloseTo(expected[1], within(1e-10));
            }
        }
    }

    /** Over the events themselves both hold as identities, up to rounding and the error of the interpolation. */
    @Test
    void meanRatioIsOneAndMeanScoreVanishes() {
        SystematicEvents events = problem.draw(3000, STREAMS.part("means"));
        MinedEvents.Labeller labeller = events.labeller();
        double[] gradient = new double[2];

        for (double[] p : POINTS) {
            double[] sums = new double[3];
            for (int i = 0; i < events.size(); i++) {
                sums[0] += labeller.ratio(i, p, gradient) / events.size();
                sums[1] += gradient[0] / events.size();
                sums[2] += gradient[1] / events.size();
            }

            assertThat(sums[0]).isCloseTo(1, within(1e-11));
            assertThat(sums[1]).isCloseTo(0, within(1e-11));
            // The slope of an interpolant of 20 to 30 terms is less exact than its value, by up to their square.
            assertThat(sums[2]).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void gradientAgreesWithCentralDifferences() {
        SystematicEvents events = problem.draw(500, STREAMS.part("differences"));
        MinedEvents.Labeller labeller = events.labeller();
        double[] gradient = new double[2];
        double[] unused = new double[2];
        double h = 1e-5;

        for (int a = 0; a < 2; a++) {
            double[] up = {0.15, -1.2};
            double[] down = {0.15, -1.2};
            up[a] += h;
            down[a] -= h;
            for (int i = 0; i < 100; i++) {
                double difference = (labeller.ratio(i, up, unused) - labeller.ratio(i, down, unused)) / (2 * h);
                labeller.ratio(i, new double[] {0.15, -1.2}, gradient);

                assertThat(gradient[a]).isCloseTo(difference, within(1e-8));
            }
        }
    }

    /** With \(a_q = \delta_qz\), \(b_q = -\delta_q^2/2\) and z ~ N(0, 1): \(\ln\sigma = \sum_{q<l}\delta_q\delta_l\nu_q\nu_l\). */
    @ParameterizedTest
    @CsvSource({"2, 0.3, true", "3, 0.03, true", "3, 0.5, false", "6, 0.2, false"})
    void severalNuisancesHaveTheirClosedForm(int count, double delta, boolean interpolated) {
        SystematicEvents nodes = problem.quadrature(80);
        double[] z = new double[nodes.size()];
        double[] weight = new double[z.length];
        double[][] ab = new double[2 * count][z.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = nodes.feature(i, 0);
            weight[i] = nodes.nominal().coefficient(i, 0);
            for (int q = 0; q < count; q++) {
                ab[2 * q][i] = delta * z[i];
                ab[2 * q + 1][i] = -delta * delta / 2;
            }
        }
        List<Parameter> nuisances = new ArrayList<>();
        for (int q = 0; q < count; q++) {
            nuisances.add(NuisanceWeights.nuisance("nu" + q));
        }
        SystematicEvents events = ShiftedGaussian.exponentials(z, weight, nuisances, ab);
        double[] nu = {1, -2.9, 2.5, 0.1, -0.3, 3};
        double[] point = Arrays.copyOf(nu, count);
        double sum = Arrays.stream(point).sum();
        double squares = Arrays.stream(point).map(v -> v * v).sum();
        double logSigma = delta * delta * (sum * sum - squares) / 2;
        double[] gradient = new double[count];

        double ratio = events.labeller().ratio(50, point, gradient);

        assertThat(events.isInterpolated()).isEqualTo(interpolated);
        assertThat(Math.log(events.crossSection(point))).isCloseTo(logSigma, within(1e-10));
        assertThat(ratio).isPositive();
        for (int q = 0; q < count; q++) {
            double expected = delta * (z[50] - delta * nu[q]) - delta * delta * (sum - nu[q]);
            assertThat(gradient[q] / ratio).isCloseTo(expected, within(1e-9));
        }
    }

    /** Scales of half a unit, as weights have them, with a fifth of the weights negative and ranges of all kinds. */
    @ParameterizedTest
    @CsvSource({"1, 0.5, -3, 3", "1, 0.1, -0.5, 4", "2, 0.3, -2, 3", "3, 0.05, -3, 3"})
    void interpolantMissesTheSumsByATrillionthOfTheAbsoluteSums(int count, double width, double min, double max) {
        int n = 2000;
        double[][] ab = new double[2 * count][n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            UniformRandomProvider random = STREAMS.stream("interpolant", i);
            weight[i] = Draws.exponential(random) * (random.nextDouble() < 0.2 ? -1 : 1);
            for (int q = 0; q < count; q++) {
                ab[2 * q][i] = 0.3 + width * Draws.gaussian(random);
                ab[2 * q + 1][i] = 0.1 * width * Draws.gaussian(random);
            }
        }
        List<Parameter> nuisances = new ArrayList<>();
        for (int q = 0; q < count; q++) {
            nuisances.add(new Parameter("nu" + q, min, max, 0));
        }
        SystematicEvents events = ShiftedGaussian.exponentials(new double[n], weight, nuisances, ab);
        UniformRandomProvider random = STREAMS.stream("points", count);

        assertThat(events.isInterpolated()).isTrue();
        for (int trial = 0; trial < 50; trial++) {
            double[] point = new double[count];
            for (int q = 0; q < count; q++) {
                point[q] = trial == 0 ? min : trial == 1 ? max : min + (max - min) * random.nextDouble();
            }
            double sum = 0;
            double absolute = 0;
            for (int i = 0; i < n; i++) {
                double w = events.weightAt(i, point);
                sum += w;
                absolute += Math.abs(w);
            }

            assertThat(events.crossSection(point)).isCloseTo(sum, within(1e-12 * absolute));
        }
    }

    /** A factor of all events alike is no matter of the ratio: 7 % a standard deviation, and 2 % of its square. */
    @Test
    void nuisanceOfTheRateAloneLeavesTheRatioAtOne() {
        double[] weight = {1, 2, -0.5, 1};
        double[][] ab = {new double[4], new double[4]};
        Arrays.fill(ab[0], Math.log(1.07));
        Arrays.fill(ab[1], 0.02);
        SystematicEvents events =
                ShiftedGaussian.exponentials(new double[4], weight, List.of(NuisanceWeights.nuisance("lumi")), ab);
        double[] gradient = new double[1];

        double ratio = events.labeller().ratio(2, new double[] {3}, gradient);

        assertThat(ratio).isCloseTo(4 * -0.5 / 3.5, within(1e-14));
        assertThat(gradient[0]).isCloseTo(0, within(1e-14));
        assertThat(events.crossSection(new double[] {3}))
                .isCloseTo(3.5 * Math.pow(1.07, 3) * Math.exp(0.18), within(1e-12));
    }

    /** An event that answers a hundred million times more than the others would take all digits of the interpolant. */
    @Test
    void eventThatDwarfsTheOthersIsSummedExactly() {
        double[] weight = {1, 1, 1};
        double[][] ab = {{0.1, -0.2, 14}, {0, 0, 0}};
        SystematicEvents events =
                ShiftedGaussian.exponentials(new double[3], weight, List.of(NuisanceWeights.nuisance("nu")), ab);

        assertThat(events.isInterpolated()).isFalse();
        assertThat(events.crossSection(new double[] {-3}))
                .isCloseTo(Math.exp(-0.3) + Math.exp(0.6) + Math.exp(-42), within(1e-14));
    }

    @Test
    void pointsOutsideTheRangeAreRefused() {
        MinedEvents.Labeller labeller = problem.quadrature(20).labeller();

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> labeller.ratio(0, new double[] {0, 3.1}, new double[2]))
                .withMessageContaining("nu = 3.1");
    }

    @Test
    void exactSumsWantAPoolOfPoints() {
        double[][] ab = {{0, 30}, {0, 0}};
        SystematicEvents events = ShiftedGaussian.exponentials(
                new double[2], new double[] {1, 1}, List.of(NuisanceWeights.nuisance("nu")), ab);
        MinedEvents.Labeller labeller = events.labeller();
        double[] point = new double[1];
        double[] unused = new double[1];
        Prior pool = SystematicEvents.pool(Prior.uniform(events.space()), 100, STREAMS);
        UniformRandomProvider random = STREAMS.stream("pool", 0);

        for (int i = 0; i < 20_000; i++) {
            pool.draw(random, point);
            labeller.ratio(0, point, unused);
        }

        Prior everywhere = Prior.uniform(events.space());
        assertThatExceptionOfType(NotSupported.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        everywhere.draw(random, point);
                        labeller.ratio(0, point, unused);
                    }
                })
                .withMessageContaining("pool");
    }

    @Test
    void rightLabelsPassTheAudit() {
        SystematicEvents events = problem.draw(20_000, STREAMS.part("audit"));

        AuditReport report = LabelAudit.of(events).run(STREAMS);

        assertThat(report.failures()).isEmpty();
        assertThat(report.checks()).extracting(AuditCheck::name).contains("weights are squares");
    }

    /** As {@link #rightLabelsPassTheAudit}, with more nuisances than can be interpolated. */
    @Test
    void exactSumsPassTheAudit() {
        int n = 2000;
        double[] weight = new double[n];
        double[][] ab = new double[8][n];
        List<Parameter> nuisances = new ArrayList<>();
        for (int q = 0; q < 4; q++) {
            nuisances.add(NuisanceWeights.nuisance("nu" + q));
        }
        for (int i = 0; i < n; i++) {
            UniformRandomProvider random = STREAMS.stream("four", i);
            weight[i] = random.nextDouble() < 0.1 ? -1 : 1;
            for (int q = 0; q < 4; q++) {
                ab[2 * q][i] = 0.15 * Draws.gaussian(random);
                ab[2 * q + 1][i] = 0.02 * Draws.gaussian(random);
            }
        }
        SystematicEvents events = ShiftedGaussian.exponentials(new double[n], weight, nuisances, ab);

        assertThat(events.isInterpolated()).isFalse();
        assertThat(LabelAudit.of(events).run(STREAMS).failures()).isEmpty();
    }

    /**
     * For a Gaussian shift by δν of unweighted events a fraction exp(−δ²ν²) is effective, 0.697676 at δ = 0.2, ν = 3. With
     * \(s^2 = \delta^2\nu^2\) the sums of w and w² have variances \((e^{s^2} - 1)/n\) and \((e^{4s^2} - 1)/n\) relative to
     * their squares, so that the fraction's error is below 1.3 % + 0.9 %, their correlation helping; five of them fail once
     * in a million seeds.
     */
    @Test
    void auditReportsEffectiveEventsAtThreeStandardDeviations() {
        SystematicEvents events = new ShiftedGaussian(0.2, 0.25).draw(20_000, STREAMS.part("effective"));

        AuditCheck check = LabelAudit.of(events).run(STREAMS).checks().stream()
                .filter(c -> c.name().equals("effective sample size"))
                .findFirst()
                .orElseThrow();

        assertThat(check.value()).isCloseTo(0.697676 * 20_000, within(0.11 * 0.697676 * 20_000));
        assertThat(check.sentence()).contains("3.0");
        assertThat(events.effectiveEvents(new double[] {0, 0})).isCloseTo(20_000, within(1e-6));
    }

    /** Few events are left where a nuisance moves far: 20000 exp(−1.5² · 9) is none. */
    @Test
    void auditStopsWhereNothingIsLeftAtThreeStandardDeviations() {
        SystematicEvents events = new ShiftedGaussian(1.5, 0.25).draw(5000, STREAMS.part("nothing left"));

        AuditReport report = LabelAudit.of(events).run(STREAMS);

        assertThat(report.failures()).extracting(AuditCheck::name).contains("effective sample size");
    }

    @ParameterizedTest
    @CsvSource({"SIGN", "NO_SIGMA", "NO_SQUARE"})
    void auditFindsAWrongScoreOfTheNuisance(Mistake mistake) {
        SystematicEvents events = problem.draw(5000, STREAMS.part("planted"));

        AuditReport report =
                LabelAudit.of(new WrongLabels(events, mistake), events.space()).run(STREAMS);

        assertThat(report.failures())
                .anySatisfy(check -> assertThat(check.sentence())
                        .contains("not the gradient")
                        .contains("nu"));
    }

    /** What one may get wrong. */
    enum Mistake {
        SIGN,
        NO_SIGMA,
        NO_SQUARE
    }

    /** Right labels but for the nuisance's score. */
    private record WrongLabels(SystematicEvents events, JointLabels right, Mistake mistake) implements JointLabels {

        WrongLabels(SystematicEvents events, Mistake mistake) {
            this(events, events.labels(), mistake);
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
            double a = events.weights().linear(event, 0);
            double square = 2 * events.weights().quadratic(event, 0) * theta[1];
            score[1] = switch (mistake) {
                case SIGN -> -score[1];
                case NO_SIGMA -> a + square;
                case NO_SQUARE -> score[1] - square;
            };
        }

        @Override
        public double importance(int event, double[] theta) {
            return right.importance(event, theta);
        }
    }
}

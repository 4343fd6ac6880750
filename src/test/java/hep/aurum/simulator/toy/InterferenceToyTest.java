package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.event.Event;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.ExactTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Digits of the closed form by numpy; expected significances by quadrature over both observables. */
class InterferenceToyTest {

    private static final double[] ZERO = {0};

    private final InterferenceToy toy = InterferenceToy.of(InterferenceOptions.withDefaults());
    private final ExactTruth truth = toy.truth();

    @ParameterizedTest
    @CsvSource({"1, 1, .166613", "1, -1, -.215986", "2, .5, .171963", "-2, 2, -.930087"})
    void logRatioAgreesWithThePrintedDigits(double x1, double x2, double expected) {
        double logRatio = truth.logRatio(new double[] {x1, x2}, new double[] {0.15}, ZERO);

        assertThat(logRatio).isCloseTo(expected, within(6e-7));
    }

    @Test
    void scoreAtZeroAgreesWithThePrintedDigits() {
        double[] score = new double[1];

        truth.score(new double[] {1, 1}, ZERO, score);

        assertThat(score[0]).isCloseTo(1.28, within(1e-12));
    }

    @Test
    void informationAgreesWithThePrintedDigits() {
        double[] score = new double[1];
        double information = 0;
        for (double[] cell : cells(0.5)) {
            truth.score(cell, ZERO, score);
            information += mass(truth, cell) * score[0] * score[0];
        }

        assertThat(information).isCloseTo(2.56, within(1e-9));
    }

    /** \(Z^2 = 2\int[\lambda\log(\lambda/\lambda_0) - \lambda + \lambda_0]\) with the rates λ at κ and λ₀ at zero. */
    @ParameterizedTest
    @CsvSource({
        "400, .15, .5, 4.74787, .67000",
        "400, .15, 0, 5.94099, .76572",
        "1000, .1, .5, 5.03626, .47445",
    })
    void expectedSignificancesAgreeWithThePrintedDigits(
            double events, double kappa, double smearing, double both, double one) {
        InterferenceToy variant =
                InterferenceToy.of(InterferenceOptions.withDefaults().withSmearing(smearing));
        double[] theta = {kappa};
        double scale = variant.crossSection(theta) / variant.crossSection(ZERO);
        double q0 = 0;
        double q0OfOne = 0;
        double previous = Double.NaN;
        double row = 0;
        double rowAtZero = 0;
        for (double[] cell : cells(smearing)) {
            if (cell[0] != previous) {
                q0OfOne += term(row, rowAtZero);
                row = 0;
                rowAtZero = 0;
                previous = cell[0];
            }
            double atZero = events * mass(variant.truth(), cell);
            double rate = atZero * scale * StrictMath.exp(variant.truth().logRatio(cell, theta, ZERO));
            q0 += term(rate, atZero);
            row += rate;
            rowAtZero += atZero;
        }

        assertThat(Math.sqrt(q0)).isCloseTo(both, within(6e-6));
        assertThat(Math.sqrt(q0OfOne)).isCloseTo(one, within(6e-6));
    }

    private static double term(double rate, double atZero) {
        return rate > 0 ? 2 * (rate * StrictMath.log(rate / atZero) - rate + atZero) : 2 * atZero;
    }

    private static final double STEP = 0.04;

    /** A grid over nine standard deviations, on which the trapezoidal rule is exact to the digits asked for. */
    private static double[][] cells(double smearing) {
        int side = (int) Math.ceil(2 * 9 * Math.sqrt(1 + smearing * smearing) / STEP);
        double[][] cells = new double[side * side][2];
        for (int i = 0; i < cells.length; i++) {
            cells[i][0] = (i / side - (side - 1) / 2.0) * STEP;
            cells[i][1] = (i % side - (side - 1) / 2.0) * STEP;
        }
        return cells;
    }

    private static double mass(ExactTruth truth, double[] cell) {
        return STEP * STEP * StrictMath.exp(truth.logDensity(cell, ZERO));
    }

    @Test
    void densityIsNormalised() {
        double sum = 0;
        for (double[] cell : cells(0.5)) {
            sum += STEP * STEP * StrictMath.exp(truth.logDensity(cell, new double[] {0.4}));
        }

        assertThat(sum).isCloseTo(1, within(1e-10));
    }

    /** E[u] = 0, E[uv] = 2κ/(1 + κ²), E[u²v²] = (1 + 9κ²)/(1 + κ²); limits of six standard errors. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.4, 3})
    void drawnLatentsHaveTheirMoments(double kappa) {
        int n = 100_000;
        double[] theta = {kappa};
        RandomStreams streams = RandomStreams.of(76);
        double[] x = new double[2];
        double[] z = new double[2];
        double first = 0;
        double variance = 0;
        double mean = 0;
        double square = 0;
        double fourth = 0;
        for (int i = 0; i < n; i++) {
            toy.draw(theta, streams.stream("test", i), x, z);
            double product = z[0] * z[1];
            first += z[0] / n;
            variance += z[0] * z[0] / n;
            mean += product / n;
            square += product * product / n;
            fourth += product * product * product * product / n;
        }

        double rate = 1 + kappa * kappa;
        assertThat(first).isCloseTo(0, within(6 * Math.sqrt(variance / n)));
        assertThat(mean).isCloseTo(2 * kappa / rate, within(6 * Math.sqrt((square - mean * mean) / n)));
        assertThat(square)
                .isCloseTo((1 + 9 * kappa * kappa) / rate, within(6 * Math.sqrt((fourth - square * square) / n)));
    }

    @Test
    void weightPolynomialIsTheRatioOfSquaredAmplitudes() {
        double[] z = {1.3, -0.7};
        double[] coefficients = new double[3];

        toy.coefficients(z, new double[] {0.2}, coefficients);

        double kappa = -0.3;
        double amplitude = (1 - kappa * 0.91) / (1 - 0.2 * 0.91);
        double expected = toy.crossSection(new double[] {0.2}) * amplitude * amplitude;
        assertThat(toy.basis().size()).isEqualTo(3);
        assertThat(coefficients[0] + kappa * coefficients[1] + kappa * kappa * coefficients[2])
                .isCloseTo(expected, within(1e-15));
    }

    @Test
    void writtenEventsCarryObservablesAndLatents() {
        Event event = toy.event(1, 1, new double[0], new double[] {0.25, -1.5}, new double[] {0.5, 2});

        assertThat(event.particles())
                .anyMatch(p -> p.pdgId() == 22
                        && p.momentum().px() == 0.25
                        && p.momentum().py() == -1.5)
                .anyMatch(p -> p.pdgId() == 25
                        && p.momentum().px() == 0.5
                        && p.momentum().py() == 2);
        assertThat(toy.benchmarks()).hasSize(3);
    }
}

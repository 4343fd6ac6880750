package hep.aurum.estimator.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Hold every loss to its own derivatives, to its name, and to the true ratio as its minimum. */
abstract class RatioLossContract {

    private static final double ALPHA = 0.8;

    private final UniformRandomProvider random = RandomStreams.of(9).stream("loss", 0);

    abstract RatioLoss loss();

    @Test
    void isFoundByItsName() {
        assertThat(RatioLoss.named(loss().name())).hasSameClassAs(loss());
    }

    @Test
    void derivativesAgreeWithCentralDifferences() {
        for (int i = 0; i < 200; i++) {
            JointLabel label = label(i);
            double f = i % 10 == 0 ? 11 + random.nextDouble() : 4 * random.nextDouble() - 2;
            double sign = i % 20 == 0 ? -1 : 1;
            double[] g = {2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1};
            LossPoint point = point(sign * f, g);

            double value = loss().evaluate(label, ALPHA, point);

            double step = 1e-5;
            double slope = (value(label, sign * f + step, g) - value(label, sign * f - step, g)) / (2 * step);
            double scale = 1 + Math.abs(value) + Math.abs(slope);
            assertThat(point.logRatioDerivative()).isCloseTo(slope, within(1e-7 * scale));
            for (int a = 0; a < 2; a++) {
                double keep = g[a];
                g[a] = keep + step;
                double up = value(label, sign * f, g);
                g[a] = keep - step;
                double down = value(label, sign * f, g);
                g[a] = keep;
                // The difference of two losses loses digits where the loss itself is large.
                assertThat(point.scoreDerivative()[a])
                        .isCloseTo((up - down) / (2 * step), within(1e-7 * scale + 1e-10 * Math.abs(value) / step));
            }
        }
    }

    /** With a latent that makes r vary at fixed x, the mean loss is least at the mean of r and at the r-weighted mean of t. */
    @Test
    void meanLossIsLeastAtTheTrueRatioAndScore() {
        double[] r = {0.4, 1.5, 2.6, 0, -0.3};
        double mean = 0.84;
        double[] gradient = {0.7, -0.2, 1.3, 0.4, 0.1};
        double score = 0.46 / mean;
        double least = meanLoss(r, gradient, Math.log(mean), score);

        for (double shift : new double[] {-0.05, 0.05}) {
            assertThat(meanLoss(r, gradient, Math.log(mean) + shift, score)).isGreaterThan(least);
            if (loss().usesScore()) {
                assertThat(meanLoss(r, gradient, Math.log(mean), score + shift)).isGreaterThan(least);
            }
        }
    }

    private double meanLoss(double[] r, double[] gradient, double f, double g) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            JointLabel label = new JointLabel(1);
            label.setBoth(1, r[i]);
            label.weightedScore()[0] = gradient[i];
            sum += value(label, f, new double[] {g});
        }
        return sum / r.length;
    }

    private JointLabel label(int i) {
        JointLabel label = new JointLabel(2);
        double r = 3 * random.nextDouble() - (i % 3 == 0 ? 1 : 0);
        switch (i % 4) {
            case 0 -> label.setNumerator(i % 8 == 0 ? 1 : -0.7, Math.abs(r) + 0.1);
            case 1 -> label.setDenominator(i % 8 == 1 ? 1 : -0.7, r);
            default -> label.setBoth(1, i % 8 == 2 ? 0 : r);
        }
        label.weightedScore()[0] = random.nextDouble() - 0.5;
        label.weightedScore()[1] = random.nextDouble() - 0.5;
        return label;
    }

    private double value(JointLabel label, double f, double[] g) {
        return loss().evaluate(label, ALPHA, point(f, g));
    }

    private static LossPoint point(double f, double[] g) {
        LossPoint point = new LossPoint(g.length);
        point.setLogRatio(f);
        System.arraycopy(g, 0, point.score(), 0, g.length);
        return point;
    }
}

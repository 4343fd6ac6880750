package hep.aurum.sample;

import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The checks that need nothing but labels. */
final class LabelChecks {

    /** Events looked at one by one; spread evenly over the sample. */
    private static final int EVENTS = 2000;

    private static final double GRADIENT_TOLERANCE = 1e-5;
    private static final double RATIO_TOLERANCE = 1e-6;
    private static final double FALSE_ALARMS = 1e-4;

    /** Relative change of a ratio in one step of a finite difference, whose error is its fourth power over thirty. */
    private static final double MOST_CHANGE = 0.05;

    /** Shorter steps would let the rounding of ratios be seen. */
    private static final double MOST_SHORTENED = 50;

    /** Deviations that rounding alone can make of an identity. */
    private static final double ROUNDING = 1e-9;

    private final JointLabels labels;
    private final ParameterSpace space;
    private final AuditPoints points;
    private final int step;
    private final double zThreshold;

    LabelChecks(JointLabels labels, ParameterSpace space, AuditPoints points) {
        this.labels = labels;
        this.space = space;
        this.points = points;
        this.step = Math.max(1, labels.size() / EVENTS);
        int comparisons = points.size() * (1 + space.size());
        this.zThreshold = NormalDistribution.of(0, 1).inverseSurvivalProbability(FALSE_ALARMS / (2 * comparisons));
    }

    List<AuditCheck> run() {
        return List.of(gradient(), ratio(), meanRatio(), meanScore());
    }

    /**
     * Compare \(r\,t_a\) with a fourth-order finite difference of r. The deviation is relative to \(|r|/\Delta_a + |r\,t_a|\)
     * with the range \(\Delta_a\) of the parameter, which stays meaningful where r passes through zero.
     */
    private AuditCheck gradient() {
        double worst = 0;
        int worstParameter = 0;
        double[] score = new double[space.size()];
        double[] product = new double[space.size()];
        for (int pair = 0; pair < points.size(); pair++) {
            double[] theta0 = points.numerator(pair);
            double[] theta1 = points.denominator(pair);
            for (int i = 0; i < labels.size(); i += step) {
                if (labels.importance(i, theta0) == 0 || labels.importance(i, theta1) == 0) {
                    continue;
                }
                double r = labels.jointRatio(i, theta0, theta1);
                labels.jointScore(i, theta0, score);
                labels.ratioGradient(i, theta0, theta1, product);
                for (int a = 0; a < score.length; a++) {
                    double width = space.get(a).max() - space.get(a).min();
                    double scale = Math.abs(r) / width + Math.abs(r * score[a]);
                    double difference = difference(i, theta0, theta1, a, score[a]) - r * score[a];
                    double deviation = Math.max(Math.abs(difference), Math.abs(product[a] - r * score[a])) / scale;
                    if (!(deviation <= worst)) {
                        worst = Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation;
                        worstParameter = a;
                    }
                }
            }
        }
        String name = space.get(worstParameter).name();
        return AuditCheck.of(
                "score is the gradient of the ratio",
                worst <= GRADIENT_TOLERANCE,
                worst,
                GRADIENT_TOLERANCE,
                worst <= GRADIENT_TOLERANCE
                        ? String.format(
                                Locale.ROOT,
                                "the joint score is the gradient of the log joint ratio within %.1g, latents included",
                                worst)
                        : String.format(
                                Locale.ROOT,
                                "the joint score is not the gradient of the log joint ratio in %s (deviation %.2g of its"
                                        + " size): a wrong sign, a missing gradient of log sigma, or a latent left out",
                                name,
                                worst));
    }

    /** Where the score is so large that a step would change the ratio by more than a few per cent, the step is shorter. */
    private double difference(int event, double[] theta0, double[] theta1, int parameter, double score) {
        Parameter p = space.get(parameter);
        double longest = AuditPoints.STEP * (p.max() - p.min());
        double h = Math.max(longest / MOST_SHORTENED, Math.min(longest, MOST_CHANGE / Math.abs(score)));
        double[] moved = theta0.clone();
        double wide = central(event, moved, theta1, parameter, theta0[parameter], h);
        double narrow = central(event, moved, theta1, parameter, theta0[parameter], h / 2);
        // Richardson's extrapolation removes the error of order h^2.
        return (4 * narrow - wide) / 3;
    }

    private double central(int event, double[] moved, double[] theta1, int parameter, double at, double h) {
        moved[parameter] = at + h;
        double up = labels.jointRatio(event, moved, theta1);
        moved[parameter] = at - h;
        double down = labels.jointRatio(event, moved, theta1);
        moved[parameter] = at;
        return (up - down) / (2 * h);
    }

    /** Compare r(θ0, θ1) with the quotient of importances, whose common factor is taken from the median. */
    private AuditCheck ratio() {
        double worst = 0;
        for (int pair = 0; pair < points.size(); pair++) {
            double[] quotients = new double[(labels.size() + step - 1) / step];
            int n = 0;
            for (int i = 0; i < labels.size(); i += step) {
                double numerator = labels.importance(i, points.numerator(pair));
                double denominator = labels.importance(i, points.denominator(pair));
                if (numerator != 0 && denominator != 0) {
                    double r = labels.jointRatio(i, points.numerator(pair), points.denominator(pair));
                    quotients[n++] = r * denominator / numerator;
                }
            }
            double[] sorted = Arrays.copyOf(quotients, n);
            Arrays.sort(sorted);
            for (int i = 0; i < n; i++) {
                double deviation = Math.abs(sorted[i] / sorted[n / 2] - 1);
                worst = deviation <= worst ? worst : Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation;
            }
        }
        boolean passes = worst <= RATIO_TOLERANCE;
        return AuditCheck.of(
                "ratio agrees with the weights",
                passes,
                worst,
                RATIO_TOLERANCE,
                String.format(
                        Locale.ROOT,
                        passes
                                ? "the joint ratio is the quotient of the event's weights at the two points within %.1g"
                                : "the joint ratio is not the quotient of the event's weights at the two points (off by"
                                        + " %.2g): numerator and denominator may be interchanged",
                        worst));
    }

    private AuditCheck meanRatio() {
        double worst = 0;
        double worstMean = 1;
        for (int pair = 0; pair < points.size(); pair++) {
            Moments moments = new Moments(labels.size());
            for (int i = 0; i < labels.size(); i++) {
                double weight = labels.importance(i, points.denominator(pair));
                if (weight != 0) {
                    double r = labels.jointRatio(i, points.numerator(pair), points.denominator(pair));
                    moments.add(weight, r);
                }
            }
            double pull = moments.pull(1);
            if (!(pull <= worst)) {
                worst = pull;
                worstMean = moments.mean();
            }
        }
        return AuditCheck.of(
                "mean ratio",
                worst <= zThreshold,
                worst,
                zThreshold,
                String.format(
                        Locale.ROOT,
                        worst <= zThreshold
                                ? "the mean of the joint ratio under its denominator is 1 within errors (worst %.5g, %.1f"
                                        + " errors)"
                                : "the mean of the joint ratio under its denominator is %.5g where it must be 1 (%.1f errors"
                                        + " off): the ratio of cross-sections may be missing, or the ratio inverted",
                        worstMean,
                        worst));
    }

    private AuditCheck meanScore() {
        double worst = 0;
        double worstMean = 0;
        int worstParameter = 0;
        double[] score = new double[space.size()];
        for (int pair = 0; pair < points.size(); pair++) {
            double[] theta = points.numerator(pair);
            Moments[] moments = new Moments[space.size()];
            Arrays.setAll(moments, a -> new Moments(labels.size()));
            for (int i = 0; i < labels.size(); i++) {
                double weight = labels.importance(i, theta);
                if (weight != 0) {
                    labels.jointScore(i, theta, score);
                    for (int a = 0; a < score.length; a++) {
                        // In units of the range, so that rounding has a scale.
                        moments[a].add(
                                weight,
                                score[a] * (space.get(a).max() - space.get(a).min()));
                    }
                }
            }
            for (int a = 0; a < score.length; a++) {
                double pull = moments[a].pull(0);
                if (!(pull <= worst)) {
                    worst = pull;
                    worstParameter = a;
                    worstMean = moments[a].mean()
                            / (space.get(a).max() - space.get(a).min());
                }
            }
        }
        return AuditCheck.of(
                "mean score",
                worst <= zThreshold,
                worst,
                zThreshold,
                String.format(
                        Locale.ROOT,
                        worst <= zThreshold
                                ? "the mean of the joint score vanishes within errors (worst %.3g in %s, %.1f errors)"
                                : "the mean of the joint score is %.3g in %s where it must vanish (%.1f errors off): the"
                                        + " gradient of log sigma after selection may be missing",
                        worstMean,
                        space.get(worstParameter).name(),
                        worst));
    }

    /** A self-normalised weighted mean with its error, in two passes over stored values. */
    private static final class Moments {

        private final double[] weights;
        private final double[] values;
        private int n;

        Moments(int capacity) {
            weights = new double[capacity];
            values = new double[capacity];
        }

        void add(double weight, double value) {
            weights[n] = weight;
            values[n++] = value;
        }

        double mean() {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < n; i++) {
                sum += weights[i] * values[i];
                total += weights[i];
            }
            return sum / total;
        }

        /** The distance of the mean from what it must be, in errors; 0 for an identity that holds up to rounding. */
        double pull(double expected) {
            double mean = mean();
            double variance = 0;
            double total = 0;
            for (int i = 0; i < n; i++) {
                double term = weights[i] * (values[i] - mean);
                variance += term * term;
                total += weights[i];
            }
            double distance = Math.abs(mean - expected);
            double pull = distance <= ROUNDING ? 0 : distance * Math.abs(total) / Math.sqrt(variance);
            return Double.isNaN(pull) ? Double.POSITIVE_INFINITY : pull;
        }
    }
}

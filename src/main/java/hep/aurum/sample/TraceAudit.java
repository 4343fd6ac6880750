package hep.aurum.sample;

import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Audit labels that were mined elsewhere by what must hold of them at every θ0, averaged over the points that the examples
 * have:
 *
 * <p>\[ E_{x,z\sim\theta_1}[r] = 1, \qquad E_{x,z\sim\theta_1}[\log r] \le 0 \le E_{x,z\sim\theta_0}[\log r], \qquad
 * E_{x,z\sim\theta_0}[t] = 0. \]
 *
 * <p>The second finds a ratio of the wrong sign or with the labels interchanged where the first has few events to tell by. A score
 * taken for another law whose mean vanishes too passes: without the simulator there is no ratio at neighbouring points to
 * compare it with.
 *
 * <p>All checks together fail in 1 of 10 000 audits of right labels whose means are normally distributed.
 */
public final class TraceAudit {

    private static final double FALSE_ALARMS = 1e-4;

    /** Below it a mean of ratios is made by a few events. */
    private static final double ENOUGH = 100;

    private final LabelledSample sample;
    private final int[] numerators;
    private final int[] denominators;
    private final double threshold;

    private TraceAudit(LabelledSample sample) {
        this.sample = sample;
        this.numerators = rows(0);
        this.denominators = rows(1);
        int comparisons = 3 + sample.space().size();
        this.threshold = NormalDistribution.of(0, 1).inverseSurvivalProbability(FALSE_ALARMS / (2 * comparisons));
    }

    /** Audit labelled examples; what they lack is not checked. */
    public static AuditReport of(LabelledSample sample) {
        TraceAudit audit = new TraceAudit(sample);
        boolean hasRatio = sample.ratio().isPresent();
        return new AuditReport(Stream.of(
                        hasRatio && audit.denominators.length > 1 ? List.of(audit.meanRatio()) : List.<AuditCheck>of(),
                        hasRatio ? List.of(audit.orientation()) : List.<AuditCheck>of(),
                        sample.score().isPresent() && audit.numerators.length > 1
                                ? List.of(audit.meanScore())
                                : List.<AuditCheck>of())
                .flatMap(List::stream)
                .toList());
    }

    private int[] rows(int label) {
        return IntStream.range(0, sample.size())
                .filter(i -> sample.y().get(i, 0) == label)
                .toArray();
    }

    private double weight(int row) {
        return sample.weight().isPresent() ? sample.weight().get().get(row, 0) : 1;
    }

    private double ratio(int row) {
        return sample.ratio().orElseThrow().get(row, 0);
    }

    /** The mean of a number over some rows, with the error of a self-normalised mean. */
    private record Mean(double value, double error) {

        double pull(double expected) {
            double distance = value - expected;
            // Rounding alone moves an identity by this much.
            return Math.abs(distance) <= 1e-9 ? 0 : distance / error;
        }
    }

    private Mean mean(int[] rows, IntToDoubleFunction number) {
        double sum = 0;
        double total = 0;
        for (int row : rows) {
            sum += weight(row) * number.applyAsDouble(row);
            total += weight(row);
        }
        double mean = sum / total;
        double variance = 0;
        for (int row : rows) {
            double term = weight(row) * (number.applyAsDouble(row) - mean);
            variance += term * term;
        }
        return new Mean(mean, Math.sqrt(variance) / Math.abs(total));
    }

    private AuditCheck meanRatio() {
        Mean mean = mean(denominators, this::ratio);
        double sum = 0;
        double squares = 0;
        for (int row : denominators) {
            sum += ratio(row);
            squares += ratio(row) * ratio(row);
        }
        double effective = squares > 0 ? sum * sum / squares : 0;
        double pull = Math.abs(mean.pull(1));
        boolean passes = pull <= threshold;
        if (effective < ENOUGH) {
            return new AuditCheck(
                    "mean ratio",
                    AuditCheck.Outcome.WARN,
                    effective,
                    ENOUGH,
                    String.format(
                            Locale.ROOT,
                            "the mean of the joint ratio under its denominator is made by %.0f effective events of %d, too"
                                    + " few to check that it is 1",
                            effective,
                            denominators.length));
        }
        return AuditCheck.of(
                "mean ratio",
                passes,
                pull,
                threshold,
                String.format(
                        Locale.ROOT,
                        "the mean of the joint ratio under its denominator is %.5g (%.1f errors from 1)%s",
                        mean.value(),
                        pull,
                        passes ? "" : ": it may be unnormalised, inverted, or of another denominator"));
    }

    private AuditCheck orientation() {
        // A ratio that vanishes has an infinite logarithm, on the side where it belongs.
        double over = denominators.length < 2
                ? 0
                : mean(denominators, row -> log(row)).pull(0);
        double under =
                numerators.length < 2 ? 0 : -mean(numerators, row -> log(row)).pull(0);
        double worst = Math.max(0, Math.max(over, under));
        boolean passes = worst <= threshold;
        return AuditCheck.of(
                "orientation",
                passes,
                worst,
                threshold,
                passes
                        ? "the joint ratio is larger for events of the numerator than for those of the denominator"
                        : String.format(
                                Locale.ROOT,
                                "the mean log joint ratio has the wrong sign (by %.1f errors): the ratio is inverted, or the"
                                        + " labels are interchanged",
                                worst));
    }

    private double log(int row) {
        return StrictMath.log(Math.max(ratio(row), Double.MIN_NORMAL));
    }

    private AuditCheck meanScore() {
        double worst = 0;
        double worstMean = 0;
        int worstParameter = 0;
        for (int a = 0; a < sample.space().size(); a++) {
            int parameter = a;
            Mean mean = mean(numerators, row -> sample.score().orElseThrow().get(row, parameter));
            if (Math.abs(mean.pull(0)) > worst) {
                worst = Math.abs(mean.pull(0));
                worstMean = mean.value();
                worstParameter = a;
            }
        }
        boolean passes = worst <= threshold;
        String name = sample.space().size() == 0
                ? ""
                : sample.space().get(worstParameter).name();
        return AuditCheck.of(
                "mean score",
                passes,
                worst,
                threshold,
                String.format(
                        Locale.ROOT,
                        passes
                                ? "the mean of the joint score at theta0 vanishes within errors (worst %.3g in %s, %.1f errors)"
                                : "the mean of the joint score at theta0 is %.3g in %s where it must vanish (%.1f errors off):"
                                        + " it may be of another point, or lack the gradient of log sigma",
                        worstMean,
                        name,
                        worst));
    }
}

package hep.aurum.workflow;

import java.util.Locale;

/** Write the result of a study of histograms for a physicist to read. */
final class HistogramSummary {

    private final StringBuilder text = new StringBuilder();

    private HistogramSummary() {}

    static String of(HistogramResult result) {
        HistogramSummary summary = new HistogramSummary();
        summary.line("%s", result.title());
        summary.line("Aurum %s%s", result.aurum(), result.isBlind() ? ", blind: Asimov data" : "");
        result.channels().forEach(summary::channel);
        summary.conclusion(result);
        if (!result.warnings().isEmpty()) {
            summary.line("");
            summary.line("Mind");
            result.warnings().forEach(warning -> summary.line("  - %s", warning));
        }
        return summary.text.toString().stripTrailing();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void channel(HistogramResult.ChannelReport channel) {
        line("");
        line(
                "Channel %s, %.4g fb^-1, %d bins from %.6g to %.6g",
                channel.name(),
                channel.luminosityFb(),
                channel.bins(),
                channel.edges().get(0),
                channel.edges().get(channel.bins()));
        line("  %-20s %21s %21s", "", "expected", "fitted");
        double sum = 0;
        double sumFitted = 0;
        for (String process : channel.expected().keySet()) {
            HistogramResult.Estimate before = channel.expected().get(process);
            HistogramResult.Estimate after = channel.fitted().get(process);
            if (before != null && after != null) {
                sum += before.value();
                sumFitted += after.value();
                line(
                        "  %-20s %10.3f +- %7.3f %10.3f +- %7.3f",
                        process, before.value(), before.error(), after.value(), after.error());
            }
        }
        line("  %-20s %10.3f %21.3f", "sum", sum, sumFitted);
        if (channel.observed() != null) {
            line("  %-20s %6.0f", "observed", channel.observed());
        }
    }

    private void conclusion(HistogramResult result) {
        line("");
        HistogramResult.Interval rate = result.fittedRate();
        line(
                "%s = %.3f  -%.3f +%.3f",
                result.rate(), rate.value(), rate.value() - rate.lower(), rate.upper() - rate.value());
        line(
                "Discovery of %s against zero: observed %.2f sigma (p0 = %.3g), expected %.2f sigma",
                result.rate(),
                result.discovery().z(),
                result.discovery().p0(),
                result.discovery().zExpected());
        if (result.limit() != null) {
            line(
                    "Limit at %.4g%% CL: observed %.3f, expected %.3f (background only)",
                    100 * result.limit().level(),
                    result.limit().observed(),
                    result.limit().expected().get(2));
        }
        if (result.goodness().pValue() != null) {
            line(
                    "Goodness of fit: %.1f for %d degrees of freedom, p = %.3f (asymptotic)",
                    result.goodness().statistic(),
                    result.goodness().degreesOfFreedom(),
                    result.goodness().pValue());
        }
    }
}

package hep.aurum.workflow;

import hep.aurum.report.Numbers;
import hep.aurum.report.State;
import hep.aurum.trust.Finding;
import hep.aurum.trust.TrustReport;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Say in words how checks ended: a reader needs no colours. */
final class TrustWords {

    private static final double SMALLEST = 1e-300;
    private static final Pattern TIMES = Pattern.compile(" x (?=[0-9])");
    private static final Pattern POWER_OF_TEN = Pattern.compile(" × 10\\^\\{(-?\\d+)}");

    private TrustWords() {}

    /** Return the state on the page that goes with that of a check. */
    static State state(TrustReport.State state) {
        return switch (state) {
            case PROVED -> State.GOOD;
            case POWERLESS -> State.CAUTION;
            case BROKEN -> State.BAD;
        };
    }

    /** Return the verdict in a word. */
    static String word(TrustReport.State state) {
        return switch (state) {
            case PROVED -> "proved";
            case POWERLESS -> "no power";
            case BROKEN -> "do not use";
        };
    }

    /** Return how a check ended; without a control it has passed, and proves less. */
    static String word(TrustReport.Result result) {
        boolean isBare =
                result.state() == TrustReport.State.PROVED && result.control().isEmpty();
        return isBare ? "passed" : word(result.state());
    }

    /** Set a sentence with the signs of print. */
    static String shown(String sentence) {
        return TIMES.matcher(sentence.replace(" +- ", " ± ").replace("chi-square", "χ²"))
                .replaceAll(" × ");
    }

    /** Return whether the twin was seen. */
    static String twin(TrustReport.Result result, int checks) {
        if (result.control().isEmpty()) {
            return "no twin";
        }
        double p = result.control().get().pValue();
        boolean isSeen = p <= TrustReport.FALSE_ALARM / checks;
        return "twin “" + shown(result.twin()) + "” " + (isSeen ? "seen" : "not seen") + " (p = " + pValue(p) + ")";
    }

    /** Return the verdict in a sentence. */
    static String verdict(TrustReport report) {
        long all = report.results().size();
        long proved = count(report, TrustReport.State.PROVED);
        long broken = count(report, TrustReport.State.BROKEN);
        return switch (report.state()) {
            case PROVED ->
                "Proved: the ratio passed " + all + " checks, and each check saw the broken twin that it was made for.";
            case POWERLESS ->
                "No proof: nothing speaks against the ratio, but " + (all - proved) + " of " + all
                        + " checks could not tell it from its broken twin.";
            case BROKEN -> "Do not use: the ratio failed " + broken + " of " + all + " checks.";
        };
    }

    /** Return what to do, most urgent first. */
    static List<String> advice(TrustReport report) {
        TrustReport.State worst = report.state();
        if (worst == TrustReport.State.PROVED) {
            return List.of();
        }
        if (worst == TrustReport.State.POWERLESS) {
            return List.of("simulate more events that the training does not see, so that the checks can tell");
        }
        return report.results().stream()
                .filter(result -> result.state() == TrustReport.State.BROKEN)
                .map(result -> result.finding().advice())
                .distinct()
                .toList();
    }

    static long count(TrustReport report, TrustReport.State state) {
        return report.results().stream().filter(r -> r.state() == state).count();
    }

    /** Print a p-value for places that know no raised digits. */
    static String pValue(double p) {
        if (p >= 1e-3) {
            return Numbers.significant(p, 2);
        }
        return p < SMALLEST ? "0" : String.format(Locale.ROOT, "%.0e", p).replace("e-0", "e-");
    }

    /** Return a figure with its error and what it should be. */
    static String figure(Finding finding) {
        if (!Double.isFinite(finding.value())) {
            return Numbers.NONE;
        }
        String figure = Numbers.plusMinus(finding.value(), finding.error()) + " (right: "
                + Numbers.plain(finding.expected()) + ")";
        return POWER_OF_TEN.matcher(figure.replace('−', '-')).replaceAll("e$1");
    }
}

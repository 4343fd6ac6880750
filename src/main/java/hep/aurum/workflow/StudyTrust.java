package hep.aurum.workflow;

import hep.aurum.infer.interval.Scan1D;
import hep.aurum.report.Numbers;
import hep.aurum.report.State;
import hep.aurum.report.TrustCheck;
import hep.aurum.sample.AuditReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gather what speaks for and against the numbers of a study of events. */
final class StudyTrust {

    /** Pulls of a mean ratio that call for caution, and that with a bias of {@link #MUCH} condemn it. */
    private static final double CAUTION_PULL = 3;

    private static final double BAD_PULL = 5;
    private static final double MUCH = 0.1;

    /** Mean squared error of log r̂ as a fraction of that of knowing nothing. */
    private static final double FINE_ERROR = 0.1;

    private static final double BAD_ERROR = 0.5;

    private final StudyResult result;
    private final List<TrustCheck> checks = new ArrayList<>();

    private StudyTrust(StudyResult result) {
        this.result = result;
    }

    static List<TrustCheck> checks(StudyResult result) {
        StudyTrust trust = new StudyTrust(result);
        trust.labels();
        trust.meanRatios();
        trust.truth();
        trust.closure();
        trust.unbinned(result.discovery());
        trust.toys();
        trust.pseudoData();
        trust.ranges();
        trust.limit(result.discovery());
        result.warnings().forEach(warning -> trust.add(State.CAUTION, "Warning", warning, ""));
        return List.copyOf(trust.checks);
    }

    private void add(State state, String name, String sentence, String advice) {
        checks.add(new TrustCheck(state, name, sentence, advice));
    }

    private void labels() {
        int made = 0;
        int cautions = 0;
        int failures = 0;
        for (AuditReport report : result.audit().values()) {
            made += report.checks().size();
            cautions += report.warnings().size();
            failures += report.failures().size();
        }
        State state = failures > 0 ? State.BAD : cautions > 0 ? State.CAUTION : State.GOOD;
        String found =
                failures == 0 ? "none of " + made + " checks failed" : failures + " of " + made + " checks failed";
        add(state, "Label audit", found + (cautions == 0 ? "" : ", " + cautions + " with caution") + ".", "");
    }

    private void meanRatios() {
        for (StudyResult.MeanRatio mean : result.estimator().meanRatio()) {
            double pull = Math.abs(pull(mean));
            State state = pull <= CAUTION_PULL
                    ? State.GOOD
                    : pull > BAD_PULL && Math.abs(mean.mean() - 1) > MUCH ? State.BAD : State.CAUTION;
            add(
                    state,
                    "E[r̂] = 1",
                    "the mean of the learned ratio at " + StudyTables.point(mean.theta0()) + " is "
                            + Numbers.plusMinus(mean.mean(), mean.error()) + " over held-out events, "
                            + Numbers.fixed(pull, 1) + "σ from 1.",
                    state == State.GOOD
                            ? ""
                            : "train on more events or with more members, or look closer to the standard point");
        }
    }

    /** Return by how many errors the mean of a ratio differs from 1; 0 where it has no error. */
    static double pull(StudyResult.MeanRatio mean) {
        return mean.error() > 0 ? (mean.mean() - 1) / mean.error() : 0;
    }

    private void truth() {
        StudyResult.TruthReport truth = result.truth();
        if (truth == null || truth.trivialMeanSquaredError() <= 0) {
            return;
        }
        double share = truth.meanSquaredError() / truth.trivialMeanSquaredError();
        State state = share <= FINE_ERROR ? State.GOOD : share <= BAD_ERROR ? State.CAUTION : State.BAD;
        add(
                state,
                "Closed form",
                "the mean squared error of ln r̂ is "
                        + Numbers.plusMinus(truth.meanSquaredError(), truth.meanSquaredErrorError()) + ", "
                        + Numbers.percent(share) + " of that of knowing nothing.",
                state == State.GOOD ? "" : "train on more events, more epochs or with more members");
    }

    private void closure() {
        Double t = result.scan().expected().tTruth();
        if (t != null && !Cautions.missesTruth(t)) {
            add(
                    State.GOOD,
                    "Asimov closure",
                    "the expected scan puts its own truth at −2Δln L = " + Numbers.fixed(t, 2) + " above its minimum.",
                    "");
        }
    }

    private void unbinned(StudyResult.@Nullable DiscoveryReport discovery) {
        StudyResult.UnbinnedTest test = discovery == null ? null : discovery.unbinned();
        if (test != null && !Cautions.missesTruth(test.tAsimov())) {
            add(
                    State.GOOD,
                    "Unbinned closure",
                    "the unbinned test finds a strength of " + Numbers.fixed(test.muHatAsimov(), 2)
                            + " in Asimov data of 1.",
                    "");
        }
    }

    private void toys() {
        for (ScanReport.Neyman check : result.scan().neyman()) {
            if (!Cautions.undercovers(check)) {
                add(
                        State.GOOD,
                        "Coverage",
                        "the asymptotic 95.45 % region covers "
                                + Numbers.percent(check.coverage95(), check.coverage95Error())
                                + " of " + Numbers.count(check.toys()) + " toys at " + StudyTables.point(check.theta())
                                + ".",
                        "");
            }
        }
    }

    private void pseudoData() {
        ScanReport.Fit observed = result.scan().observed();
        if (observed != null && observed.inside95() != null) {
            boolean isInside = observed.inside95();
            add(
                    isInside ? State.GOOD : State.CAUTION,
                    "Pseudo-data",
                    "their truth lies " + (isInside ? "inside" : "outside") + " the 95.45 % region"
                            + (isInside ? "." : ", as it does in 1 of 22 data sets by chance."),
                    isInside ? "" : "run with other seeds and count");
        }
    }

    private void ranges() {
        ScanReport.Fit fit = result.scan().observed() == null
                ? result.scan().expected()
                : result.scan().observed();
        for (Scan1D scan : fit.scans()) {
            List<Scan1D.Interval> intervals = fit.intervals95().getOrDefault(scan.parameter(), List.of());
            double first = scan.values().get(0);
            double last = scan.values().get(scan.values().size() - 1);
            // Zero is where a rate ends by nature.
            boolean isCut = intervals.stream().anyMatch(i -> i.lower() <= first && first != 0 || i.upper() >= last);
            if (isCut) {
                add(
                        State.CAUTION,
                        "Range",
                        "the 95.45 % set of " + scan.parameter()
                                + " reaches the end of its range and may go on beyond.",
                        "widen the range of " + scan.parameter() + ", or read the set as one-sided");
            }
        }
        minima(fit.minima());
    }

    private void minima(List<ScanReport.Minimum> minima) {
        if (minima.size() > 1) {
            Map<String, Double> second = minima.get(1).theta();
            add(
                    State.CAUTION,
                    "Minima",
                    "the likelihood has " + minima.size() + " minima; the second, at " + StudyTables.point(second)
                            + ", lies " + Numbers.fixed(minima.get(1).tAboveBest(), 2) + " higher.",
                    "quote the set, not a value with an error");
        }
    }

    private void limit(StudyResult.@Nullable DiscoveryReport discovery) {
        if (discovery == null) {
            return;
        }
        StudyResult.UnbinnedTest unbinned = discovery.unbinned();
        if (unbinned != null && unbinned.limit() == null) {
            add(State.CAUTION, "Limit", "there is no unbinned limit: " + unbinned.limitProblem(), "");
        }
        if (discovery.learned().limit() == null) {
            add(
                    State.CAUTION,
                    "Limit",
                    "there is no limit: " + discovery.learned().limitProblem(),
                    "");
        }
    }
}

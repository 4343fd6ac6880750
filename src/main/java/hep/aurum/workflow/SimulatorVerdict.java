package hep.aurum.workflow;

import hep.aurum.infer.interval.Scan1D;
import hep.aurum.report.KeyNumber;
import hep.aurum.report.Numbers;
import hep.aurum.report.State;
import hep.aurum.report.TableItem.Cell;
import hep.aurum.report.TrustCheck;
import hep.aurum.report.Verdict;
import hep.aurum.trust.TrustReport;
import java.util.ArrayList;
import java.util.List;

/** Say what a study of a simulator found, and what speaks for and against it. */
final class SimulatorVerdict {

    /** Pulls of a mean ratio that call for caution, and that with a bias of {@link #MUCH} condemn it. */
    private static final double CAUTION_PULL = 3;

    private static final double BAD_PULL = 5;
    private static final double MUCH = 0.1;

    /** Mean squared error of log r̂ as a fraction of that of knowing nothing. */
    private static final double FINE_ERROR = 0.1;

    private static final double BAD_ERROR = 0.5;

    private final SimulatorResult result;
    private final List<String> sentences = new ArrayList<>();
    private final List<KeyNumber> numbers = new ArrayList<>();
    private final List<TrustCheck> checks = new ArrayList<>();

    private SimulatorVerdict(SimulatorResult result) {
        this.result = result;
    }

    static Verdict of(SimulatorResult result) {
        SimulatorVerdict verdict = new SimulatorVerdict(result);
        verdict.comparison();
        verdict.parameters();
        verdict.examined();
        verdict.labels();
        verdict.meanRatios();
        verdict.truth();
        verdict.pseudoData();
        result.warnings().forEach(warning -> verdict.add(State.CAUTION, "Warning", warning, ""));
        return new Verdict(verdict.note(), verdict.sentences, verdict.numbers, verdict.checks);
    }

    private String note() {
        ScanReport.Fit fit = result.observed() == null ? result.expected() : result.observed();
        String at = fit.truth() == null ? "" : " at " + StudyTables.point(fit.truth());
        return result.observed() == null
                ? "Expected only: there are no data; Asimov data" + at + "."
                : "Pseudo-data, drawn" + at + ": a rehearsal, not a measurement.";
    }

    private void comparison() {
        HypothesisComparison.Report test = result.comparison();
        if (test == null) {
            return;
        }
        String names = test.alternativeName() + " over " + test.nullName();
        String expected = Numbers.sigma(test.expectedZ()) + " expected";
        Double p = test.pNull();
        Double z = test.zNull();
        Double other = test.pAlternative();
        if (p == null || z == null || other == null) {
            sentences.add(names + ": " + expected + " if " + test.alternativeName() + " is true.");
            numbers.add(new KeyNumber(names, Numbers.sigma(test.expectedZ()), "expected"));
            return;
        }
        String floor = p <= 1.5 / (1 + test.toys()) ? "at least " : "";
        sentences.add(names + ": " + test.nullName() + " is disfavoured by " + floor + Numbers.sigma(z) + " (p = "
                + Numbers.pValue(p) + "; " + expected + "), " + test.alternativeName() + " has p = "
                + Numbers.pValue(other) + ".");
        numbers.add(new KeyNumber(names, floor + Numbers.sigma(z), "p = " + Numbers.pValue(p) + "; " + expected));
    }

    private void parameters() {
        ScanReport.Fit fit = result.observed() == null ? result.expected() : result.observed();
        for (Scan1D scan : fit.scans()) {
            String name = scan.parameter();
            double best = fit.minima().get(0).theta().getOrDefault(name, Double.NaN);
            List<Scan1D.Interval> narrow = fit.intervals68().getOrDefault(name, List.of());
            List<Scan1D.Interval> wide = fit.intervals95().getOrDefault(name, List.of());
            String how = "asymptotic";
            for (SimulatorResult.Set set : result.sets()) {
                if (set.parameter().equals(name)) {
                    narrow = set.intervals68();
                    wide = set.intervals95();
                    how = "by toys";
                }
            }
            numbers.add(new KeyNumber(
                    name + (result.observed() == null ? ", expected" : ", best fit"),
                    Numbers.plain(best),
                    "68.27 %: " + StudyVerdict.union(narrow) + "; 95.45 %: " + StudyVerdict.union(wide) + ", " + how));
            sentences.add(name + " is in " + StudyVerdict.union(wide) + " at 95.45 % (" + how + "), from "
                    + Numbers.count(result.observations()) + " " + result.called() + " together.");
        }
    }

    private void add(State state, String name, String sentence, String advice) {
        checks.add(new TrustCheck(state, name, sentence, advice));
    }

    /** Set the state of a check of trust. */
    static Cell cell(TrustReport.State state) {
        return switch (state) {
            case PROVED -> Cell.state(State.GOOD, "passed, twin failed");
            case POWERLESS -> Cell.state(State.CAUTION, "passed, and so did its twin");
            case BROKEN -> Cell.state(State.BAD, "failed");
        };
    }

    private void examined() {
        if (result.trust() == null) {
            return;
        }
        boolean isCalibrated = !result.neyman().isEmpty() || result.comparison() != null;
        if (result.trust().state() == TrustReport.State.BROKEN && isCalibrated) {
            sentences.add(
                    "The ratio failed a check: sets and p-values by toys hold all the same at the points where toys were drawn,"
                            + " asymptotic ones do not.");
        }
        for (TrustReport.Result found : result.trust().results()) {
            switch (found.state()) {
                case PROVED ->
                    add(
                            State.GOOD,
                            found.finding().check(),
                            found.finding().sentence() + twin(found, " failed, as it must."),
                            "");
                case POWERLESS ->
                    add(
                            State.CAUTION,
                            found.finding().check(),
                            found.finding().sentence() + twin(found, " passed too: this proves nothing."),
                            found.finding().power());
                case BROKEN ->
                    add(
                            State.BAD,
                            found.finding().check(),
                            found.finding().sentence(),
                            found.finding().advice());
            }
        }
    }

    private static String twin(TrustReport.Result found, String outcome) {
        return found.control().isEmpty() ? "" : " Its twin, " + found.twin() + "," + outcome;
    }

    private void labels() {
        int failures = result.audit().failures().size();
        int cautions = result.audit().warnings().size();
        State state = failures > 0 ? State.BAD : cautions > 0 ? State.CAUTION : State.GOOD;
        int made = result.audit().checks().size();
        add(
                state,
                "Audit of the gold",
                failures + " of " + made + " checks failed"
                        + (cautions == 0 ? "." : ", " + cautions + " with caution."),
                "");
    }

    private void meanRatios() {
        for (SimulatorResult.MeanRatio mean : result.meanRatios()) {
            double pull = mean.error() > 0 ? Math.abs(mean.mean() - 1) / mean.error() : 0;
            boolean isBad = pull > BAD_PULL && Math.abs(mean.mean() - 1) > MUCH;
            add(
                    pull <= CAUTION_PULL ? State.GOOD : isBad ? State.BAD : State.CAUTION,
                    "E[r̂] = 1",
                    "the mean of the learned ratio at " + StudyTables.point(mean.theta()) + " is "
                            + Numbers.plusMinus(mean.mean(), mean.error()) + ", " + Numbers.fixed(pull, 1)
                            + "σ from 1.",
                    pull <= CAUTION_PULL ? "" : "train on more events or with more members");
        }
    }

    private void truth() {
        StudyResult.TruthReport truth = result.truth();
        if (truth == null || truth.trivialMeanSquaredError() <= 0) {
            return;
        }
        double share = truth.meanSquaredError() / truth.trivialMeanSquaredError();
        add(
                share <= FINE_ERROR ? State.GOOD : share <= BAD_ERROR ? State.CAUTION : State.BAD,
                "Closed form",
                "the mean squared error of ln r̂ is "
                        + Numbers.plusMinus(truth.meanSquaredError(), truth.meanSquaredErrorError()) + ", "
                        + Numbers.percent(share) + " of that of knowing nothing.",
                share <= FINE_ERROR ? "" : "train on more events, more epochs or with more members");
    }

    private void pseudoData() {
        ScanReport.Fit observed = result.observed();
        if (observed != null && observed.inside95() != null) {
            boolean isInside = observed.inside95();
            add(
                    isInside ? State.GOOD : State.CAUTION,
                    "Pseudo-data",
                    "their truth lies " + (isInside ? "inside" : "outside") + " the asymptotic 95.45 % region"
                            + (isInside ? "." : ", as it does in 1 of 22 data sets by chance."),
                    isInside ? "" : "run with other seeds and count");
        }
    }
}

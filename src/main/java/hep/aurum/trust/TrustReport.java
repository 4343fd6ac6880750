package hep.aurum.trust;

import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Hold the findings of all checks against one family-wise rate of false alarms of 1 %, by the procedure of Holm.
 *
 * @param subject name of what was examined
 * @param results of the checks that could be made, in order
 * @see <a href="https://www.jstor.org/stable/4615733">Holm: A simple sequentially rejective multiple test procedure (1979)</a>
 */
public record TrustReport(String subject, List<Result> results) {

    /** Probability that a right ratio fails any check. */
    public static final double FALSE_ALARM = 0.01;

    /** How a check ended. */
    public enum State {
        /** The ratio passed, its twin failed. */
        PROVED,
        /** The ratio passed, but so did its twin: there were too few events to tell. */
        POWERLESS,
        /** The ratio failed. */
        BROKEN
    }

    /**
     * Hold a check with its control.
     *
     * @param finding on the ratio
     * @param state how it ended
     * @param twin name of the broken twin; empty without one
     * @param control finding on the twin, if there is one
     */
    public record Result(Finding finding, State state, String twin, Optional<Finding> control) {}

    /** Copy the list. */
    public TrustReport {
        results = List.copyOf(results);
    }

    /**
     * Make all checks.
     *
     * @param threads threads that may work; no figure depends on it
     */
    public static TrustReport of(
            Subject subject, List<Check> checks, RandomStreams streams, int threads, Progress progress) {
        return of(subject.name(), List.of(subject), checks, streams, threads, progress);
    }

    /**
     * Make all checks on several subjects, such as the channels of one likelihood, and hold all findings against one rate of false
     * alarms. Of several, each is named with its check.
     *
     * @param name of all together
     * @param threads threads that may work; no figure depends on it
     */
    public static TrustReport of(
            String name,
            List<Subject> subjects,
            List<Check> checks,
            RandomStreams streams,
            int threads,
            Progress progress) {
        boolean isOne = subjects.size() == 1;
        List<Finding> findings = new ArrayList<>();
        List<Optional<Twin>> twins = new ArrayList<>();
        List<Optional<Finding>> controls = new ArrayList<>();
        for (Subject subject : subjects) {
            RandomStreams own = isOne ? streams : streams.part(subject.name());
            for (Check check : checks) {
                String task = isOne ? check.name() : check.name() + Finding.IN + subject.name();
                progress.report(task, 0);
                check.examine(subject, own.part(check.name()), threads).ifPresent(finding -> {
                    Optional<Twin> twin = check.twin(subject);
                    findings.add(isOne ? finding : finding.in(subject.name()));
                    twins.add(twin);
                    controls.add(
                            twin.flatMap(t -> check.examine(t.subject(), own.part(check.name() + " twin"), threads)));
                });
                progress.report(task, 1);
            }
        }
        return judged(name, findings, twins, controls);
    }

    private static TrustReport judged(
            String subject, List<Finding> findings, List<Optional<Twin>> twins, List<Optional<Finding>> controls) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> findings.get(i).pValue()));
        boolean[] rejected = new boolean[findings.size()];
        int left = findings.size();
        for (int i : order) {
            if (findings.get(i).pValue() > FALSE_ALARM / left) {
                break;
            }
            rejected[i] = true;
            left--;
        }
        List<Result> results = new ArrayList<>();
        double strictest = FALSE_ALARM / Math.max(1, findings.size());
        for (int i = 0; i < findings.size(); i++) {
            Optional<Finding> control = controls.get(i);
            boolean isBlind = control.isPresent() && control.get().pValue() > strictest;
            State state = rejected[i] ? State.BROKEN : isBlind ? State.POWERLESS : State.PROVED;
            results.add(new Result(
                    findings.get(i), state, twins.get(i).map(Twin::name).orElse(""), control));
        }
        return new TrustReport(subject, results);
    }

    /** Return the verdict: broken if any check is, without proof if any had no power, proved otherwise. */
    public State state() {
        return results.stream()
                .map(Result::state)
                .max(Comparator.naturalOrder())
                .orElse(State.POWERLESS);
    }
}

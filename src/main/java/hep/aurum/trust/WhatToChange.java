package hep.aurum.trust;

import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hold what the figures of some checks become when the ratio is trained otherwise: what to change if it cannot be trusted.
 *
 * <p>Every ratio is examined with the same random numbers. A change counts if it moves a figure by more than twice what another
 * seed does, and more than the figure's own error.
 *
 * @param before figures of the ratio as it is
 * @param rows one for each change, another seed first
 */
public record WhatToChange(List<Finding> before, List<Row> rows) {

    private static final double TIMES_THE_SEED = 2;

    /**
     * Hold one change.
     *
     * @param change what was changed
     * @param after figures with it, in the order of those before
     * @param effects on each figure
     */
    public record Row(Retraining.Change change, List<Finding> after, List<Effect> effects) {

        /** Copy the lists. */
        public Row {
            after = List.copyOf(after);
            effects = List.copyOf(effects);
        }
    }

    /** What a change did to a figure. */
    public enum Effect {
        /** No more than another seed does. */
        NONE("as before"),
        /** The figure moved towards that of a right ratio. */
        BETTER("better"),
        /** The figure moved away from it. */
        WORSE("worse"),
        /** The change is another seed, against which others are measured. */
        YARDSTICK("the yardstick");

        private final String words;

        Effect(String words) {
            this.words = words;
        }

        /** Return the effect in words. */
        public String words() {
            return words;
        }
    }

    /** Copy the lists. */
    public WhatToChange {
        before = List.copyOf(before);
        rows = List.copyOf(rows);
    }

    /**
     * Train again with each change that can be made.
     *
     * @param subject what is examined
     * @param figures checks whose figures are compared
     * @return nothing if the subject cannot be trained again
     */
    public static Optional<WhatToChange> of(
            Subject subject, List<Check> figures, RandomStreams streams, int threads, Progress progress) {
        if (subject.retraining().isEmpty()) {
            return Optional.empty();
        }
        Retraining retraining = subject.retraining().get();
        List<Check> made = figures.stream()
                .filter(check -> check.examine(subject, streams.part(check.name()), threads)
                        .isPresent())
                .toList();
        List<Finding> before = examine(subject, made, streams, threads);
        List<Row> rows = new ArrayList<>();
        List<Finding> seed = before;
        for (Retraining.Change change : Retraining.Change.values()) {
            boolean isTrend = change == Retraining.Change.FEWER_EVENTS && retraining.allows(Retraining.Change.EVENTS);
            if (!retraining.allows(change) || isTrend) {
                continue;
            }
            Subject changed = subject.withRatio(retraining.train(change, progress));
            List<Finding> after = examine(changed, made, streams, threads);
            seed = change == Retraining.Change.SEED ? after : seed;
            rows.add(new Row(change, after, effects(change, before, after, seed)));
        }
        return Optional.of(new WhatToChange(before, rows));
    }

    private static List<Finding> examine(Subject subject, List<Check> checks, RandomStreams streams, int threads) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            check.examine(subject, streams.part(check.name()), threads).ifPresent(findings::add);
        }
        return findings;
    }

    private static List<Effect> effects(
            Retraining.Change change, List<Finding> before, List<Finding> after, List<Finding> seed) {
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            effects.add(
                    change == Retraining.Change.SEED
                            ? Effect.YARDSTICK
                            : effect(before.get(i), after.get(i), seed.get(i)));
        }
        return effects;
    }

    private static Effect effect(Finding before, Finding after, Finding seed) {
        double yardstick = Math.max(TIMES_THE_SEED * Math.abs(seed.value() - before.value()), after.error());
        if (!(Math.abs(after.value() - before.value()) > yardstick)) {
            return Effect.NONE;
        }
        double was = Math.abs(before.value() - before.expected());
        return Math.abs(after.value() - after.expected()) < was ? Effect.BETTER : Effect.WORSE;
    }
}

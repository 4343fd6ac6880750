package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.RandomStreams;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A ratio of 0.7 times the right width, which another width of the network would mend and another seed does not. */
class WhatToChangeTest {

    private static Subject subject(Set<Retraining.Change> allowed) {
        Subject exact = GaussianSubject.exact(1, 25);
        Retraining retraining = new Retraining() {
            @Override
            public boolean allows(Change change) {
                return allowed.contains(change);
            }

            @Override
            public RatioEstimator train(Change change, Progress progress) {
                return switch (change) {
                    case WIDTH -> exact.ratio();
                    case ENSEMBLE -> TemperedRatio.ofWidth(exact.ratio(), 0.4);
                    default -> TemperedRatio.ofWidth(exact.ratio(), 0.69);
                };
            }
        };
        return new Subject(
                        exact.name(),
                        exact.ratio(),
                        exact.laws(),
                        exact.prior(),
                        exact.experiment(),
                        Map.of(),
                        Optional.empty(),
                        Optional.of(retraining))
                .withRatio(TemperedRatio.ofWidth(exact.ratio(), 0.7));
    }

    private static WhatToChange changes(Set<Retraining.Change> allowed) {
        return WhatToChange.of(
                        subject(allowed),
                        List.of(new CoverageCheck(), new Misspecification()),
                        RandomStreams.of(4),
                        1,
                        Progress.NONE)
                .orElseThrow();
    }

    @Test
    void saysWhatMovedTheCoverage() {
        WhatToChange found = changes(EnumSet.allOf(Retraining.Change.class));

        assertThat(found.before()).hasSize(1);
        assertThat(found.rows())
                .extracting(WhatToChange.Row::change, row -> row.effects().get(0))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Retraining.Change.SEED, WhatToChange.Effect.YARDSTICK),
                        org.assertj.core.groups.Tuple.tuple(Retraining.Change.EVENTS, WhatToChange.Effect.NONE),
                        org.assertj.core.groups.Tuple.tuple(Retraining.Change.WIDTH, WhatToChange.Effect.BETTER),
                        org.assertj.core.groups.Tuple.tuple(Retraining.Change.PROPOSAL, WhatToChange.Effect.NONE),
                        org.assertj.core.groups.Tuple.tuple(Retraining.Change.ENSEMBLE, WhatToChange.Effect.WORSE));
    }

    @Test
    void readsTheTrendBackwardsOnlyWithoutMoreEvents() {
        assertThat(changes(EnumSet.of(Retraining.Change.SEED, Retraining.Change.FEWER_EVENTS))
                        .rows())
                .extracting(WhatToChange.Row::change)
                .containsExactly(Retraining.Change.SEED, Retraining.Change.FEWER_EVENTS);
    }

    @Test
    void saysNothingOfWhatCannotBeTrained() {
        assertThat(WhatToChange.of(
                        GaussianSubject.exact(1, 5),
                        List.of(new CoverageCheck()),
                        RandomStreams.of(1),
                        1,
                        Progress.NONE))
                .isEmpty();
    }
}

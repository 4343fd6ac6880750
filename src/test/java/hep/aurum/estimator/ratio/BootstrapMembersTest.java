package hep.aurum.estimator.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Prior;
import hep.aurum.sample.Bootstrap;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.FixedPairs;
import hep.aurum.sample.LabelledSample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BootstrapMembersTest {

    private static final RandomStreams STREAMS = RandomStreams.of(61);

    private static final RatioTrainer TWO = RatioTrainer.withDefaults()
            .with(o -> o.withHidden(List.of(6))
                    .withBatch(100)
                    .withEpochs(2)
                    .withMembers(2)
                    .withBootstrap(true));

    /** An event that the first member does not see at all, the second twice. */
    private static final long ORIGIN = LongStream.range(0, 10_000)
            .filter(origin -> Bootstrap.of(STREAMS, 0).count(origin) == 0
                    && Bootstrap.of(STREAMS, 1).count(origin) == 2)
            .findFirst()
            .orElseThrow();

    /** All rows are copies of one generator event. If it counts zero times nothing is left, whichever form the labels have. */
    @ParameterizedTest
    @EnumSource(LabelForm.class)
    void aMemberSeesItsReplicaAndCopiesOfAnEventStayTogether(LabelForm form) {
        EventSample copies = copies(new EftToy(1).draw(200, STREAMS.stream("training", 0)));

        TrainingResult result = TWO.withLabels(form).train(copies, copies, STREAMS, Progress.NONE);

        assertThat(result.members().get(0).trainingLoss()).containsOnly(0.0);
        assertThat(result.members().get(1).trainingLoss()).doesNotContain(0.0);
        // The validation events are not resampled.
        assertThat(result.members().get(0).validationLoss()).doesNotContain(0.0);
    }

    /** Before the first step a network is near zero and its loss is that of r = 1: twice as large if events count twice. */
    @Test
    void anEventThatCountsTwiceHasTwiceTheLoss() {
        EventSample copies = copies(new EftToy(1).draw(200, STREAMS.stream("training", 0)));
        RatioTrainer still = TWO.with(o -> o.withLearningRate(1e-12));

        double twice = second(still.train(copies, copies, STREAMS, Progress.NONE));
        double once = second(still.with(o -> o.withBootstrap(false)).train(copies, copies, STREAMS, Progress.NONE));

        assertThat(twice).isEqualTo(2 * once);
    }

    private static double second(TrainingResult result) {
        return result.members().get(1).trainingLoss().get(0);
    }

    @Test
    void pairsKeepTheOriginsOfTheirEvents() {
        EventSample sample = new EftToy(1).draw(300, STREAMS.stream("pairs", 0));

        LabelledSample pairs = FixedPairs.of(sample, Prior.uniform(sample.space()), STREAMS.stream("draw", 0));

        for (int i = 0; i < pairs.size(); i++) {
            // The toy counts its events from 0.
            assertThat(pairs.x().get(i, 0)).isEqualTo(sample.feature((int) pairs.origin(i), 0));
        }
        assertThat(LongStream.range(0, pairs.size())
                        .map(i -> pairs.origin((int) i))
                        .distinct()
                        .count())
                .isLessThan(pairs.size());
    }

    private static EventSample copies(EventSample sample) {
        int n = sample.size();
        double[] x = new double[n];
        double[] c = new double[3 * n];
        for (int i = 0; i < n; i++) {
            x[i] = sample.feature(i, 0);
            for (int j = 0; j < 3; j++) {
                c[3 * i + j] = sample.coefficient(i, j);
            }
        }
        long[] origins = new long[n];
        Arrays.fill(origins, ORIGIN);
        return new EventSample(
                sample.space(),
                sample.featureNames(),
                sample.processes(),
                MonomialBasis.complete(1, 2),
                x,
                c,
                new int[n],
                origins);
    }
}

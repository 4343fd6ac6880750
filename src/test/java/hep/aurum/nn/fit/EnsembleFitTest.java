package hep.aurum.nn.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hep.aurum.base.NotConverged;
import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleFitTest {

    private static final RandomStreams STREAMS = RandomStreams.of(32);

    /** Four chunks in a batch. */
    private static final FitOptions THREE =
            FitOptions.withDefaults().withMembers(3).withBatch(256).withEpochs(5);

    private static final QuadraticProblem PROBLEM = new QuadraticProblem(600, 0.3);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void membersSideBySideHaveTheBitsOfOneThread(int threads) {
        List<FittedNetwork> one = fit(THREE, Progress.NONE);
        List<FittedNetwork> many = fit(THREE.withThreads(threads), Progress.NONE);

        for (int m = 0; m < 3; m++) {
            assertThat(many.get(m).weights().parameters())
                    .isEqualTo(one.get(m).weights().parameters());
            assertThat(many.get(m).history()).isEqualTo(one.get(m).history());
        }
        assertThat(one.get(0).weights().parameters())
                .isNotEqualTo(one.get(1).weights().parameters());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void progressRisesToOneAndIsToldByOneThreadAtATime(int threads) {
        List<Double> heard = new ArrayList<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();

        fit(THREE.withThreads(threads), (task, fraction) -> {
            overlaps.addAndGet(inside.getAndIncrement());
            heard.add(fraction);
            inside.decrementAndGet();
        });

        assertThat(heard).isSorted().startsWith(0.0).endsWith(1.0);
        assertThat(overlaps).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theFailureOfOneMemberIsThrown(int threads) {
        ScriptedProblem good = new ScriptedProblem(new double[] {1}, new double[0]);
        ScriptedProblem broken = new ScriptedProblem(new double[] {1}, new double[] {2, Double.NaN});

        assertThatExceptionOfType(NotConverged.class)
                .isThrownBy(() -> EnsembleFit.fit(
                        THREE.withThreads(threads),
                        (member, streams) -> member == 1 ? broken : good,
                        STREAMS,
                        Progress.NONE))
                .withMessageContaining("NaN")
                .withMessageContaining("validation");
    }

    @Test
    void everyMemberIsToldItsNumber() {
        List<Integer> numbers = new ArrayList<>();

        EnsembleFit.fit(
                THREE,
                (member, streams) -> {
                    numbers.add(member);
                    return PROBLEM;
                },
                STREAMS,
                Progress.NONE);

        assertThat(numbers).containsExactly(0, 1, 2);
    }

    private static List<FittedNetwork> fit(FitOptions options, Progress progress) {
        return EnsembleFit.fit(options, (member, streams) -> PROBLEM, STREAMS, progress);
    }
}

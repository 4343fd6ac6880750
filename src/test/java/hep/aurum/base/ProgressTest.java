package hep.aurum.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Listeners that pass on, and a count that many threads share. */
class ProgressTest {

    /** Remember every report; a second one at the same time is a failure. */
    private static final class Ear implements Progress {
        final List<String> heard = Collections.synchronizedList(new ArrayList<>());
        final List<Double> fractions = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void report(String task, double fraction) {
            heard.add(task);
            fractions.add(fraction);
        }
    }

    @Test
    void aCountIsAFractionForWhoDoesNotCount() {
        Ear ear = new Ear();

        ear.report("a", 1, 4, "events");
        ear.report("a", 5, 4, "events");
        ear.report("a", 5, 0, "events");

        assertThat(ear.fractions).containsExactly(0.25, 1.0, Double.NaN);
    }

    @Test
    void aStageIsAPartOfTheWholeAndANameCanBeLonger() {
        Ear ear = new Ear();

        ear.between(0.5, 0.75).renamed(task -> "second " + task).report("stage", 1, 2, "toys");

        assertThat(ear.heard).containsExactly("second stage");
        assertThat(ear.fractions).containsExactly(0.625);
    }

    @Test
    void manyThreadsCountEverythingOnceAndFinishOnce() {
        Ear ear = new Ear();
        Tally tally = Tally.of(ear, "counting", 400_000, "toys");

        IntStream.range(0, 400).parallel().forEach(i -> IntStream.range(0, 1000).forEach(j -> tally.add(1)));
        tally.finish();

        assertThat(ear.fractions).startsWith(0.0).endsWith(1.0).isSorted();
        assertThat(ear.fractions.stream().filter(f -> f == 1.0)).hasSize(1);
    }

    @Test
    void nothingToCountIsFinishedToo() {
        Ear ear = new Ear();

        Tally.of(ear, "counting", 0, "toys").finish();

        assertThat(ear.fractions).containsExactly(Double.NaN, 1.0);
    }
}

package hep.aurum.nn.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotFound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {

    /** .01 + .99 (1 + cos πx)/2. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 0.505", "0.333333333333333333, 0.7525", "1, 0.01"})
    void cosineFallsToAHundredth(double done, double factor) {
        assertThat(Schedule.COSINE.factor(done, 7)).isCloseTo(factor, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0.2", "2, 0.04", "3, 0.008"})
    void everyPlateauLeavesAFifth(int plateaus, double factor) {
        assertThat(Schedule.PLATEAU.factor(0.5, plateaus)).isCloseTo(factor, within(1e-15));
    }

    @Test
    void constantDoesNotFall() {
        assertThat(Schedule.CONSTANT.factor(0.9, 4)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void isFoundByItsName(Schedule schedule) {
        assertThat(Schedule.parse(schedule.label())).isEqualTo(schedule);
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertThatThrownBy(() -> Schedule.parse("cosin"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"cosine\"");
    }

    /** A patience of seven makes a plateau of two epochs without progress. */
    @Test
    void plateausAreCountedUntilTheLossFallsAgain() {
        Plateaus plateaus = new Plateaus(7);
        List<Integer> counts = new ArrayList<>();
        for (int epochsWithoutProgress : new int[] {0, 1, 2, 3, 4, 0, 1, 0, 1, 2}) {
            plateaus.report(epochsWithoutProgress);
            counts.add(plateaus.count());
        }

        assertThat(counts).containsExactly(0, 0, 1, 1, 2, 2, 2, 2, 2, 3);
    }
}

package hep.aurum.source;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.event.EventHeader;
import hep.aurum.event.WeightMeaning;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SampleCheckTest {

    private static SampleCheck check(WeightMeaning meaning) {
        return SampleCheck.of(new EventHeader(
                "made", "made", List.of(), Map.of(), meaning, OptionalDouble.of(3), OptionalDouble.of(3), List.of()));
    }

    private static Event event(double crossSectionPb, double errorPb) {
        EventDetails details =
                new EventDetails(-1, 0, -1, -1, -1, crossSectionPb, errorPb, List.of(), Map.of(), List.of());
        return new Event(1, 2, new double[0], List.of(), details);
    }

    @Test
    void theLastEventThatStatesACrossSectionDecides() {
        SampleCheck check = check(WeightMeaning.UNIT_WEIGHTS);
        check.add(event(2.5, 2.5));
        check.add(event(2.25, 0.5));
        check.add(event(Double.NaN, Double.NaN));

        assertThat(check.crossSectionPb()).hasValue(2.25);
        assertThat(check.crossSectionErrorPb()).hasValue(0.5);
        assertThat(check.remarks()).isEmpty();
    }

    @Test
    void theHeaderDecidesWhereNoEventDoes() {
        SampleCheck check = check(WeightMeaning.UNIT_WEIGHTS);
        check.add(event(Double.NaN, Double.NaN));

        assertThat(check.crossSectionPb()).hasValue(3);
        assertThat(check.crossSectionErrorPb()).hasValue(3);
        assertThat(check.remarks())
                .singleElement()
                .asString()
                .contains("header states a cross-section of 3.00000 ± 3.00000 pb");
    }

    @Test
    void weightsAreComparedWithWhatTheLastEventStates() {
        SampleCheck right = check(WeightMeaning.MEAN_IS_CROSS_SECTION);
        SampleCheck wrong = check(WeightMeaning.MEAN_IS_CROSS_SECTION);
        for (int i = 0; i < 1000; i++) {
            right.add(event(2, 0));
            wrong.add(event(4, 0));
        }

        assertThat(right.contradictions()).isEmpty();
        assertThat(wrong.contradictions())
                .singleElement()
                .asString()
                .contains("expected the cross-section 4.000000 pb");
    }
}

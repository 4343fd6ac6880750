package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationCheckTest {

    private static final Check CHECK = new CalibrationCheck(4000);

    @ParameterizedTest
    @ValueSource(doubles = {1, 3})
    void theExactRatioRaisesFewAlarms(double range) {
        Alarms.requireHonest(Alarms.pValues(CHECK, Gauss.subject(1, range, 100), 60));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3})
    void invertedRatiosAreFound(double range) {
        Subject twin = CHECK.twin(Gauss.subject(1, range, 100)).orElseThrow().subject();

        assertThat(Alarms.pValues(CHECK, twin, 10)).allMatch(p -> p < 1e-6);
    }

    /** Four errors at the worst of five points. */
    @Test
    void theErrorOfTheExactRatioIsThatOfItsTosses() {
        Finding finding = Alarms.finding(new CalibrationCheck(), Gauss.subject(1, 1, 100), 2);

        assertThat(finding.value()).isCloseTo(finding.expected(), within(4 * finding.error()));
        assertThat(finding.evidence()).hasSize(1);
        assertThat(finding.evidence().get(0).x()).hasSize(10);
    }

    /** Laws whose events have weights from 0 to 2 that the ratio knows nothing of. */
    private record Weighted(Laws laws) implements Laws {

        @Override
        public EventData reference(int count, RandomStreams streams) {
            return weighted(laws.reference(count, streams), streams);
        }

        @Override
        public EventData at(double[] theta, int count, RandomStreams streams) {
            return weighted(laws.at(theta, count, streams), streams);
        }

        private static EventData weighted(EventData data, RandomStreams streams) {
            double[] weights = new double[data.weights().length];
            Arrays.setAll(weights, i -> 2 * streams.stream("weight", i).nextDouble());
            return new EventData(data.events(), weights);
        }
    }

    @Test
    void weightedEventsRaiseFewAlarms() {
        Subject plain = Gauss.subject(1, 1, 100);
        Subject weighted = new Subject(
                "weighted",
                plain.ratio(),
                new Weighted(plain.laws()),
                plain.prior(),
                100,
                plain.audits(),
                plain.observed(),
                plain.retraining());

        Alarms.requireHonest(Alarms.pValues(new CalibrationCheck(1500), weighted, 60));
    }
}

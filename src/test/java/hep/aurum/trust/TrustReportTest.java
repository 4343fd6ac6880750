package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.trust.TrustReport.Result;
import hep.aurum.trust.TrustReport.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrustReportTest {

    private static final Subject SUBJECT = Gauss.subject(1, 1, 100);
    private static final RandomStreams STREAMS = RandomStreams.of(1);

    /** A check whose p-values are given; a negative one of the twin stands for no twin. */
    private record Given(String name, double p, double twinP) implements Check {

        @Override
        public Optional<Finding> examine(Subject subject, RandomStreams streams, int threads) {
            double value = subject.name().equals("twin") ? twinP : p;
            return Optional.of(new Finding(name, 0, 0, 0, value, "", "", ""));
        }

        @Override
        public Optional<Twin> twin(Subject subject) {
            Subject twin = new Subject(
                    "twin",
                    subject.ratio(),
                    subject.laws(),
                    subject.prior(),
                    subject.experiment(),
                    subject.audits(),
                    subject.observed(),
                    subject.retraining());
            return twinP < 0 ? Optional.empty() : Optional.of(new Twin("twin", twin));
        }
    }

    private static List<State> states(Check... checks) {
        return TrustReport.of(SUBJECT, List.of(checks), STREAMS, 1, Progress.NONE).results().stream()
                .map(Result::state)
                .toList();
    }

    /** Of three, the smallest p is held against .01/3, the next against .01/2, the last against .01. */
    @Test
    void theProcedureIsHolms() {
        assertThat(states(new Given("a", 0.02, 0), new Given("b", 0.0045, 0), new Given("c", 0.003, 0)))
                .as("Bonferroni's would leave b")
                .containsExactly(State.PROVED, State.BROKEN, State.BROKEN);
        assertThat(states(new Given("a", 0.009, 0), new Given("b", 0.004, 0), new Given("c", 0.0035, 0)))
                .as("the smallest is not small enough")
                .containsOnly(State.PROVED);
        assertThat(states(new Given("a", 0.009, 0), new Given("b", 0.004, 0), new Given("c", 0.003, 0)))
                .containsOnly(State.BROKEN);
    }

    @Test
    void aTwinThatPassesTakesTheProof() {
        assertThat(states(new Given("a", 0.5, 0.3), new Given("b", 0.5, 0.001), new Given("c", 0.5, -1)))
                .containsExactly(State.POWERLESS, State.PROVED, State.PROVED);
        assertThat(states(new Given("a", 0, 0.3))).containsExactly(State.BROKEN);
    }

    @Test
    void theVerdictIsTheWorstState() {
        assertThat(TrustReport.of(SUBJECT, List.of(), STREAMS, 1, Progress.NONE).state())
                .isEqualTo(State.POWERLESS);
        assertThat(TrustReport.of(
                                SUBJECT,
                                List.of(new Given("a", 0.5, 0.3), new Given("b", 0, 0)),
                                STREAMS,
                                1,
                                Progress.NONE)
                        .state())
                .isEqualTo(State.BROKEN);
    }

    /** 2000 families of seven uniform p-values: 1 % of them fail, 20 ± 4.5; more than 42 would be one case in 1e5. */
    @Test
    void falseAlarmsAreOnePercentFamilyWise() {
        long broken = IntStream.range(0, 2000)
                .filter(family -> {
                    Check[] checks = new Check[7];
                    for (int c = 0; c < 7; c++) {
                        double p = STREAMS.stream("p", 7L * family + c).nextDouble();
                        checks[c] = new Given("check " + c, p, 0);
                    }
                    return states(checks).contains(State.BROKEN);
                })
                .count();

        assertThat(broken).isBetween(4L, 42L);
    }

    @Test
    void theSameFindingsOnAnyNumberOfThreads() {
        List<Check> checks = List.of(
                new MeanRatioCheck(500),
                new SecondMomentCheck(500),
                new CalibrationCheck(1000),
                new CriticCheck(300),
                new CoverageCheck().withExperiments(60),
                new ConvergenceCheck(300));

        assertThat(TrustReport.of(SUBJECT, checks, STREAMS, 3, Progress.NONE))
                .isEqualTo(TrustReport.of(SUBJECT, checks, STREAMS, 1, Progress.NONE));
    }
}

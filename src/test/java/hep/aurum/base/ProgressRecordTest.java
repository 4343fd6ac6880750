package hep.aurum.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one process writes, another reads. */
class ProgressRecordTest {

    @Test
    void countedWorkIsReadBack() {
        ProgressRecord record = ProgressRecord.of("reading a.lhe", 5000, 20_000, "events", 1.5);

        assertThat(record.toJson())
                .isEqualTo("{\"task\":\"reading a.lhe\",\"fraction\":0.25,\"done\":5000,\"total\":20000,"
                        + "\"unit\":\"events\",\"seconds\":1.500}");
        assertThat(ProgressRecord.parse(record.toJson())).contains(record);
    }

    @Test
    void workThatIsNotCountedIsReadBack() {
        ProgressRecord record = ProgressRecord.of("figures", 1e-7, 0.25);

        assertThat(ProgressRecord.parse(record.toJson())).contains(record);
        assertThat(record.toJson()).contains("\"done\":null,\"total\":null");
    }

    @Test
    void aTotalThatNobodyKnowsIsReadBack() {
        ProgressRecord record = ProgressRecord.of("reading", 12, 0, "events", 2);
        ProgressRecord read = ProgressRecord.parse(record.toJson()).orElseThrow();

        assertThat(read).isEqualTo(record);
        assertThat(read.fraction()).isNaN();
        assertThat(read.isCounted()).isTrue();
        assertThat(read.isFinished()).isFalse();
    }

    @Test
    void anyNameIsReadBackAndWrittenInAscii() {
        ProgressRecord record = ProgressRecord.of("a \"b\" \\ \n \u0001 \u00e9 \ud83d\ude00 /", 0.5, 1);

        assertThat(record.toJson()).matches("[ -~]*");
        assertThat(ProgressRecord.parse(record.toJson())).contains(record);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aurum: no such file",
                "{}",
                "{\"task\":\"a\",\"fraction\":0.5,\"done\":null,\"total\":null,\"unit\":\"\"}",
                "{\"task\":\"a\",\"fraction\":NaN,\"done\":null,\"total\":null,\"unit\":\"\",\"seconds\":1}",
                "{\"task\":\"a\",\"fraction\":0.5,\"done\":-1,\"total\":null,\"unit\":\"\",\"seconds\":1}",
                "{\"task\":\"a\",\"fraction\":0.5,\"done\":99999999999999999999,\"total\":1,\"unit\":\"\",\"seconds\":1}",
                "{\"task\":\"a\\q\",\"fraction\":0.5,\"done\":null,\"total\":null,\"unit\":\"\",\"seconds\":1}",
                "{\"task\":\"a\\u00\",\"fraction\":0.5,\"done\":null,\"total\":null,\"unit\":\"\",\"seconds\":1}",
                "{\"task\":\"a\",\"fraction\":0.5,\"done\":null,\"total\":null,\"unit\":\"\",\"seconds\":1} x"
            })
    void anythingElseIsNoReport(String line) {
        assertThat(ProgressRecord.parse(line)).isEmpty();
    }

    @Test
    void aLongNameDoesNotExhaustTheStackAndALongerLineIsNoReport() {
        String longest = ProgressRecord.of("x".repeat(9000), 0.5, 1).toJson();

        assertThat(ProgressRecord.parse(longest)).isPresent();
        assertThat(ProgressRecord.parse(
                        ProgressRecord.of("x".repeat(20_000), 0.5, 1).toJson()))
                .isEmpty();
    }

    @Test
    void aListenerHearsWhatWasReported() {
        List<String> heard = new ArrayList<>();
        Progress listener = new Progress() {
            @Override
            public void report(String task, double fraction) {
                heard.add(task + " " + fraction);
            }

            @Override
            public void report(String task, long done, long total, String unit) {
                heard.add(task + " " + done + "/" + total + " " + unit);
            }
        };

        ProgressRecord.of("a", 0.5, 1).tell(listener);
        ProgressRecord.of("b", 3, 4, "toys", 1).tell(listener);

        assertThat(heard).containsExactly("a 0.5", "b 3/4 toys");
    }
}

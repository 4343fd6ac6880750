package hep.aurum.source.lhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.source.EventSources;
import hep.aurum.source.Inspection;
import hep.aurum.source.SampleCheck;
import hep.aurum.source.text.LineReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refuse what is not a sound Les Houches file, with file, event and what was expected. */
class LheRefusalTest {

    @TempDir
    Path folder = Path.of("");

    private static void readAll(Path file) {
        EventSource source = EventSources.open(file);
        SampleCheck check = SampleCheck.of(source.header());
        try (EventCursor events = source.open()) {
            for (var event = events.next(); event != null; event = events.next()) {
                check.add(event);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<wgt id='a b'> -1.0 </wgt>\\n      |                  | event 2 | no weight \"a b\"",
                "<wgt id='a b'> -1.0 </wgt>         | <wgt id='c'> 1 </wgt> | event 2 | weight \"c\"",
                "<wgt id='a b'> -1.0 </wgt>         | <wgt id='a b'> NaN </wgt> | event 2 | \"NaN\", expected a finite",
                "<wgt id='a b'> -1.0 </wgt>         | <wgt id='a b'> 1e999 </wgt> | event 2 | \"1e999\"",
                "<wgt id='a b'> -1.0 </wgt>         | <wgt id='a b'> </wgt> | event 2 | is empty",
                "<wgt id='a b'> -1.0 </wgt>         | <wgt id='a b'> 1 2 </wgt> | event 2 | two numbers",
                "<wgt id='a b'> -1.0 </wgt>         | <wgt id='sm'> 1 </wgt> | event 2 | two values",
                "<wgt id='a b'> -1.0 </wgt>         | <wgt> 1 </wgt> | event 2 | no id",
                "3 1 +2.0000000e+00                 | 3 1 Infinity | event 1 | XWGTUP is \"Infinity\"",
                "3 1 +2.0000000e+00                 | 4 1 2.0 | event 1 | 3 particles, expected 4",
                "3 1 +2.0000000e+00                 | 2 1 2.0 | event 1 | more particle lines",
                "3 1 +2.0000000e+00                 | 0 1 2.0 | event 1 | announces 0",
                "3 1 +2.0000000e+00                 | -3 1 2.0 | event 1 | announces -3",
                "3 1 +2.0000000e+00                 | 3000000000 1 2.0 | event 1 | NUP is \"3000000000\"",
                "3 1 +2.0000000e+00                 | 99999 1 2.0 | event 1 | 3 particles, expected 99999",
                "<rwgt>                             | <event> | event 1 | not closed",
                "<event>\\n 3                        | <eventgroup>\\n<eventgroup>\\n<event>\\n 3 | event 1 | inside another",
                "<event>\\n 3                        | <event a='b\\n3 | event 1 | does not end on its line",
                "<event>\\n 3                        | <event>\\n<event>\\n 3 | event 1 | no line NUP",
                "3 1 +2.0000000e+00                 | 999999999 1 2.0 | event 1 | announces 999999999",
                "3 1 +2.0000000e+00                 | 3 1 | event 1 | 5 fields, expected 6",
                "0.0 0.0 50.0 50.0 0.0 0.0 -1.0     | 0.0 nan 50.0 50.0 0.0 0.0 -1.0 | event 1 | \"nan\"",
                "0.0 0.0 50.0 50.0 0.0 0.0 -1.0     | 0.0 0.0 50.0 50.0 0.0 0.0 | event 1 | 12 fields, expected 13",
                "0.0 0.0 50.0 50.0 0.0 0.0 -1.0     | 0 0 50 50 0 0 -1 7 | event 1 | 14 fields, expected 13",
                "23 1 1 2                           | 23 1 1 4 | event 1 | mother 4, expected 0 to 3",
                "23 1 1 2                           | 23 1 -1 2 | event 1 | mother -1",
                "23 1 1 2                           | 23 1 3 2 | event 1 | its own mother",
                "23 1 1 2                           | z 1 1 2 | event 1 | PDG id is \"z\"",
                "</event>\\n<event>                 | <event> | event 1 | not closed",
                "1.5 0.06 2.0 1                     | 1.5 x 2.0 1 | <init> | XERRUP is \"x\"",
                "-4 2\\n                            | -4 3\\n | <init> | process 3 of 3",
                "-4 2\\n                            | -4 -2\\n | <init> | NPRUP is -2",
            })
    void brokenFileIsRefused(String from, String to, String where, String what) {
        String replacement = to == null ? "" : to.replace("\\n", "\n");
        String text = replaceLast(LheText.TWO_EVENTS, from.replace("\\n", "\n"), replacement, where.contains("2"));

        Path file = LheText.write(folder, text);

        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(where)
                .hasMessageContaining("events.lhe")
                .hasMessageContaining(what);
    }

    private static String replaceLast(String text, String from, String to, boolean last) {
        int at = last ? text.lastIndexOf(from) : text.indexOf(from);
        assertThat(at).as("the text has %s", from).isNotNegative();
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                | is empty",
                "'hello'                                           | not an event file",
                "'<LesHouchesEvents version=\"1.0\">'              | no <init>",
                "'<LesHouchesEvents version=\"1.0\"><event>'       | no <init>",
                "'<LesHouchesEvents version=\"1.0\"><!-- <init>'   | never closed",
            })
    void fileWithoutASampleIsRefused(String text, String what) {
        Path file = LheText.write(folder, text);

        assertThatThrownBy(() -> readAll(file)).isInstanceOf(BadInput.class).hasMessageContaining(what);
        assertThat(Inspection.of(file).problems()).singleElement().asString().contains(what);
    }

    @Test
    void aBlockOfWeightsOfAnotherLengthIsRefused() {
        String named = "<rwgt>\n<wgt id='sm'> 2.0 </wgt>\n<wgt id='a b'> -1.0 </wgt>\n</rwgt>";
        String text = LheText.TWO_EVENTS.replace(named, "<weights> 1 2 3 </weights>");

        assertThatThrownBy(() -> readAll(LheText.write(folder, text)))
                .hasMessageContaining("event 2")
                .hasMessageContaining("3 values in <weights>, expected 2");
    }

    @Test
    void groupsOfWeightsInsideEachOtherWithoutEndAreRefused() {
        String text = LheText.TWO_EVENTS.replace("<initrwgt>", "<initrwgt>" + "<weightgroup name='x'>".repeat(50_000));

        assertThatThrownBy(() -> readAll(LheText.write(folder, text)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("inside each other");
    }

    /** Streams that never end where something is expected to: what is read for one event is bounded. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!-- | x\\n | longer than",
                "# | # x\\n | longer than",
                "<event>\\n1 1 1 1 1 1\\n22 1 0 0 0 0 0 0 1 1 0 0 9\\n | <mgrwt>\\n | more than",
                "<event>\\n1 1 1 1 1 1\\n22 1 0 0 0 0 0 0 1 1 0 0 9\\n<weights>\\n | 1 1 1 1\\n | more than",
                "<event> | # x\\n | longer than",
                "<event a=' | x | line",
            })
    void streamsWithoutEndAreRefused(String start, String repeated, String what) {
        String head = LheText.PYTHIA_6.substring(0, LheText.PYTHIA_6.indexOf("<event>"));
        byte[] first = (head + start.replace("\\n", "\n")).getBytes(StandardCharsets.UTF_8);
        byte[] then = repeated.replace("\\n", "\n").repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
        InputStream endless = new SequenceInputStream(new Enumeration<>() {
            private boolean begun;

            @Override
            public boolean hasMoreElements() {
                return true;
            }

            @Override
            public InputStream nextElement() {
                byte[] next = begun ? then : first;
                begun = true;
                return new ByteArrayInputStream(next);
            }
        });
        LheCursor cursor = new LheCursor(new LineReader(endless, "endless"));
        cursor.skipPreamble();

        assertThatThrownBy(cursor::next).isInstanceOf(BadInput.class).hasMessageContaining(what);
    }

    @Test
    void missingFileAndFolderAreRefused() {
        assertThatThrownBy(() -> EventSources.open(folder.resolve("none.lhe")))
                .hasMessageContaining("there is no file");
        assertThatThrownBy(() -> EventSources.open(folder)).hasMessageContaining("is a directory");
    }

    @Test
    void aFileThatIsCutInItsFirstBytesIsRefused() {
        Path file = LheText.write(folder, new byte[] {(byte) 0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0});

        assertThatThrownBy(() -> EventSources.open(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("end too early");
    }

    @Test
    void aFileWithoutEventsIsRefusedButInspected() {
        int first = LheText.TWO_EVENTS.indexOf("<event>\n 3");
        Path file = LheText.write(folder, LheText.TWO_EVENTS.substring(0, first) + "</LesHouchesEvents>\n");

        assertThatThrownBy(() -> readAll(file)).hasMessageContaining("has no events");
        Inspection inspection = Inspection.of(file);
        assertThat(inspection.events()).isZero();
        assertThat(inspection.weights()).containsExactly("sm", "a b");
        assertThat(inspection.crossSectionPb()).hasValue(2.0);
        assertThat(inspection.problems()).singleElement().asString().contains("has no events");
    }

    @Test
    void inspectionCountsTheGoodEventsOfABrokenFile() {
        int end = LheText.TWO_EVENTS.lastIndexOf("</rwgt>");
        Inspection inspection = Inspection.of(LheText.write(folder, LheText.TWO_EVENTS.substring(0, end)));

        assertThat(inspection.events()).isEqualTo(1);
        assertThat(inspection.sumOfWeights()).containsEntry("a b", 3.5).containsEntry("", 2.0);
        assertThat(inspection.isComplete()).isFalse();
        assertThat(inspection.problems()).first().asString().contains("event 2", "ends inside");
        assertThat(inspection.toMap())
                .containsKeys("format", "events", "weights", "sum_of_weights", "cross_section_pb", "problems");
    }

    @Test
    void theFaultOfAFirstEventThatNamesTheWeightsIsItsOwn() {
        String text = LheText.TWO_EVENTS
                .replaceAll("(?s)<initrwgt>.*</initrwgt>\n", "")
                .replace("<wgt id='a b'> +3.5e+00 </wgt>", "<wgt id='a b'> NaN </wgt>");

        assertThatThrownBy(() -> readAll(LheText.write(folder, text)))
                .hasMessageContaining("event 1")
                .hasMessageContaining("weight \"a b\" is \"NaN\"");
    }

    @Test
    void secondSampleBehindTheEndIsRefused() {
        Path file = LheText.write(folder, LheText.TWO_EVENTS + LheText.TWO_EVENTS);

        assertThatThrownBy(() -> readAll(file)).hasMessageContaining("more data follow");
    }

    @Test
    void weightsThatContradictTheCrossSectionAreReported() {
        String manyEvents = LheText.TWO_EVENTS
                .substring(LheText.TWO_EVENTS.indexOf("<event>\n 3"))
                .replace("</LesHouchesEvents>\n", "")
                .repeat(500);
        String head = LheText.TWO_EVENTS.substring(0, LheText.TWO_EVENTS.indexOf("<event>\n 3"));
        String end = "</LesHouchesEvents>\n";

        assertThat(Inspection.of(LheText.write(folder, head + manyEvents + end)).problems())
                .isEmpty();
        String scaled = manyEvents.replace("+2.0000000e+00", "+2.0600000e+00");
        assertThat(Inspection.of(LheText.write(folder, head + scaled + end)).problems())
                .singleElement()
                .asString()
                .contains("mean", "2.06", "2.00");
        String summed = head.replace("average = event_norm", "sum = event_norm");
        assertThat(Inspection.of(LheText.write(folder, summed + manyEvents + end))
                        .problems())
                .singleElement()
                .asString()
                .contains("the sum", "it is their mean");
    }

    @Test
    void truncationAnywhereIsRefused() throws IOException {
        byte[] plain = LheText.TWO_EVENTS.getBytes(StandardCharsets.UTF_8);
        byte[] packed = gzip(plain);

        for (int length = 0; length < plain.length - "LesHouchesEvents>\n".length(); length += 7) {
            Path file = LheText.write(folder, Arrays.copyOf(plain, length));
            assertThatThrownBy(() -> readAll(file)).as("%d bytes", length).isInstanceOf(BadInput.class);
        }
        for (int length = 0; length < packed.length; length += 3) {
            Path file = LheText.write(folder, Arrays.copyOf(packed, length));
            assertThatThrownBy(() -> readAll(file))
                    .as("%d packed bytes", length)
                    .isInstanceOf(BadInput.class);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    /** Replace, insert and delete random pieces; whatever comes out is read or refused, quickly. */
    @Test
    void mutationsNeverEscapeAsAnythingElse() throws IOException {
        byte[] plain = LheText.TWO_EVENTS.getBytes(StandardCharsets.UTF_8);
        byte[] packed = gzip(plain);
        String alphabet = "<>/='\"#! \n\t-+.0123456789eEDnaNwgtid\u0000&";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int seed = 0; seed < 1500; seed++) {
                UniformRandomProvider random = RandomStreams.of(7).stream("mutate", seed);
                byte[] bytes = (seed % 5 == 0 ? packed : plain).clone();
                int edits = 1 + random.nextInt(4);
                for (int e = 0; e < edits; e++) {
                    bytes = mutate(bytes, random, alphabet);
                }
                Path file = LheText.write(folder, bytes);
                try {
                    readAll(file);
                } catch (Failure expected) {
                    assertThat(expected.exitCode()).as("seed %d", seed).isIn(3, 6);
                    assertThat(expected.what()).as("seed %d", seed).doesNotContain("\n");
                }
            }
        });
    }

    private static byte[] mutate(byte[] bytes, UniformRandomProvider random, String alphabet) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(20));
        switch (random.nextInt(4)) {
            case 0:
                bytes[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
                return bytes;
            case 1:
                bytes[at] = (byte) random.nextInt(256);
                return bytes;
            case 2:
                byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
                System.arraycopy(bytes, at + length, shorter, at, bytes.length - at - length);
                return shorter.length == 0 ? bytes : shorter;
            default:
                byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
                System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
                return longer;
        }
    }
}

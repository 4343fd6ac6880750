package hep.aurum.source.hepmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.source.EventSources;
import hep.aurum.source.Inspection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files end in one sentence with file, event and line; what was good before is counted. */
class HepMcRefusalTest {

    private static final String THREE = HepMcText.HEAD3 + HepMcText.RUN3 + HepMcText.EVENT3 + HepMcText.END3;
    private static final String TWO = HepMcText.HEAD2 + HepMcText.EVENT2 + HepMcText.END2;

    @TempDir
    private Path folder;

    private void refused(String text, String reason) {
        Path file = HepMcText.write(folder, text);

        assertThatThrownBy(() -> EventDump.events(EventSources.open(file)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(file.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "E 7 2 5|E 7 2 -5|announces -5 for its particles",
                "E 7 2 5|E 7 2 10000001|announces 10000001 for its particles",
                "E 7 2 5|E 7 10000001 5|announces 10000001 for its vertices",
                "E 7 2 5|E 7 2|its particles is missing",
                "E 7 2 5|E 7 2 5 1|stands where @",
                "E 7 2 5|E 7 2 6|it has 5 particles, expected 6",
                "E 7 2 5|E 7 2 4|more than the 4 particles",
                "E 7 2 5|E 7 3 5|it has 2 vertices, expected 3",
                "E 7 2 5|E 7 1 5|vertex -2, which it does not announce",
                "U GEV MM|U TEV MM|\"TEV\", expected GEV or MEV",
                "U GEV MM|U GEV KM|\"KM\", expected MM or CM",
                "W 2.5 -3|W 2.5|it has 1 weights",
                "W 2.5 -3|W 2.5 nan|a weight is \"nan\"",
                "P 3 -1|P 4 -1|particle 4 stands where particle 3 is expected",
                "P 3 -1|P 2 -1|particle 2 stands where particle 3 is expected",
                "P 3 -1|P 3 -2|vertex -2, which has no line V",
                "P 3 -1|P 3 -9|vertex -9, which has no line V",
                "P 4 3|P 4 9|particle 9, expected 1 to 5",
                "P 4 3|P 4 4|it has 3 vertices",
                "[1,2]|[1,9]|particle 9 enters a vertex, expected 1 to 5",
                "[1,2]|[1,1]|enters more than one vertex",
                "[1,2]|[1,2|list of particles that enter a vertex is malformed",
                "[1,2]|[1,,2]|list of particles that enter a vertex is malformed",
                "[1,2]|[99999999999999999999]|malformed",
                "[1,2]|1 2|no list of incoming particles",
                "[1,2]|[4,2]|its own ancestor",
                "@ 1 2 3 4|@ 1 2 3|t is missing",
                "@ 1 2 3 4|@ 1 2 3 inf|t is \"inf\"",
                "A 4 tag|A 99 tag|particle 99, which it does not announce",
                "A -2 mark 1|A -2|an attribute has no name",
                "91.2 2|91.2|the status of a particle is missing",
                "91.2 2|91.2 2 2|the further field",
                "V -1 5|V 1 5|a vertex has number 1, expected -1 to -2",
                "V -1 5|X -1 5|no record of HepMC3",
                "V -1 5|V-1 5|letter of its kind and a blank",
                "HepMC::Asciiv3-END|HepMC::Asciiv2-END|a new file begins",
            })
    void hepMc3(String good, String bad, String reason) {
        assertThat(THREE).contains(good);
        refused(THREE.replace(good, bad), reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-1 2 1 2 2 11|-1 -2 1 2 2 11|announces -2 for its vertices",
                "-1 2 1 2 2 11|-1 20000000 1 2 2 11|announces 20000000 for its vertices",
                "-1 2 1 2 2 11|-1 3 1 2 2 11|it has 2 vertices, expected 3",
                "-1 2 1 2 2 11|-1 1 1 2 2 11|more than the 1 vertices",
                "22 2 2.5 -3|22 2000000 2.5|announces 2000000 for its weights",
                "22 2 2.5 -3|22 3 2.5 -3|a weight is missing",
                "22 2 2.5 -3|22 1 2.5|it has 1 weights, expected 2",
                "N 2|N 3|it names 2 weights, expected 3",
                "V -2 0|V -1 0|barcode -1, expected a new negative one",
                "V -2 0 0 0 0 0 0 2|V -2 0 0 0 0 0 0 3|has 2 particles behind a vertex, expected 3",
                "P 4 13|P 5 13|barcode 5, expected a new positive one",
                "0.25 0 -2 3|0.25 0 -7 3|enters vertex -7, which the event does not have",
                "0.25 0 -2 3|0.25 0 -2 -3|announces -3 for colour flows",
                "13 0 0 45.6 45.6 0.105 1 0 0 0 0|13 0 0 45.6 45.6 0.105 1 0 0 -1 0|its own ancestor",
                "V -1 5|Q -1 5|no record of HepMC2",
                "IO_GenEvent-START|IO_Ascii-START|it is not HepMC::IO_GenEvent-START_EVENT_LISTING",
            })
    void hepMc2(String good, String bad, String reason) {
        assertThat(TWO).contains(good);
        refused(TWO.replace(good, bad), reason);
    }

    @Test
    void verticesThatOccurTwice() {
        refused(THREE.replace("E 7 2 5", "E 7 3 5").replace("P 3 -1", "V -1 0 [5]\nP 3 -1"), "vertex -1 occurs twice");
    }

    @Test
    void weightsThatChange() {
        refused(THREE + THREE.replace("Default\\|up", "Default\\|down"), "the statements of the run change");
        refused(
                HepMcText.HEAD2 + HepMcText.EVENT2 + HepMcText.EVENT2.replace("a b", "a c") + HepMcText.END2,
                "not those of the event before");
    }

    @Test
    void filesWithoutEvents() {
        refused(HepMcText.HEAD3 + HepMcText.END3, "has no events");
    }

    /** A small file that announces much must not make room for it. */
    @Test
    void announcementsAloneCostNothing() {
        for (int i = 0; i < 20; i++) {
            refused(THREE.replace("E 7 2 5", "E 7 10000000 10000000"), "it has 5 particles, expected 10000000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {THREE, TWO})
    void filesThatAreCutOffBehindALine(String text) {
        String twice = text.contains("Asciiv3")
                ? text.replace(HepMcText.EVENT3, HepMcText.EVENT3 + HepMcText.EVENT3)
                : text.replace(HepMcText.EVENT2, HepMcText.EVENT2 + HepMcText.EVENT2);
        int end = twice.lastIndexOf("HepMC::");
        int marks = 0;
        for (int cut = twice.indexOf('\n', 80); cut < end; cut = twice.indexOf('\n', cut + 1)) {
            String part = twice.substring(0, cut + 1);
            Inspection inspection = Inspection.of(HepMcText.write(folder, part));
            marks++;

            assertThat(inspection.failure()).as(part).isInstanceOf(BadInput.class);
            assertThat(inspection.events()).isEqualTo(part.split("(?m)^E 7", -1).length - 1 - (isWhole(part) ? 0 : 1));
        }
        assertThat(marks).isGreaterThan(20);
    }

    /** Return whether what begins with the last line E is a whole event, or nothing. */
    private static boolean isWhole(String part) {
        return part.endsWith(HepMcText.EVENT3) || part.endsWith(HepMcText.EVENT2) || !part.contains("\nE 7");
    }

    /** Whatever bytes are changed, the end is events or one sentence, never another exception. */
    @ParameterizedTest
    @ValueSource(strings = {THREE, TWO})
    void garbledBytes(String text) throws Exception {
        SplittableRandom random = new SplittableRandom(20261126);
        Path file = folder.resolve("garbled.hepmc");
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                byte[] letters = " \n-0129[],@EPVWAUN.e\\\"".getBytes(StandardCharsets.US_ASCII);
                byte other =
                        random.nextBoolean() ? letters[random.nextInt(letters.length)] : (byte) random.nextInt(256);
                bytes[random.nextInt(bytes.length)] = other;
            }
            Files.write(file, bytes);
            try {
                List<Event> events = EventDump.events(EventSources.open(file));
                assertThat(events).isNotEmpty();
            } catch (BadInput e) {
                refused++;
                assertThat(e.what()).doesNotContain("\n");
            }
        }
        assertThat(refused).isBetween(150, 495);
    }
}

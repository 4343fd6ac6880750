package hep.aurum.source.lhe;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.WeightMeaning;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read what generators may write, from small files whose content is known by eye. */
class LheReadingTest {

    @TempDir
    Path folder = Path.of("");

    private EventSource open(String text) {
        return EventSources.open(LheText.write(folder, text));
    }

    private static List<Event> events(EventSource source) {
        List<Event> all = new ArrayList<>();
        try (EventCursor cursor = source.open()) {
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                all.add(event);
            }
        }
        return all;
    }

    @Test
    void headerSumsTheProcessesAndAddsErrorsInQuadrature() {
        EventHeader header = open(LheText.TWO_EVENTS).header();

        assertThat(header.format()).isEqualTo("LHE 3.0");
        assertThat(header.crossSectionPb()).hasValue(2.0);
        assertThat(header.crossSectionErrorPb().getAsDouble()).isEqualTo(0.1, Offset.offset(1e-15));
        assertThat(header.meaning()).isEqualTo(WeightMeaning.MEAN_IS_CROSS_SECTION);
        assertThat(header.weightNames()).containsExactly("sm", "a b");
        assertThat(header.weightInfo()).isEqualTo(Map.of("a b", "set param_card smeft 7 3.0 # orig: 0.0"));
        assertThat(header.problems()).isEmpty();
    }

    @Test
    void eventsHaveParticlesAndWeightsByName() {
        List<Event> events = events(open(LheText.TWO_EVENTS));

        assertThat(events).hasSize(2);
        Event first = events.get(0);
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.weight()).isEqualTo(2.0);
        assertThat(first.weight(0)).isEqualTo(2.0);
        assertThat(first.weight(1)).isEqualTo(3.5);
        assertThat(events.get(1).weight(1)).isEqualTo(-1.0);
        assertThat(first.particles()).hasSize(3);
        assertThat(first.particles().get(2))
                .isEqualTo(new Particle(23, 1, 0, 1, new FourVector(0, 0, 0, 100), Particle.UNKNOWN_SPIN));
        assertThat(first.particles().get(0).mother1()).isEqualTo(-1);
    }

    @Test
    void aSecondPassGivesTheSameEvents() {
        EventSource source = open(LheText.TWO_EVENTS);

        assertThat(events(source)).hasSameSizeAs(events(source));
    }

    @Test
    void carriageReturnsAMissingLastLineEndAndGzipChangeNothing() throws IOException {
        String text = LheText.TWO_EVENTS.stripTrailing().replace("\n", "\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        EventSource source = EventSources.open(LheText.write(folder, bytes.toByteArray()));

        assertThat(source.header().weightNames()).containsExactly("sm", "a b");
        assertThat(events(source)).hasSize(2);
        assertThat(events(source).get(1).weight(1)).isEqualTo(-1.0);
    }

    @Test
    void weightsInAnotherOrderAreMatchedByNameAndNoted() {
        String swapped = LheText.TWO_EVENTS.replace(
                "<wgt id='sm'> 2.0 </wgt>\n<wgt id='a b'> +3.5e+00 </wgt>",
                "<wgt id='a b'> +3.5e+00 </wgt>\n<wgt id='sm'> 2.0 </wgt>");
        EventSource source = open(swapped);

        assertThat(events(source).get(0).weight(1)).isEqualTo(3.5);
        assertThat(source.header().problems()).singleElement().asString().contains("another order");
    }

    @Test
    void attributesMayStandInAnyOrderAndQuoting() {
        String text = LheText.TWO_EVENTS
                .replace("<weight id='sm'>", "<weight name = 'other' id=sm>")
                .replace("<wgt id='sm'>", "<wgt extra=\"x>y\" id = sm >")
                .replace("id=\"a b\"", "id=\"MUF=0.5_MUR=1 &lt;x&gt;\"")
                .replace("id='a b'", "id=\"MUF=0.5_MUR=1 &lt;x&gt;\"");
        EventSource source = open(text);

        assertThat(source.header().weightNames()).containsExactly("sm", "MUF=0.5_MUR=1 <x>");
        assertThat(events(source).get(0).weight(1)).isEqualTo(3.5);
    }

    @Test
    void weightsWithoutAHeaderTakeTheirNamesFromTheFirstEvent() {
        String text = LheText.TWO_EVENTS.replaceAll("(?s)<initrwgt>.*</initrwgt>\n", "");
        EventSource source = open(text);

        assertThat(source.header().weightNames()).containsExactly("sm", "a b");
        assertThat(events(source).get(1).weight(1)).isEqualTo(-1.0);
    }

    @Test
    void aWeightsBlockIsReadByPosition() {
        String text = LheText.TWO_EVENTS
                .replace(
                        "<rwgt>\n<wgt id='sm'> 2.0 </wgt>\n<wgt id='a b'> +3.5e+00 </wgt>\n</rwgt>",
                        "<weights>\n2.0\n3.5D0\n</weights>")
                .replace(
                        "<rwgt>\n<wgt id='sm'> 2.0 </wgt>\n<wgt id='a b'> -1.0 </wgt>\n</rwgt>",
                        "<weights> 2.0 -1.0 </weights>");
        List<Event> events = events(open(text));

        assertThat(events.get(0).weight(1)).isEqualTo(3.5);
        assertThat(events.get(1).weight(1)).isEqualTo(-1.0);
    }

    @Test
    void unknownTagsCommentsAndEventGroupsAreSkipped() {
        String text = LheText.TWO_EVENTS
                .replaceFirst("<event>", "<eventgroup nreal='1'>\n# remark\n<event trials='3' a=\"b\">\n# another")
                .replaceFirst(
                        "<rwgt>",
                        "<scales muf='1' mur=\"2\"> x </scales>\n<!-- <wgt id='zz'> 1\n -->\n<mgrwt>\n<pdfrwt> 1 2\n</pdfrwt></mgrwt>\n<rwgt>")
                .replaceFirst("</event>", "</event>\n</eventgroup>\n<!-- <event>\n-->");

        assertThat(events(open(text))).hasSize(2);
    }

    @Test
    void oneWeightMaySpanLinesAndSeveralMayShareOne() {
        String text = LheText.TWO_EVENTS
                .replaceFirst("<wgt id='sm'> 2.0 </wgt>\n", "<wgt id='sm'>\n2.0\n</wgt>")
                .replace("<wgt id='sm'> 2.0 </wgt>\n", "<wgt id='sm'>2.0</wgt>");

        assertThat(events(open(text)).get(1).weight(1)).isEqualTo(-1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "average, 3, MEAN_IS_CROSS_SECTION",
        "sum, -4, SUM_IS_CROSS_SECTION",
        "unity, -4, UNIT_WEIGHTS",
        "bias, 3, MEAN_IS_CROSS_SECTION",
        "'', 1, MEAN_IS_CROSS_SECTION",
        "'', -2, MEAN_IS_CROSS_SECTION",
        "'', 3, UNIT_WEIGHTS",
        "'', -3, UNIT_WEIGHTS",
        "'', 4, MEAN_IS_CROSS_SECTION",
    })
    void runCardAndStrategySayWhatTheWeightsMean(String norm, int strategy, WeightMeaning meaning) {
        String text = LheText.TWO_EVENTS
                .replace("average = event_norm", norm.isEmpty() ? "" : norm + " = event_norm")
                .replace("247000 -4 2", "247000 " + strategy + " 2");

        assertThat(open(text).header().meaning()).isEqualTo(meaning);
    }
}

package hep.aurum.source.lhe;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.RunInfo;
import hep.aurum.event.WeightMeaning;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        return Lhe.events(source);
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

    @Test
    void theHeaderSaysHowTheRunWasMade() {
        EventHeader header = open(LheText.EVERYTHING).header();
        RunInfo run = header.run();

        assertThat(run.beams()).hasValue(new RunInfo.Beams(2212, -2212, 6500, 4000, 1, 2, 247000, 260000, -3));
        assertThat(run.processes())
                .containsExactly(new RunInfo.Subprocess(1, 1.5, 0.06, 2.0), new RunInfo.Subprocess(7, -0.5, 0.08, 2.5));
        assertThat(header.crossSectionPb()).hasValue(1.0);
        assertThat(run.tools())
                .containsExactly(
                        new RunInfo.Tool("Gen", "1.2 \"x\"", "a < b,\ncite me"),
                        new RunInfo.Tool("WHIZARD", "3.1.6", ""));
        assertThat(header.weightNames()).containsExactly("free", "1001", "1002", "1003");
        assertThat(header.weightInfo())
                .isEqualTo(Map.of("free", "of no group", "1001", "muR=0.1E+01 & muF<1", "1003", "x < y"));
        assertThat(run.weightGroups())
                .isEqualTo(Map.of("1001", "scale_variation", "1002", "inner", "1003", "scale_variation"));
        assertThat(run.attributes().getOrDefault("init", "").lines())
                .containsExactly(
                        "# a remark among the processes",
                        "<xsecinfo neve=\"2\" totxsec=\"1.0\" />",
                        "<!-- <generator name=\"none\"/> -->",
                        "  <cutsinfo>",
                        "    <cut type=\"m\"> 4 </cut>",
                        "  </cutsinfo>");
        int from = LheText.EVERYTHING.indexOf("<!-- a <header>");
        int to = LheText.EVERYTHING.indexOf("<init>");
        assertThat(run.header()).isEqualTo(LheText.EVERYTHING.substring(from, to));
    }

    @Test
    void eventsSayAllThatTheFileSays() {
        List<Event> events = events(open(LheText.EVERYTHING));

        assertThat(events).hasSize(4);
        EventDetails details = events.get(0).details();
        assertThat(details.number()).isEqualTo(-1);
        assertThat(details.processId()).isEqualTo(7);
        assertThat(details.scale()).isEqualTo(100.0);
        assertThat(details.alphaQed()).isEqualTo(7.5e-3);
        assertThat(details.alphaQcd()).isEqualTo(0.12);
        assertThat(details.crossSectionPb()).isNaN();
        assertThat(details.attributes()).isEqualTo(Map.of("npLO", "-1", "npNLO", "1", "note", "a > b"));
        assertThat(details.remarks())
                .containsExactly(
                        "# before the particles",
                        "#aMCatNLO 1 5 3 0 0 0.2",
                        "  <mgrwt>",
                        "  <rscale> 2 0.1E+02</rscale>",
                        "  </mgrwt>",
                        "<clustering>",
                        "<clus scale=\"90.0\"> 1 2 3 </clus> <!-- <wgt id='zz'> 1",
                        " </event> -->",
                        "</clustering>",
                        "<scales muf='1' mur=\"2\"> x </scales>",
                        "<weights> 1.0 2.0 </weights>");
        assertThat(events.get(0).particles().get(1))
                .isEqualTo(new Particle(-2, -1, -1, -1, new FourVector(0, 0, -50, 50), 0.33, 0, 502, 0, 1));
        assertThat(events.get(0).particles().get(2))
                .isEqualTo(new Particle(23, 2, 0, 1, new FourVector(-0.0, 0, 0, 100), 91.25, 0, 0, 1.5e-10, 9));
    }

    @Test
    void eventsOfAGroupAreHandedOutWithItsNumber() {
        List<Event> events = events(open(LheText.EVERYTHING));

        assertThat(events.get(1).details().attributes())
                .isEqualTo(Map.of("eventgroup", "1", "eventgroup.nreal", "2", "eventgroup.ncounter", "0"));
        assertThat(events.get(2).details().attributes())
                .containsEntry("eventgroup", "1")
                .containsEntry("trials", "3");
        assertThat(events.get(3).details().attributes()).isEqualTo(Map.of("eventgroup", "2"));
        assertThat(events.get(2).weight()).isEqualTo(-2.0);
        assertThat(events.get(1).weight(2)).isEqualTo(3.0);
        assertThat(events.get(2).weight(3)).isEqualTo(8.0);
        assertThat(events.get(1).details().remarks()).isEmpty();
        assertThat(events.get(2).details().remarks()).containsExactly("#pdf 1 2");
    }

    @Test
    void versionOneOfFortranIsRead() {
        EventSource source = open(LheText.PYTHIA_6);

        assertThat(source.header().format()).isEqualTo("LHE 1.0");
        assertThat(source.header().crossSectionPb()).hasValue(0.12345678e-2);
        assertThat(source.header().meaning()).isEqualTo(WeightMeaning.UNIT_WEIGHTS);
        assertThat(source.header().problems()).isEmpty();
        assertThat(events(source).get(0).particles().get(1).momentum()).isEqualTo(new FourVector(0, 0, -50, 50));
    }

    @Test
    void anEventMayFollowInitOnItsLine() {
        String text = LheText.TWO_EVENTS.replace("</init>\n<event>", "</init><event>");

        assertThat(events(open(text))).hasSize(2);
    }

    @Test
    void aFileThatOnlyCarriesAHeaderIsNoLesHouchesFile() {
        LheFormat format = new LheFormat();

        assertThat(format.accepts(("HepMC::Version 3\n" + LheText.PYTHIA_6).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(format.accepts(("\ufeff\n " + LheText.PYTHIA_6).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void noEntityIsExpandedButTheFive() {
        String text = LheText.TWO_EVENTS
                .replace(
                        "<LesHouchesEvents",
                        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n"
                                + "<LesHouchesEvents")
                .replace("id=\"a b\"", "id=\"&b;&f;&#65;&amp;lt;\"")
                .replace("id='a b'", "id='&b;&f;&#65;&amp;lt;'");

        assertThat(open(text).header().weightNames()).containsExactly("sm", "&b;&f;&#65;&lt;");
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

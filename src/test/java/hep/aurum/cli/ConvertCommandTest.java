package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.source.EventSources;
import hep.aurum.source.SameEvents;
import hep.aurum.source.SharedData;
import hep.aurum.workflow.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ConvertCommandTest {

    private static final String SAMPLE = "generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe";

    @TempDir
    private Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String sample() {
        return SharedData.file(SAMPLE).toString();
    }

    @ParameterizedTest
    @CsvSource({"x.lhe", "x.lhe.gz", "x.hepmc3", "x.aurum"})
    void particlesAndWeightsSurviveEveryFormat(String name) {
        CommandRun there = CommandRun.of("convert", sample(), file(name));
        CommandRun back = CommandRun.of("convert", file(name), file("back.aurum"));

        assertThat(there.code()).as(there.err()).isZero();
        assertThat(there.out()).contains("200 events");
        assertThat(back.code()).as(back.err()).isZero();
        JsonNode old =
                JsonText.parse(CommandRun.of("inspect", "--json", sample()).out());
        JsonNode now = JsonText.parse(
                CommandRun.of("inspect", "--json", file("back.aurum")).out());
        assertThat(now.get("events").asInt()).isEqualTo(200);
        for (String weight : new String[] {"", "sm", "b1", "v3"}) {
            assertThat(now.get("sum_of_weights").get(weight).asDouble())
                    .isEqualTo(old.get("sum_of_weights").get(weight).asDouble());
        }
    }

    @Test
    void aTableOfEventsIsReadLikeTheFileThatItCameFrom() {
        CommandRun.of("convert", sample(), file("x.aurum"));

        assertThat(SameEvents.require(
                        EventSources.open(folder.resolve("x.aurum")), EventSources.open(SharedData.file(SAMPLE))))
                .isEqualTo(200);
    }

    @Test
    void theAnswerIsOneObject() {
        CommandRun run =
                CommandRun.of("convert", "--json", sample(), file("x.csv"), "--columns", "weight", "--events", "11:20");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode object = JsonText.parse(run.out());
        assertThat(object.get("format").asString()).isEqualTo("CSV");
        assertThat(object.get("events").asInt()).isEqualTo(10);
        assertThat(object.get("losses").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--events, 7, expected FROM:TO",
        "--events, 0:5, expected FROM:TO",
        "--events, 9:5, expected FROM:TO",
        "--events, a:5, expected FROM:TO",
        "--maximum, 0, at least 1"
    })
    void wrongRangesAreWrongUsage(String option, String value, String what) {
        CommandRun run = CommandRun.of("convert", sample(), file("x.lhe"), option, value);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.sentence()).contains(what);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void twoFilesAreNeeded() {
        assertThat(CommandRun.of("convert", sample()).code()).isEqualTo(2);
        assertThat(CommandRun.of("convert", "--formats").out()).contains("LHE");
    }

    @Test
    void whatCannotBeHeldIsRefusedWithWhatCan() {
        CommandRun run = CommandRun.of("convert", sample(), file("x.csv"));

        assertThat(run.code()).isEqualTo(6);
        assertThat(run.err()).contains("LHE (.lhe)").contains("(.aurum)");
        assertThat(folder).isEmptyDirectory();
    }

    /** The file is cut inside its 124th event. */
    @Test
    void theGoodEventsOfADamagedFileAreSaved() throws IOException {
        String text = Files.readString(SharedData.file(SAMPLE), StandardCharsets.UTF_8);
        int cut = 0;
        for (int i = 0; i < 124; i++) {
            cut = text.indexOf("<event>", cut) + 1;
        }
        String damaged = file("damaged.lhe");
        Files.writeString(Path.of(damaged), text.substring(0, cut + 300), StandardCharsets.UTF_8);

        CommandRun plain = CommandRun.of("inspect", damaged);
        CommandRun run = CommandRun.of("inspect", damaged, "--recover", file("good.lhe"));

        assertThat(plain.code()).isEqualTo(3);
        assertThat(plain.out()).contains("123 events before the damage");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("123 good events").contains("event 124");
        JsonNode good = JsonText.parse(
                CommandRun.of("inspect", "--json", file("good.lhe")).out());
        assertThat(good.get("events").asInt()).isEqualTo(123);
        assertThat(CommandRun.of("convert", damaged, file("no.lhe")).code()).isEqualTo(3);
        assertThat(folder.resolve("no.lhe")).doesNotExist();
    }

    /** Facts are those of the data's own description. */
    @Test
    void treesAreListedWithTheirBranches() {
        String file = SharedData.file("thirdparty/root-nanoaod/nano_dy.root").toString();

        JsonNode object =
                JsonText.parse(CommandRun.of("inspect", "--json", file).out());

        JsonNode tree = object.get("trees").get("Events");
        assertThat(tree.get("entries").asInt()).isEqualTo(40);
        assertThat(tree.get("branches").size()).isEqualTo(1499);
        assertThat(tree.get("branches").get("Jet_pt").asString()).isEqualTo("float32[]");
        assertThat(object.get("events").asInt()).isEqualTo(40);
        assertThat(object.get("sum_of_weights").get("genWeight").asDouble()).isCloseTo(578762.436, within(1e-2));
        assertThat(CommandRun.of("inspect", file).out()).contains("tree Events  40 entries, 1499 branches");
    }

    /** Branches of objects that are not read are there with their classes, and said to be left out. */
    @Test
    void branchesThatCannotBeReadAreListed() {
        String file =
                SharedData.file("thirdparty/root-delphes/delphes-10events.root").toString();

        JsonNode object =
                JsonText.parse(CommandRun.of("inspect", "--json", file).out());

        JsonNode branches = object.get("trees").get("Delphes").get("branches");
        assertThat(branches.get("Jet.PT").asString()).isEqualTo("float32[]");
        assertThat(branches.get("Jet.Constituents").asString()).contains("TRefArray");
        assertThat(object.get("problems").toString()).contains("Jet.Constituents");
        assertThat(object.get("sum_of_weights").get("Event.Weight").asDouble()).isEqualTo(10);
    }
}

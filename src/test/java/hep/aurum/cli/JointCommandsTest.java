package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.format.hs3.JointExample;
import hep.aurum.format.hs3.JointFile;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.JointModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every command that tests a workspace tests a document with events, unchanged: its numbers are those of the library. */
class JointCommandsTest {

    @TempDir
    Path folder;

    private String document = "";
    private StatisticalModel model = JointExample.of(data()).model();

    private static EventData data() {
        return EventData.of(JointExample.events(20, 21), 2);
    }

    @BeforeEach
    void write() {
        Path file = folder.resolve("joint.json");
        JointFile.write(file, JointExample.of(data()));
        document = file.toString();
    }

    private static JsonNode json(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return JsonMapper.builder().build().readTree(run.out());
    }

    @Test
    void fitsAndImpacts() {
        JsonNode fit = json("fit", document, "--json", "--correlations", "--minos");
        JsonNode impacts = json("impacts", document, "--json");

        assertThat(fit.get("twice_nll").doubleValue())
                .isCloseTo(Fitter.withDefaults().fit(model).twiceNll(), within(1e-9));
        assertThat(fit.get("bestfit").has("cHW")).isTrue();
        assertThat(impacts.get("impacts").valueStream().map(i -> i.get("name").stringValue()))
                .contains("lumi", "scale", "fakes");
    }

    @Test
    void discoveryAndExclusion() {
        JsonNode discovery = json("hypotest", document, "--statistic", "q0", "--json");
        JsonNode exclusion = json("hypotest", document, "--mu", "2", "--json");
        JsonNode limit = json("limit", document, "--json");

        assertThat(discovery.get("teststat").doubleValue())
                .isCloseTo(Discovery.of(model).q0(), within(1e-8));
        assertThat(exclusion.get("CLs_obs").doubleValue())
                .isCloseTo(AsymptoticTest.of(model).at(2).cls(), within(1e-8));
        assertThat(limit.get("obs").doubleValue())
                .isCloseTo(UpperLimit.withDefaults().of(model).observed(), within(1e-6));
        assertThat(limit.get("exp")).hasSize(5);
    }

    @Test
    void toysFromThePools() {
        JsonNode toys = json("hypotest", document, "--mu", "2", "--toys", "20", "--seed", "3", "--json");

        assertThat(toys.get("toys").get("toys").intValue()).isEqualTo(20);
        assertThat(toys.get("toys").get("CLsb").doubleValue()).isBetween(0.0, 1.0);
    }

    @Test
    void scansInOneAndTwoParameters() {
        JsonNode one = json("scan", document, "--range", "0:2:3", "--json");
        JsonNode density = json("scan", document, "--poi", "cHW", "--range=-1:1:3", "--json");
        JsonNode two = json("scan", document, "--range", "0:2:2", "--and", "cHW", "--and-range=-1:1:2", "--json");

        assertThat(one.get("t").get(2).doubleValue())
                .isCloseTo(Profile.of(model).tMu(2), within(1e-8));
        assertThat(density.get("t").get(0).doubleValue())
                .isCloseTo(Profile.of(((JointModel) model).withPoi("cHW")).tMu(-1), within(1e-8));
        assertThat(two.get("points")).hasSize(4);
    }

    @Test
    void significancesAlongAParameterOfADensity() {
        JsonNode scan = json("scan", document, "--position", "cHW", "--range=-1:1:5", "--toys", "2", "--json");
        CommandRun text = CommandRun.of("scan", document, "--position", "cHW", "--range=-1:1:5");
        CommandRun wrong = CommandRun.of("scan", document, "--range=-1:1:5", "--toys", "2");

        assertThat(scan.get("q0")).hasSize(5);
        assertThat(scan.get("p_global").doubleValue())
                .isGreaterThanOrEqualTo(scan.get("p_local").doubleValue());
        assertThat(text.out()).contains("anywhere in the range").contains("in the data");
        assertThat(wrong.code()).isEqualTo(2);
    }

    @Test
    void beltsWithProfiledNuisances() {
        JsonNode set = json("neyman", document, "--range", "0:3:2", "--toys", "4", "--json");

        assertThat(set.get("poi").stringValue()).isEqualTo("mu");
        assertThat(set.get("belt").size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void functionsInTheDocument() {
        Path file = folder.resolve("coupling.json");
        JointFile.write(file, JointExample.withFunctions(JointExample.of(data())));

        JsonNode scan = json("scan", file.toString(), "--range=-2:2:3", "--json");

        assertThat(scan.get("parameters").get(0).stringValue()).isEqualTo("kappa");
    }

    @Test
    void whatIsInIt() {
        JsonNode inspected = json("workspace", "inspect", document, "--json");
        CommandRun text = CommandRun.of("workspace", "inspect", document);
        CommandRun valid = CommandRun.of("workspace", "validate", document);

        JsonNode channel = inspected.get("event_channels").get(0);
        assertThat(channel.get("events").doubleValue()).isEqualTo(20);
        assertThat(channel.get("processes").get(0).get("parameters").get(0).stringValue())
                .isEqualTo("cHW");
        assertThat(channel.get("processes").get(2).get("data_driven").booleanValue())
                .isTrue();
        assertThat(inspected.get("channels").get("CR").intValue()).isEqualTo(2);
        assertThat(inspected.get("files").size()).isGreaterThan(8);
        assertThat(text.out())
                .contains(
                        "channel of events SR",
                        "network at one point times ensemble of 4, shifted, each a network in cHW",
                        "checksums agree");
        assertThat(valid.out()).contains(": valid");
    }

    @Test
    void whatDoesNotApplyIsSaid() throws IOException {
        CommandRun prune = CommandRun.of("workspace", "prune", document, "--channel", "CR");
        CommandRun convert = CommandRun.of("workspace", "convert", document, "--to", "hs3");
        CommandRun yields = CommandRun.of("fit", document, "--yields", "prefit");
        CommandRun measurement = CommandRun.of("fit", document, "--measurement", "other");
        Files.writeString(folder.resolve("f.json"), "{}");

        assertThat(prune.code()).isNotZero();
        assertThat(prune.err()).contains("channels of events", "workspace inspect");
        assertThat(convert.err()).contains("channels of events");
        assertThat(yields.err()).contains("workspace alone");
        assertThat(measurement.err()).contains("no measurement \"other\"");
    }
}

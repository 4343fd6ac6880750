package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.format.hs3.JointExample;
import hep.aurum.format.hs3.JointFile;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.likelihood.joint.PooledEvents;
import hep.aurum.workflow.GaussianLikelihood;
import hep.aurum.workflow.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files of one likelihood before the checks: right ones, wrong ones, and those that have nothing to examine. */
class TrustLikelihoodTest {

    @TempDir
    private Path folder = Path.of("");

    private CommandRun trust(JointWorkspace joint, String... more) {
        JointFile.write(folder.resolve("likelihood.json"), joint);
        return trust(folder.resolve("likelihood.json"), more);
    }

    private static CommandRun trust(Path file, String... more) {
        String[] arguments = {"trust", file.toString(), "--threads", "1", "--quiet"};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return CommandRun.of(all);
    }

    /** The seed is fixed; the rate of false alarms of the verdict is 1 %. */
    @Test
    void exactDensitiesAreProved() throws IOException {
        CommandRun run = trust(GaussianLikelihood.of(40_000, 1, true));

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("The reference law is that of background", "mu from 0 to 3");
        String page = Files.readString(folder.resolve("trust.html"));
        assertThat(page).contains("What is examined", "labels are not audited", "misspecification");
        assertThat(page.substring(0, page.indexOf("<script>"))).doesNotContain("NaN");
    }

    @Test
    void densitiesThatAreTooSharpAreFlagged() {
        CommandRun run = trust(GaussianLikelihood.of(6000, 1.3, true), "--json");

        assertThat(run.code()).isEqualTo(1);
        JsonNode json = JsonText.parse(run.out());
        assertThat(json.path("verdict").asString()).isEqualTo("broken");
        assertThat(json.path("notes").path("Channel “SR”").asString()).contains("signal, background");
    }

    /** Networks that nobody trained, and events that are even in all features: only the pools are larger than in the example. */
    @Test
    void randomNetworksAreFlagged() {
        JointWorkspace joint = JointExample.of(EventData.of(JointExample.events(60, 3), 2));
        JointWorkspace.Part part = joint.parts().get(0);
        double[] ones = new double[1000];
        Arrays.fill(ones, 1);
        PooledEvents pools = new PooledEvents(IntStream.of(21, 22, 23)
                .mapToObj(seed -> PooledEvents.Pool.of(JointExample.events(1000, seed), ones))
                .toList());
        CommandRun run = trust(new JointWorkspace(
                joint.workspace(),
                joint.measurement(),
                joint.codes(),
                joint.extra(),
                List.of(new JointWorkspace.Part(part.channel(), part.data(), pools, List.of())),
                Optional.empty()));

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).contains("No process has the reference law", "mu from", "cHW from");
    }

    @Test
    void oneBadChannelOfTwoIsFoundAndNamed() {
        CommandRun run = trust(GaussianLikelihood.ofTwo(4000, 1.5), "--json");

        assertThat(run.code()).isEqualTo(1);
        List<JsonNode> broken = JsonText.parse(run.out()).path("checks").values().stream()
                .filter(check -> check.path("state").asString().equals("broken"))
                .toList();
        assertThat(broken).isNotEmpty();
        assertThat(broken).allMatch(check -> check.path("check").asString().endsWith(" in other"));
    }

    /** Pools of 100 and 200 events say little, and are not taken for a proof. */
    @Test
    void theFolderOfARunsModelIsItsLikelihood() {
        JointFile.write(
                folder.resolve("likelihood.json"), JointExample.of(EventData.of(JointExample.events(60, 3), 2)));
        CommandRun run = trust(folder);

        assertThat(run.code()).as(run.out() + run.err()).isIn(1, TrustCommand.NO_PROOF);
        assertThat(run.out()).contains("Channel “SR”");
        assertThat(folder.resolve("trust.json")).exists();
    }

    @Test
    void aLikelihoodOfBinsAloneIsRefused() throws IOException {
        JointWorkspace joint = GaussianLikelihood.of(10, 1, true);
        CommandRun hs3 = trust(new JointWorkspace(
                joint.workspace(), "gaussians", joint.codes(), List.of(), List.of(), Optional.empty()));
        Path pyhf = folder.resolve("pyhf.json");
        Files.writeString(pyhf, hep.aurum.format.pyhf.PyhfWorkspace.toJson(joint.workspace()));

        for (CommandRun run : List.of(hs3, trust(pyhf))) {
            assertThat(run.code()).isEqualTo(6);
            assertThat(run.sentence()).contains("bins alone has no learned ratio");
        }
    }

    @Test
    void otherTrainingsAreRefused() {
        CommandRun run = trust(GaussianLikelihood.of(300, 1, true), "--what-to-change");

        assertThat(run.code()).isEqualTo(6);
        assertThat(run.sentence()).contains("does not carry what it was trained with");
    }

    @Test
    void aTornDocumentIsOneSentence() throws IOException {
        JointFile.write(folder.resolve("likelihood.json"), GaussianLikelihood.of(300, 1, true));
        Path torn = folder.resolve("torn.hs3.json");
        Files.writeString(
                torn, Files.readString(folder.resolve("likelihood.json")).substring(0, 500));
        CommandRun run = trust(torn);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.sentence()).contains("not valid JSON");
    }
}

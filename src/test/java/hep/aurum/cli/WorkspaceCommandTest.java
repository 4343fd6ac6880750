package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.format.pyhf.PyhfDocument;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.likelihood.binned.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceCommandTest {

    private static final String TWO_BIN = "histograms/two-bin/workspace.json";

    @TempDir
    private Path folder = Path.of("");

    private static CommandRun run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "workspace";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRun.of(all);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void inspectSaysWhatIsThere() {
        CommandRun text = run("inspect", TWO_BIN);
        CommandRun json = run("inspect", TWO_BIN, "--json");

        assertThat(text.out()).contains("2 bins", "Poisson", "shapesys", "normfactor", "measurements");
        assertThat(json.err()).isEmpty();
        assertThat(json.out()).startsWith("{").contains("\"constraint\" : \"Poisson\"");
    }

    @Test
    void aChangedWorkspaceGoesToStandardOutputOrIntoAFile() {
        Workspace workspace = PyhfWorkspace.read(Path.of(TWO_BIN));

        CommandRun printed = run("convert", TWO_BIN);
        CommandRun written = run("sort", TWO_BIN, "--output", file("sorted.json.gz"), "--json");

        assertThat(PyhfWorkspace.parse(printed.out(), "out")).isEqualTo(workspace);
        assertThat(written.out()).startsWith("{").contains("sorted.json.gz");
        assertThat(PyhfWorkspace.read(folder.resolve("sorted.json.gz"))).isEqualTo(workspace.sorted());
    }

    @Test
    void pruneRenameAndCombineMakeOneAnalysisOfTwo() {
        String channel = PyhfWorkspace.read(Path.of(TWO_BIN)).channels().get(0).name();
        String modifier = PyhfWorkspace.read(Path.of(TWO_BIN))
                .channels()
                .get(0)
                .samples()
                .get(1)
                .modifiers()
                .get(0)
                .name();

        CommandRun rename = run(
                "rename",
                TWO_BIN,
                "--channel",
                channel + "=other",
                "--modifier",
                modifier + "=other_" + modifier,
                "--output",
                file("other.json"));
        CommandRun refused = run("combine", TWO_BIN, file("other.json"));
        CommandRun combine =
                run("combine", TWO_BIN, file("other.json"), "--join", "outer", "--output", file("both.json"));
        CommandRun prune = run("prune", file("both.json"), "--channel", "other");

        assertThat(rename.code()).isZero();
        assertThat(refused.code()).isEqualTo(3);
        assertThat(combine.code()).isZero();
        assertThat(PyhfWorkspace.read(folder.resolve("both.json")).channels()).hasSize(2);
        assertThat(PyhfWorkspace.parse(prune.out(), "out")).isEqualTo(PyhfWorkspace.read(Path.of(TWO_BIN)));
        assertThat(run("combine", TWO_BIN, TWO_BIN, "--join", "inner").code()).isEqualTo(2);
    }

    @Test
    void patchesOfASetAreAppliedToTheirWorkspaceAlone() throws Exception {
        String digest = PyhfDocument.read(Path.of(TWO_BIN)).digest("sha256");
        Files.writeString(folder.resolve("set.json"), """
                {"metadata": {"references": {"hepdata": "ins1"}, "description": "d", "labels": ["mass"],
                  "digests": {"sha256": "%s"}}, "version": "1.0.0", "patches": [
                 {"metadata": {"name": "heavy", "values": [800]},
                  "patch": [{"op": "replace", "path": "/observations/0/data/0", "value": 77}]}]}
                """.formatted(digest));

        CommandRun byValue = run("patch", TWO_BIN, file("set.json"), "--values", "800.0");
        CommandRun unnamed = run("patch", TWO_BIN, file("set.json"));
        run("convert", TWO_BIN, "--output", file("changed.json"));
        run("rename", TWO_BIN, "--modifier", "mu=nu", "--output", file("changed.json"));
        CommandRun changed = run("patch", file("changed.json"), file("set.json"), "--name", "heavy");

        assertThat(PyhfWorkspace.parse(byValue.out(), "out")
                        .observations()
                        .get(0)
                        .data()
                        .get(0))
                .isEqualTo(77.0);
        assertThat(unnamed.code()).isEqualTo(3);
        assertThat(unnamed.err()).contains("heavy");
        assertThat(changed.code()).isEqualTo(3);
        assertThat(changed.sentence()).contains("another workspace");
    }

    @Test
    void digestPrintsAsPyhfDoes() {
        String digest = PyhfDocument.read(Path.of(TWO_BIN)).digest("sha256");

        assertThat(run("digest", TWO_BIN).out().strip()).isEqualTo("sha256:" + digest);
        assertThat(run("digest", TWO_BIN, "--algorithm", "md5", "--json").out())
                .startsWith("{")
                .contains("\"md5\" : ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "validate", "convert", "prune", "rename", "sort", "digest"})
    void badFilesAreBadInput(String command) throws Exception {
        Files.writeString(folder.resolve("bad.json"), "{\"channels\": []}");
        Files.writeString(folder.resolve("text.txt"), "no workspace");

        assertThat(run(command, file("absent.json")).code()).isEqualTo(3);
        assertThat(run(command, file("bad.json")).code()).isEqualTo(3);
        assertThat(run(command, file("text.txt")).code()).isEqualTo(3);
        assertThat(run(command, file("text.txt")).out()).isEmpty();
    }

    @Test
    void validateSaysYesAndAMissingCommandIsWrongUsage() {
        assertThat(run("validate", TWO_BIN).out()).contains("workspace.json: valid");
        assertThat(run("validate", TWO_BIN, "--json").out()).startsWith("{");
        assertThat(run("convert", TWO_BIN, "--to", "pyfh").err()).contains("did you mean \"pyhf\"");
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("--help").out()).contains("combine", "digest", "Examples");
    }
}

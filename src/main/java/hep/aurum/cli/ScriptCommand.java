package hep.aurum.cli;

import hep.aurum.base.Progress;
import hep.aurum.script.Aurum;
import hep.aurum.script.engine.ScriptFile;
import hep.aurum.script.engine.ScriptSetting;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Run a script. */
@Command(
        name = "script",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Run a script in Java, Python 2.7, Groovy or BeanShell, as its ending says.",
            "In scope are the object aurum, whose verbs aurum.help() lists, and the",
            "classes of hep.aurum.script, H1D and HPlot among them. A script of Java is a",
            "file with a main method and the line import hep.aurum.script.*; it is compiled",
            "in memory, and its verbs are those of Aurum."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum script examples/scripts/histogram.py out   out is an argument",
            "  aurum script --quiet Discovery.java out"
        })
final class ScriptCommand implements Callable<Integer> {

    static final String NAME = "script";

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "The script: .java, .py, .groovy or .bsh.")
    private @Nullable Path file;

    @Parameters(
            index = "1..*",
            paramLabel = "ARGS",
            description = "Arguments of the script: args, in Python sys.argv[1:] as well.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() {
        try (ProgressListener progress = progressOptions.open(false)) {
            return ScriptFile.of(Objects.requireNonNull(file)).run(setting(arguments, progress));
        }
    }

    /** Return what every script finds: the verbs, and who listens to their progress. */
    static ScriptSetting setting(List<String> arguments, Progress progress) {
        return new ScriptSetting(
                Aurum.withProgress(progress),
                arguments,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
}

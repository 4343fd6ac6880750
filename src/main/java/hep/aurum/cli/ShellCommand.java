package hep.aurum.cli;

import hep.aurum.base.NotSupported;
import hep.aurum.script.engine.Language;
import hep.aurum.script.engine.Prompt;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Open a prompt. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Open a prompt with the object aurum in scope, whose verbs aurum.help() lists,",
            "and the classes of hep.aurum.script. Leave it with exit(), in Java with /exit.",
            "What is piped in runs line by line, up to the first failure."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum shell                         JShell",
            "  aurum shell --language python",
            "  echo 'print aurum.version()' | aurum shell --language python"
        })
final class ShellCommand implements Callable<Integer> {

    static final String NAME = "shell";

    @Option(
            names = "--language",
            paramLabel = "NAME",
            defaultValue = "java",
            description = "java, python, groovy or bsh; default ${DEFAULT-VALUE}.")
    private String language = "java";

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Override
    public Integer call() {
        Language chosen = Language.named(language);
        boolean terminal = System.console() != null;
        if (chosen == Language.JAVA) {
            if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
                throw new NotSupported(
                        "this Java has no JShell (module jdk.jshell)",
                        System.getProperty("java.home", ""),
                        "use a JDK in place of a JRE, or aurum shell --language python");
            }
            return JavaShell.run(terminal);
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        if (terminal) {
            System.out.println("Aurum " + VersionCommand.number() + ", " + chosen.title()
                    + ": aurum.help() lists the verbs, exit() leaves");
        }
        try (ProgressListener progress = progressOptions.open(false)) {
            Prompt.of(chosen, ScriptCommand.setting(List.of(), progress)).run(in, terminal);
        }
        return 0;
    }
}

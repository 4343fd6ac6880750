package hep.aurum.cli;

import hep.aurum.base.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Start Aurum from a shell.
 *
 * <p>Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 the audit or the study says
 * no, 2 wrong usage, and those of the {@link Failure} kinds: 3 bad input, 4 impossible model, 5 not converged, 6 not
 * supported; 7 no proof of trust; 70 a bug.
 */
@Command(
        name = "aurum",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        subcommands = {
            RunCommand.class,
            InspectCommand.class,
            ConvertCommand.class,
            AuditCommand.class,
            TrustCommand.class,
            SimulateCommand.class,
            GenerateCommand.class,
            ExportCommand.class,
            WorkspaceCommand.class,
            HypotestCommand.class,
            LimitCommand.class,
            NeymanCommand.class,
            FitCommand.class,
            ImpactsCommand.class,
            ScanCommand.class,
            ScriptCommand.class,
            ShellCommand.class,
            BenchCommand.class,
            VersionCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = "From a generator's events to a discovery: simulation-based inference for collider physics.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum inspect events.lhe.gz              what is in a file",
            "  aurum convert events.lhe.gz events.parquet   the same events in another format",
            "  aurum audit study.yaml                   are the labels right?",
            "  aurum run study.yaml --out results/vbf   the whole analysis",
            "  aurum trust study.yaml                   can its ratio be believed?",
            "  aurum simulate eft-toy --events 1000 --out toy.lhe.gz   events to try it with",
            "  aurum generate study.yaml                run the generators that a study names",
            "  aurum export results/vbf/model --onnx vbf.onnx   the ratio for other tools",
            "  aurum workspace inspect workspace.json   channels, parameters and measurements of a binned model",
            "  aurum hypotest workspace.json --mu 1     is this signal excluded?",
            "  aurum limit workspace.json               how large may it be?",
            "  aurum fit workspace.json --minos          a HistFactory model",
            "  aurum impacts workspace.json             which nuisance moves the result",
            "  aurum script histogram.py out            run a script of Python or Java",
            "  aurum shell --language python            a prompt",
            "  aurum bench galton                       how good, and how fast, on known answers",
            "",
            "Exit codes: 0 done, 1 the audit or the study says no, 2 wrong usage, 3 bad input,",
            "4 impossible model, 5 not converged, 6 not supported, 7 no proof, 70 a bug in Aurum."
        })
public final class Main implements Runnable {

    private static final int BUG = 70;

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    /** Run a command and leave with its exit code. */
    public static void main(String[] arguments) {
        if (mayOpenWindows(arguments)) {
            // Java looks for a screen itself.
            System.clearProperty("java.awt.headless");
        } else {
            System.setProperty("java.awt.headless", "true");
        }
        System.exit(execute(arguments));
    }

    /** A script may ask for a window; every other command draws to files and needs no screen. */
    static boolean mayOpenWindows(String... arguments) {
        return arguments.length > 0
                && (arguments[0].equals(ScriptCommand.NAME) || arguments[0].equals(ShellCommand.NAME));
    }

    /** Run a command and return its exit code; for tests. */
    static int execute(String... arguments) {
        CommandLine command = new CommandLine(new Main())
                .setExecutionExceptionHandler((exception, line, parsed) -> report(exception, line.getErr()))
                .setCaseInsensitiveEnumValuesAllowed(true);
        // What follows a script is the script's.
        Objects.requireNonNull(command.getSubcommands().get(ScriptCommand.NAME)).setStopAtPositional(true);
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError e) {
            command.getErr().println("aurum: there is not enough memory: " + e.getMessage());
            command.getErr().println("  fix:   read fewer events, or raise the limit with -Xmx");
            command.getErr().flush();
            return BUG;
        } catch (StackOverflowError | LinkageError | AssertionError e) {
            return report(e, command.getErr());
        }
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "aurum: a command is missing");
    }

    /** Print a failure as sentences, and anything else as a bug with its stack. */
    private static int report(Throwable exception, PrintWriter err) {
        if (exception instanceof Failure failure) {
            err.println("aurum: " + failure.getMessage());
            err.flush();
            return failure.exitCode();
        }
        StringWriter stack = new StringWriter();
        exception.printStackTrace(new PrintWriter(stack));
        err.println("aurum: this is a bug in Aurum " + VersionCommand.number() + ": " + exception);
        err.println("  fix:   please report it with the command line, the study file and these lines:");
        err.print(stack);
        err.flush();
        return BUG;
    }
}

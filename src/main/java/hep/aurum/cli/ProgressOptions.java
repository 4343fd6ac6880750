package hep.aurum.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.LongSupplier;
import picocli.CommandLine.Option;

/** Say how progress is shown. Every command that may work for longer than a second takes it in as a mix-in. */
final class ProgressOptions {

    @Option(
            names = "--progress",
            paramLabel = "MODE",
            description = "Progress on standard error: auto, bar, plain, json or none. Default auto: a bar on a "
                    + "terminal, lines elsewhere, with --json none elsewhere.")
    private ProgressMode mode = ProgressMode.AUTO;

    @Option(names = "--quiet", description = "No progress on standard error; short for --progress none.")
    private boolean quiet;

    /**
     * Begin to show progress. Close what is returned before a result is printed.
     *
     * @param json whether the result is JSON, which is mostly asked for by another program
     */
    ProgressListener open(boolean json) {
        return listener(chosen(json), System.err, System::nanoTime).watch();
    }

    private ProgressMode chosen(boolean json) {
        if (quiet) {
            return ProgressMode.NONE;
        }
        if (mode != ProgressMode.AUTO) {
            return mode;
        }
        if (Terminal.isStandardError(System.getenv())) {
            return ProgressMode.BAR;
        }
        return json ? ProgressMode.NONE : ProgressMode.PLAIN;
    }

    private static ProgressListener listener(ProgressMode mode, PrintStream out, LongSupplier nanos) {
        Map<String, String> environment = System.getenv();
        return switch (mode) {
            case BAR -> new ProgressBar(out, nanos, Terminal.columns(environment));
            case JSON -> new ProgressLines(out, nanos);
            case NONE -> new NoProgress(out, nanos);
            default -> new ProgressLog(out, nanos);
        };
    }
}

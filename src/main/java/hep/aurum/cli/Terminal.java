package hep.aurum.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Know the terminal, if there is one. */
final class Terminal {

    private static final int USUAL_COLUMNS = 80;
    private static final int MOST_COLUMNS = 1000;
    private static final String DUMB = "dumb";

    private Terminal() {}

    /** Return whether standard error is a terminal whose line can be redrawn. */
    static boolean isStandardError(Map<String, String> environment) {
        if (DUMB.equals(environment.get("TERM"))) {
            return false;
        }
        Path descriptor = Path.of("/proc/self/fd/2");
        try {
            // The console of the JDK is about standard input and output; Linux knows about standard error.
            String target = descriptor.toRealPath().toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return !descriptor.toFile().exists() && isConsole(System.console());
        }
    }

    /** A console is no proof of a terminal since JDK 22, where it has a method that says so. */
    private static boolean isConsole(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Return the width in characters, 80 if nothing is said about it. */
    static int columns(Map<String, String> environment) {
        String text = environment.getOrDefault("COLUMNS", "");
        return text.matches("\\d{1,4}") ? Math.max(1, Math.min(MOST_COLUMNS, Integer.parseInt(text))) : USUAL_COLUMNS;
    }
}

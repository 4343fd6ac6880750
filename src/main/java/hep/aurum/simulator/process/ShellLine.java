package hep.aurum.simulator.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Write a command as a line that can be pasted into a POSIX shell. */
final class ShellLine {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellLine() {}

    static String of(Path folder, Map<String, String> environment, List<String> command) {
        StringBuilder line =
                new StringBuilder("cd ").append(quote(folder.toString())).append(" &&");
        environment.forEach(
                (name, value) -> line.append(' ').append(name).append('=').append(quote(value)));
        command.forEach(argument -> line.append(' ').append(quote(argument)));
        return line.toString();
    }

    /** Between single quotes nothing has a meaning but the quote, which ends them. */
    static String quote(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

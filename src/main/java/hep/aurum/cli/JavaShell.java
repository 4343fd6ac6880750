package hep.aurum.cli;

import hep.aurum.base.BadInput;
import hep.aurum.base.Bug;
import hep.aurum.script.engine.ClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.jspecify.annotations.Nullable;

/** Open JShell in this process, with the verbs imported. */
final class JavaShell {

    private static final String STARTUP = """
            import hep.aurum.script.*;
            import java.util.*;
            import java.util.stream.*;
            var aurum = Aurum.session();
            """;

    private JavaShell() {}

    /** Run until the input ends or {@code /exit}; return its exit code. */
    static int run(boolean terminal) {
        Path startup = null;
        try {
            startup = Files.createTempFile("aurum", ".jsh");
            Files.writeString(startup, STARTUP, StandardCharsets.UTF_8);
            List<String> options = new ArrayList<>(
                    List.of("--execution", "local", "--class-path", ClassPath.text(), "--startup", startup.toString()));
            options.addAll(terminal ? List.of("--feedback", "concise") : List.of("-"));
            return JavaShellToolBuilder.builder().persistence(new HashMap<>()).start(options.toArray(String[]::new));
        } catch (IOException e) {
            throw new BadInput("cannot write the start of the shell: " + e.getMessage(), "", "check java.io.tmpdir");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Bug("JShell does not start: " + e.getMessage(), "", "");
        } finally {
            delete(startup);
        }
    }

    private static void delete(@Nullable Path startup) {
        try {
            if (startup != null) {
                Files.deleteIfExists(startup);
            }
        } catch (IOException e) {
            startup.toFile().deleteOnExit();
        }
    }
}

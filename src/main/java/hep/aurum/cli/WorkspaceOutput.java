package hep.aurum.cli;

import hep.aurum.base.BadInput;
import hep.aurum.format.pyhf.PyhfDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Put a document on standard output or into a file. */
final class WorkspaceOutput {

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to this file, whole or not at all; default is standard output.")
    private @Nullable Path output;

    @Option(
            names = "--json",
            description =
                    "With --output: say what was written as one JSON object. A workspace on standard output is one.")
    private boolean json;

    void print(PyhfDocument document) {
        if (output == null) {
            System.out.print(document.toJson());
        } else {
            document.write(output);
            report(output);
        }
    }

    void print(String text) {
        if (output == null) {
            System.out.print(text);
            return;
        }
        Path part = output.resolveSibling(output.getFileName() + ".part");
        try {
            try {
                Files.writeString(part, text, StandardCharsets.UTF_8);
                Files.move(part, output, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new BadInput("cannot write " + output + ": " + e.getMessage(), "", "check the folder");
        }
        report(output);
    }

    private void report(Path path) {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("output", path.toString());
            Json.print(object);
        }
    }
}

package hep.aurum.source.convert;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.event.EventHeader;
import hep.aurum.event.table.TableHeader;
import hep.aurum.source.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Find out which formats could hold something, by starting a file in each of them and dropping it. */
final class Holders {

    private Holders() {}

    /**
     * Return names and endings of the formats that take a table, or events.
     *
     * @param events the events as they are, if they are events
     */
    static List<String> of(Formats formats, TableHeader table, Optional<EventHeader> events) {
        List<String> holders = new ArrayList<>();
        Path folder = folder();
        try {
            events.ifPresent(header -> formats.events().stream()
                    .filter(format -> !format.endings().isEmpty())
                    .filter(format -> works(() -> format.create(file(folder, format.endings()), header)
                            .close()))
                    .forEach(format -> holders.add(label(format.name(), format.endings()))));
            formats.tables().stream()
                    .filter(format -> !format.endings().isEmpty())
                    .filter(format -> works(() ->
                            format.create(file(folder, format.endings()), table).close()))
                    .forEach(format -> holders.add(label(format.name(), format.endings())));
        } finally {
            delete(folder);
        }
        return holders;
    }

    private static String label(String name, List<String> endings) {
        return name + " (" + Target.dotted(endings.get(0)) + ")";
    }

    private static Path file(Path folder, List<String> endings) {
        return folder.resolve("probe" + Target.dotted(endings.get(0)));
    }

    private static boolean works(Runnable start) {
        try {
            start.run();
            return true;
        } catch (Failure | IllegalArgumentException e) {
            return false;
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("aurum");
        } catch (IOException e) {
            throw new BadInput("there is no room for temporary files: " + e.getMessage(), "", "free some disk space");
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new BadInput("cannot delete " + folder + ": " + e.getMessage(), "", "delete it by hand");
        }
    }
}

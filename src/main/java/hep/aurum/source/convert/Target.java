package hep.aurum.source.convert;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.event.EventFormat;
import hep.aurum.event.table.TableFormat;
import hep.aurum.source.Formats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hold the format that a file is written in: one of events, one of tables, or both where an ending stands for both.
 *
 * @param events the format of events
 * @param tables the format of tables
 */
record Target(Optional<EventFormat> events, Optional<TableFormat> tables) {

    private static final List<String> COMPRESSIONS = List.of(".gz", ".zst", ".xz", ".bz2", ".lz4");

    /**
     * Find a format by its name.
     *
     * @throws NotFound if there is none
     */
    static Target named(Formats formats, String name) {
        Target target = new Target(
                formats.events().stream()
                        .filter(format -> format.name().equalsIgnoreCase(name))
                        .findFirst(),
                formats.tables().stream()
                        .filter(format -> format.name().equalsIgnoreCase(name))
                        .findFirst());
        if (target.isEmpty()) {
            List<String> known = new ArrayList<>();
            formats.events().forEach(format -> known.add(format.name()));
            formats.tables().forEach(format -> known.add(format.name()));
            throw new NotFound("no format is named \"" + name + "\"", "", Names.suggest(name, known));
        }
        return target;
    }

    /** Find a format by the ending of a file's name. */
    static Target byEnding(Formats formats, Path file) {
        String name = withoutCompression(file.getFileName().toString().toLowerCase(Locale.ROOT));
        return new Target(
                formats.events().stream()
                        .filter(format -> matches(name, format.endings()))
                        .findFirst(),
                formats.tables().stream()
                        .filter(format -> matches(name, format.endings()))
                        .findFirst());
    }

    private static String withoutCompression(String name) {
        for (String compression : COMPRESSIONS) {
            if (name.endsWith(compression)) {
                return name.substring(0, name.length() - compression.length());
            }
        }
        return name;
    }

    private static boolean matches(String name, List<String> endings) {
        return endings.stream().anyMatch(ending -> name.endsWith(dotted(ending)));
    }

    /** Return an ending with its point. */
    static String dotted(String ending) {
        return (ending.startsWith(".") ? ending : "." + ending).toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return events.isEmpty() && tables.isEmpty();
    }

    /** Return the failure to say of a name whose ending stands for no format. */
    static BadInput unknownEnding(Formats formats, Path file) {
        List<String> endings = new ArrayList<>();
        formats.events().forEach(format -> format.endings().forEach(ending -> endings.add(dotted(ending))));
        formats.tables().forEach(format -> format.endings().forEach(ending -> endings.add(dotted(ending))));
        return new BadInput(
                "the name " + file + " does not say in which format it is to be written",
                "",
                "let it end in one of "
                        + String.join(", ", endings.stream().distinct().toList()) + ", or name the format");
    }
}

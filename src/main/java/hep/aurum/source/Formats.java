package hep.aurum.source;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.event.EventFormat;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableSource;
import hep.aurum.source.particle.ParticleEvents;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hold the formats that are known, and find the one that a file is of, by its content.
 *
 * @param events formats of generated events
 * @param tables formats of tables
 */
public record Formats(List<EventFormat> events, List<TableFormat> tables) {

    /** How many decompressed bytes a format may look at to recognise its files. */
    private static final int HEAD = 1 << 16;

    /** Names of the tables that hold the events where a file has several: CMS NanoAOD, Delphes, ATLAS open data … */
    private static final List<String> MAIN = List.of("Events", "Delphes", "events", "Event", "mini", "data");

    /** Copy the lists. */
    public Formats {
        events = List.copyOf(events);
        tables = List.copyOf(tables);
    }

    /** Return the formats that are on the class path. */
    public static Formats installed() {
        ClassLoader loader = Formats.class.getClassLoader();
        return new Formats(
                ServiceLoader.load(EventFormat.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                ServiceLoader.load(TableFormat.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /**
     * Say what a file is of; one of both formats at most.
     *
     * @param head its first bytes, decompressed
     * @param events the format, if it holds events
     * @param tables the format, if it holds tables
     * @param lookalike what it is instead, such as {@code a YODA file of histograms}; empty if that is not known
     */
    public record Recognition(
            byte[] head, Optional<EventFormat> events, Optional<TableFormat> tables, String lookalike) {}

    /**
     * Look at the first bytes of a file.
     *
     * @throws BadInput if there is no such file, or if it is empty
     * @throws NotSupported if it is compressed in a way that this version cannot undo
     */
    public Recognition recognise(Path file) {
        byte[] head = Decompression.head(file, HEAD);
        if (head.length == 0) {
            throw new BadInput(file + " is empty, expected events", "", "generate the file again or copy it again");
        }
        Optional<EventFormat> eventFormat =
                events.stream().filter(format -> format.accepts(head)).findFirst();
        if (eventFormat.isPresent()) {
            return new Recognition(head, eventFormat, Optional.empty(), "");
        }
        // Asked before the tables, since any text may pass for a table of text.
        String lookalike = Lookalike.text(head);
        if (!lookalike.isEmpty()) {
            return new Recognition(head, Optional.empty(), Optional.empty(), lookalike);
        }
        Optional<TableFormat> tableFormat =
                tables.stream().filter(format -> format.accepts(head)).findFirst();
        return new Recognition(
                head, Optional.empty(), tableFormat, tableFormat.isPresent() ? "" : Lookalike.binary(head));
    }

    /**
     * Open a file of events.
     *
     * @throws BadInput if it holds no events that are known, or if its header is malformed
     * @throws NotSupported if it holds tables without particles
     */
    public EventSource events(Path file) {
        Recognition found = recognise(file);
        if (found.events().isPresent()) {
            return found.events().get().open(file);
        }
        TableFormat format = found.tables().orElseThrow(() -> unknown(file, found, "event file"));
        List<TableSource> all = format.tables(file);
        return particles(all)
                .orElseThrow(() -> new NotSupported(
                        file + " is a " + format.name() + " file of tables without generated particles",
                        names(all),
                        "use its columns (aurum inspect " + file + " lists them)"));
    }

    /** Return the first table of particles as events. */
    public static Optional<EventSource> particles(List<TableSource> tables) {
        return tables.stream()
                .filter(table -> ParticleEvents.isRecognised(table.header()))
                .findFirst()
                .map(ParticleEvents::of);
    }

    /**
     * List the tables of a file.
     *
     * @throws BadInput if it is no file of tables, or if it is malformed
     */
    public List<TableSource> tables(Path file) {
        Recognition found = recognise(file);
        return found.tables()
                .orElseThrow(() -> unknown(file, found, "file of tables"))
                .tables(file);
    }

    /** Return the failure to say of a file that is of no known format. */
    public BadInput unknown(Path file, Recognition found, String expected) {
        String known = Stream.concat(
                        events.stream().map(EventFormat::name), tables.stream().map(TableFormat::name))
                .distinct()
                .collect(Collectors.joining(", "));
        if (found.events().isPresent()) {
            String name = found.events().get().name();
            return new BadInput(file + " is a " + name + " file of events, expected a " + expected, "", "convert it");
        }
        if (!found.lookalike().isEmpty()) {
            return new BadInput(
                    file + " is " + found.lookalike() + ", expected an event file of a known format (known: " + known
                            + ")",
                    "",
                    Lookalike.remedy(found.lookalike()));
        }
        return new BadInput(
                file + " is not an event file of a known format (known: " + known + ")",
                file + " begins with \"" + Lookalike.printable(found.head()) + "\"",
                "convert it to one of the known formats");
    }

    /**
     * Return the table that most likely is meant: the one that is {@link #usual}, else the one with the most rows.
     *
     * @throws BadInput if there is none
     */
    public static TableSource main(Path file, List<TableSource> tables) {
        return usual(tables)
                .or(() -> tables.stream()
                        .max(Comparator.comparingLong(
                                table -> table.header().rows().orElse(0))))
                .orElseThrow(() -> new BadInput(file + " holds no table", "", "name a file with a tree or table"));
    }

    /** Return the table that is clearly meant: particles, else the only one, else one with a name used for events. */
    public static Optional<TableSource> usual(List<TableSource> tables) {
        Optional<TableSource> particles = tables.stream()
                .filter(table -> ParticleEvents.isRecognised(table.header()))
                .findFirst();
        if (particles.isPresent() || tables.size() == 1) {
            return particles.or(() -> Optional.of(tables.get(0)));
        }
        return tables.stream()
                .filter(table -> MAIN.contains(lastPart(table.header().name())))
                .findFirst();
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Return a table by its name.
     *
     * @throws NotFound if there is none
     */
    public static TableSource named(Path file, List<TableSource> tables, String name) {
        List<String> names = tables.stream().map(table -> table.header().name()).toList();
        return tables.stream()
                .filter(table -> table.header().name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new NotFound("there is no table \"" + name + "\" in " + file, "", Names.suggest(name, names)));
    }

    /** Return the names of tables for a message. */
    public static String names(List<TableSource> tables) {
        return tables.stream()
                .limit(10)
                .map(table -> table.header().name())
                .filter(name -> !name.isEmpty())
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
    }
}

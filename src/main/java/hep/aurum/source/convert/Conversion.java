package hep.aurum.source.convert;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.base.Progress;
import hep.aurum.event.EventFormat;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.EventWriter;
import hep.aurum.event.WeightMeaning;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableWriter;
import hep.aurum.source.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Write the events or a table of a file in another format. Immutable.
 *
 * <p>The format follows from the ending of the new file's name, compression left off, unless it is named. What the format
 * cannot hold at all is refused, with the formats that could; what it holds in part is among
 * {@link ConversionResult#losses()}.
 */
public final class Conversion {

    private static final String EVENTS = "events";
    private static final String ROWS = "rows";

    private final Path input;
    private final Path output;
    private final Formats formats;
    private final Optional<String> format;
    private final Optional<String> table;
    private final List<String> columns;
    private final RowRange range;
    private final boolean tolerant;

    private Conversion(
            Path input,
            Path output,
            Formats formats,
            Optional<String> format,
            Optional<String> table,
            List<String> columns,
            RowRange range,
            boolean tolerant) {
        this.input = input;
        this.output = output;
        this.formats = formats;
        this.format = format;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.range = range;
        this.tolerant = tolerant;
    }

    /** Prepare the conversion of a whole file. */
    public static Conversion of(Path input, Path output) {
        return new Conversion(
                input, output, Formats.installed(), Optional.empty(), Optional.empty(), List.of(), RowRange.ALL, false);
    }

    /** Choose among other formats than those on the class path. */
    public Conversion among(Formats known) {
        return new Conversion(input, output, known, format, table, columns, range, tolerant);
    }

    /** Choose the format by its name, in any case, in place of the ending. */
    public Conversion inFormat(String name) {
        return new Conversion(input, output, formats, Optional.of(name), table, columns, range, tolerant);
    }

    /** Choose the table of a file that has several. */
    public Conversion ofTable(String name) {
        return new Conversion(input, output, formats, format, Optional.of(name), columns, range, tolerant);
    }

    /** Choose columns; the events of a file are then written as a table. */
    public Conversion ofColumns(List<String> names) {
        return new Conversion(input, output, formats, format, table, names, range, tolerant);
    }

    /**
     * Choose consecutive events or rows.
     *
     * @param first the first, from 1
     * @param last the last
     */
    public Conversion between(long first, long last) {
        Check.argument(first >= 1 && first <= last, "events %d to %d, expected 1 <= first <= last", first, last);
        return new Conversion(input, output, formats, format, table, columns, new RowRange(first, last), tolerant);
    }

    /** Keep the events before the damage of a file in place of refusing it. */
    public Conversion keepingWhatIsGood() {
        return new Conversion(input, output, formats, format, table, columns, range, true);
    }

    /**
     * Convert.
     *
     * @throws BadInput if the input is no file of events or tables, or damaged; if there is no event in the chosen range;
     *     if the output cannot be written
     * @throws NotSupported if the format cannot hold the content
     * @throws hep.aurum.base.NotFound if there is no such format, table or column
     */
    public ConversionResult run(Progress progress) {
        requireOtherFile();
        Input source = progress.during("opening " + input.getFileName(), () -> Input.open(formats, input, table));
        Target target = target(source);
        boolean asEvents = columns.isEmpty()
                && target.events().isPresent()
                && source.events().isPresent()
                && !(source.isTable() && target.tables().isPresent());
        return asEvents ? events(source, target, progress) : table(source, target, progress);
    }

    private void requireOtherFile() {
        try {
            if (Files.exists(output) && Files.isSameFile(input, output)) {
                throw new BadInput(input + " and " + output + " are the same file", "", "choose another name");
            }
        } catch (IOException e) {
            throw new BadInput("cannot compare " + input + " with " + output + ": " + e.getMessage(), "", "");
        }
    }

    private Target target(Input source) {
        if (format.isPresent()) {
            return Target.named(formats, format.get());
        }
        Target target = Target.byEnding(formats, output);
        if (target.isEmpty() && tolerant) {
            return Target.named(formats, source.format());
        }
        if (target.isEmpty()) {
            throw Target.unknownEnding(formats, output);
        }
        return target;
    }

    private ConversionResult events(Input source, Target target, Progress progress) {
        EventFormat to = target.events().orElseThrow();
        EventSource from = source.events().orElseThrow();
        Copy copy = new Copy(input, range, tolerant, progress);
        List<String> losses = new ArrayList<>(source.leftOut());
        losses.addAll(source.columnsWithoutPlace());
        try (EventWriter writer = create(source, () -> to.create(output, from.header()))) {
            copy.events(from, writer);
            losses.addAll(writer.losses());
            writer.finish();
        }
        copy.finish();
        losses.addAll(partOfSum(source.eventHeader(), copy));
        return new ConversionResult(to.name(), copy.written(), EVENTS, losses, copy.damage());
    }

    private ConversionResult table(Input source, Target target, Progress progress) {
        if (target.tables().isEmpty()) {
            throw noEvents(source, target);
        }
        TableFormat to = target.tables().get();
        TableHeader header = source.header(columns, range.isAll() && !tolerant);
        Copy copy = new Copy(input, range, tolerant, progress);
        List<String> losses = new ArrayList<>(columns.isEmpty() ? source.leftOut() : List.of());
        try (TableWriter writer = create(source, () -> to.create(output, header))) {
            copy.rows(source.table(), header.columnNames(), writer);
            losses.addAll(writer.losses());
            writer.finish();
        }
        copy.finish();
        losses.addAll(partOfSum(source.eventHeader(), copy));
        String unit = source.events().isPresent() ? EVENTS : ROWS;
        return new ConversionResult(to.name(), copy.written(), unit, losses, copy.damage());
    }

    /** Start a file; the refusal of a format names those that would not refuse. */
    private <T> T create(Input source, Supplier<T> start) {
        try {
            return start.get();
        } catch (NotSupported e) {
            throw new NotSupported(e.what(), e.where(), fix(source));
        }
    }

    private NotSupported noEvents(Input source, Target target) {
        String name = target.events().orElseThrow().name();
        String why = columns.isEmpty()
                ? "the table \"" + source.table().header().name() + "\" of " + input + " has no particles"
                : "chosen columns are a table";
        return new NotSupported(
                "cannot write " + output + ": " + name + " holds events of particles, and " + why, "", fix(source));
    }

    private String fix(Input source) {
        Optional<EventHeader> events = columns.isEmpty() ? source.eventHeader() : Optional.empty();
        List<String> holders = Holders.of(formats, source.header(columns, range.isAll()), events);
        return holders.isEmpty()
                ? "no known format can write it"
                : "choose a format that can hold it: " + String.join(", ", holders);
    }

    /** Weights whose sum is the cross-section lose that meaning where events are missing. */
    private static List<String> partOfSum(Optional<EventHeader> header, Copy copy) {
        boolean sum =
                header.isPresent() && header.get().meaning() == WeightMeaning.SUM_IS_CROSS_SECTION && !copy.isWhole();
        return sum
                ? List.of("the weights of a part of the events do not add up to the cross-section any more")
                : List.of();
    }

    /** Return what is converted, for messages. */
    @Override
    public String toString() {
        return input + " to " + output;
    }
}

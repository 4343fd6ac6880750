package hep.aurum.source.convert;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.base.Progress;
import hep.aurum.base.ReadingProgress;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
import hep.aurum.event.EventWriter;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import hep.aurum.event.table.TableWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carry events or rows from one file to the other, and count them. */
final class Copy {

    private final Path input;
    private final RowRange range;
    private final boolean tolerant;
    private final Progress progress;
    private final String task;
    private long read;
    private long written;
    private boolean whole;
    private @Nullable Failure damage;

    Copy(Path input, RowRange range, boolean tolerant, Progress progress) {
        this.input = input;
        this.range = range;
        this.tolerant = tolerant;
        this.progress = progress;
        this.task = "converting " + input.getFileName();
    }

    void events(EventSource source, EventWriter writer) {
        try (EventCursor events = source.open()) {
            ReadingProgress reading = reading("events", range.last(), events::fraction);
            Event event = next(events);
            while (event != null) {
                read++;
                if (read >= range.first()) {
                    write(writer, event);
                }
                reading.add();
                event = next(events);
            }
            end();
        }
    }

    private @Nullable Event next(EventCursor events) {
        if (range.isDone(read)) {
            whole = isEnd(events::next);
            return null;
        }
        try {
            Event event = events.next();
            whole = event == null;
            return event;
        } catch (BadInput e) {
            return stop(e);
        }
    }

    /** Look whether the range ends with the file; damage behind the range is nobody's concern. */
    private static boolean isEnd(Supplier<@Nullable Object> next) {
        try {
            return next.get() == null;
        } catch (BadInput e) {
            return false;
        }
    }

    private void write(EventWriter writer, Event event) {
        try {
            writer.write(event);
        } catch (IllegalArgumentException e) {
            throw new NotSupported(
                    "event " + read + " of " + input + " cannot be written: " + e.getMessage(),
                    "",
                    "leave the event out, or choose another format");
        }
        written++;
    }

    void rows(TableSource source, List<String> columns, TableWriter writer) {
        long rows = source.header().rows().orElse(Long.MAX_VALUE);
        try (TableCursor cursor = source.open(columns)) {
            ReadingProgress reading = reading("rows", Math.min(rows, range.last()), cursor::fraction);
            TableBatch batch = next(cursor);
            while (batch != null) {
                TableBatch chosen = range.of(batch, read);
                read += batch.rows();
                if (chosen != null) {
                    write(writer, chosen);
                }
                reading.add(batch.rows());
                batch = next(cursor);
            }
            end();
        }
    }

    private @Nullable TableBatch next(TableCursor rows) {
        if (range.isDone(read)) {
            whole = read == range.last() && isEnd(rows::next);
            return null;
        }
        try {
            TableBatch batch = rows.next();
            whole = batch == null;
            return batch;
        } catch (BadInput e) {
            return stop(e);
        }
    }

    private void write(TableWriter writer, TableBatch batch) {
        try {
            writer.write(new TableBatch(written, batch.rows(), batch.columns()));
        } catch (IllegalArgumentException e) {
            throw new NotSupported(
                    "rows from " + (batch.first() + 1) + " of " + input + " cannot be written: " + e.getMessage(),
                    "",
                    "choose other columns or another format");
        }
        written += batch.rows();
    }

    /** Say that the file that is written is complete. */
    void finish() {
        progress.report(task, 1.0);
    }

    private ReadingProgress reading(String unit, long most, DoubleSupplier fraction) {
        return ReadingProgress.of(progress, task, unit, most, fraction);
    }

    /** Take damage for the end of the file, if that is wanted. */
    private <T> @Nullable T stop(BadInput failure) {
        if (!tolerant) {
            throw failure;
        }
        damage = failure;
        return null;
    }

    private void end() {
        if (written == 0 && !range.isAll()) {
            throw new BadInput(
                    input + " has " + read + " events, none from " + range.first() + " on",
                    "",
                    "choose events that are there");
        }
    }

    long written() {
        return written;
    }

    /** Return whether all events of the file were written, as far as is known. */
    boolean isWhole() {
        return whole && written == read;
    }

    Optional<Failure> damage() {
        return Optional.ofNullable(damage);
    }
}

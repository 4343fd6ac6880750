package hep.aurum.source;

import hep.aurum.base.Failure;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventFormat;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Give any bytes to the reader of one format: it must read them or refuse them with a {@link Failure}, in bounded time and
 * memory.
 *
 * <p>{@link ReaderFuzzTest} runs it for a moment. For minutes with a fuzzer that follows the branches, Jazzer takes this
 * class as its target:
 *
 * <pre>{@code
 * java -cp CLASSPATH com.code_intelligence.jazzer.Jazzer --target_class=hep.aurum.source.ReaderFuzz \
 *     --instrumentation_includes=hep.aurum.** --jvm_args=-Daurum.fuzz=LHE CORPUS -max_total_time=600
 * }</pre>
 */
public final class ReaderFuzz {

    private static final int MOST_EVENTS = 2000;
    private static final int MOST_COLUMNS = 400;

    private static final String FORMAT = System.getProperty("aurum.fuzz", "LHE");
    private static final Path FILE = scratch();

    private ReaderFuzz() {}

    private static Path scratch() {
        try {
            Path file = Files.createTempFile("aurum-fuzz", ".bin");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read the bytes in the format that {@code -Daurum.fuzz} names. */
    public static void fuzzerTestOneInput(byte[] data) {
        read(FORMAT, data, FILE);
    }

    /**
     * Read bytes.
     *
     * @param format name of the format; empty to let the content decide
     * @param file where the bytes are put
     * @return whether they were read to their end
     */
    static boolean read(String format, byte[] data, Path file) {
        try {
            Files.write(file, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            for (EventFormat events : EventSources.formats()) {
                if (events.name().equals(format)) {
                    read(events.open(file));
                }
            }
            for (TableFormat tables : TableSources.formats()) {
                if (tables.name().equals(format)) {
                    tables.tables(file).forEach(ReaderFuzz::read);
                }
            }
            return true;
        } catch (Failure e) {
            return false;
        }
    }

    private static void read(EventSource source) {
        try (EventCursor events = source.open()) {
            int count = 0;
            while (count < MOST_EVENTS && events.next() != null) {
                count++;
            }
        }
    }

    private static void read(TableSource table) {
        double sum = 0;
        try (TableCursor rows = table.open(
                table.header().columnNames().stream().limit(MOST_COLUMNS).toList())) {
            int batches = 0;
            for (TableBatch batch = rows.next(); batch != null && batches < MOST_EVENTS; batch = rows.next()) {
                batches++;
                sum += batch.columns().isEmpty() ? 0 : batch.column(0).start(batch.rows());
            }
        }
        if (sum < 0) {
            throw new IllegalStateException("a negative number of values");
        }
    }
}

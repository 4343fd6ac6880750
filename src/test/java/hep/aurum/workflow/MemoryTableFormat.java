package hep.aurum.workflow;

import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A format of tests: the file says which tables in memory it stands for. */
public final class MemoryTableFormat implements TableFormat {

    private static final String MAGIC = "table in memory ";
    private static final Map<String, List<TableSource>> KNOWN = new ConcurrentHashMap<>();

    /** Create the format. */
    public MemoryTableFormat() {}

    /** Let a file stand for tables. */
    static Path file(Path folder, String name, TableSource... tables) throws IOException {
        Path file = folder.resolve(name);
        KNOWN.put(file.toString(), List.of(tables));
        return Files.writeString(file, MAGIC + file);
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean accepts(byte[] head) {
        return new String(head, StandardCharsets.UTF_8).startsWith(MAGIC);
    }

    @Override
    public List<TableSource> tables(Path file) {
        try {
            return KNOWN.getOrDefault(Files.readString(file).substring(MAGIC.length()), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

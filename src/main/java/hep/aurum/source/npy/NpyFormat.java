package hep.aurum.source.npy;

import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.event.table.TableWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Read and write arrays of NumPy; see the description of the package. */
public final class NpyFormat implements TableFormat {

    private static final int NAME = 30;

    /** Create the format. */
    public NpyFormat() {}

    @Override
    public String name() {
        return "NumPy";
    }

    /** Accept an array, or a zip whose first entry is one. */
    @Override
    public boolean accepts(byte[] head) {
        if (NpyArray.begins(head)) {
            return true;
        }
        boolean zip = head.length > NAME && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        if (!zip) {
            return false;
        }
        int length = (head[26] & 0xff) | (head[27] & 0xff) << 8;
        return head.length >= NAME + length && new String(head, NAME, length, StandardCharsets.UTF_8).endsWith(".npy");
    }

    @Override
    public List<TableSource> tables(Path path) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        try (ArrayFile file = ArrayFile.open(path)) {
            List<String> entries = file.entries();
            for (String entry : entries) {
                try {
                    arrays.put(entry, file.header(entry));
                } catch (NotSupported e) {
                    if (entry.isEmpty()) {
                        throw e;
                    }
                    problems.add(e.what());
                }
            }
        }
        if (arrays.isEmpty()) {
            throw noArrays(path, problems);
        }
        boolean together =
                arrays.values().stream().mapToLong(NpyArray::rows).distinct().count() == 1;
        if (together) {
            return List.of(NumpyTable.of(path, "", arrays, problems));
        }
        List<TableSource> tables = new ArrayList<>();
        arrays.forEach((entry, array) ->
                tables.add(NumpyTable.of(path, ArrayFile.nameOf(entry), Map.of(entry, array), problems)));
        return tables;
    }

    private static Failure noArrays(Path path, List<String> problems) {
        return problems.isEmpty()
                ? NpyArray.bad(path.toString(), "has no array")
                : new NotSupported(path + " has no array that can be read: " + problems.get(0), "", "save numbers");
    }

    @Override
    public List<String> endings() {
        return List.of("npy", "npz");
    }

    @Override
    public TableWriter create(Path file, TableHeader header) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".npz")
                ? NpzWriter.create(file, header)
                : RecordWriter.create(file, header);
    }
}

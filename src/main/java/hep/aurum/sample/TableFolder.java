package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.math.array.NpyTable;
import hep.aurum.math.array.NpyWriter;
import hep.aurum.math.array.RowTable;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * Read and write a folder of tables: {@code NAME + suffix + .npy}, beside {@code features.txt} with a name in each line and
 * {@code parameters.txt} with name, lower end, upper end and standard value in each line, between tabulators.
 */
record TableFolder(Path folder, String suffix) {

    private static final String FEATURES = "features.txt";
    private static final String PARAMETERS = "parameters.txt";

    Path path(String table) {
        return folder.resolve(table + suffix + ".npy");
    }

    boolean has(String table) {
        return Files.isRegularFile(path(table));
    }

    /**
     * Open a table and look at every number.
     *
     * @param rows as many as there must be, or −1
     */
    NpyTable open(String table, int rows, List<String> columns) {
        NpyTable opened = openUnseen(table, rows, columns.size());
        for (int i = 0; i < opened.rows(); i++) {
            for (int j = 0; j < opened.columns(); j++) {
                if (!Double.isFinite(opened.get(i, j))) {
                    throw bad(
                            table, i, j + " (" + columns.get(j) + ")", opened.get(i, j) + ", expected a finite number");
                }
            }
        }
        return opened;
    }

    /** Open a table of the right shape whose numbers somebody else looks at. */
    NpyTable openUnseen(String table, int rows, int columns) {
        NpyTable opened = NpyTable.open(path(table));
        requireShape(table, opened, rows, columns);
        return opened;
    }

    private void requireShape(String table, RowTable opened, int rows, int columns) {
        if ((rows >= 0 && opened.rows() != rows) || opened.columns() != columns) {
            throw new BadInput(
                    path(table).getFileName() + " has " + opened.rows() + " rows of " + opened.columns()
                            + " numbers, expected " + (rows < 0 ? "rows" : rows) + " of " + columns,
                    path(table).toString(),
                    "write all tables of a folder from the same events");
        }
    }

    BadInput bad(String table, int row, String column, String value) {
        return new BadInput(
                path(table).getFileName() + " holds in row " + row + ", column " + column + " the number " + value,
                path(table).toString(),
                "cut this event, or write it anew");
    }

    /** Return the identifiers of generator events, the rows where there is no such table. */
    IntToLongFunction origins(int rows) {
        if (!has("origin")) {
            return row -> row;
        }
        NpyTable table = NpyTable.open(path("origin"));
        requireShape("origin", table, rows, 1);
        if (!table.isIntegral()) {
            throw new BadInput(
                    path("origin").getFileName() + " does not hold integers",
                    path("origin").toString(),
                    "convert it with array.astype('<i8')");
        }
        return row -> table.getLong(row, 0);
    }

    List<String> featureNames() {
        return lines(FEATURES);
    }

    ParameterSpace space() {
        List<Parameter> parameters = new ArrayList<>();
        for (String line : lines(PARAMETERS)) {
            String[] parts = line.split("\t");
            try {
                parameters.add(new Parameter(
                        parts[0],
                        Double.parseDouble(parts[1]),
                        Double.parseDouble(parts[2]),
                        Double.parseDouble(parts[3])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new BadInput(
                        PARAMETERS + " has the line \"" + line + "\"",
                        folder.resolve(PARAMETERS).toString(),
                        "write name, lower end, upper end and standard value between tabulators");
            }
        }
        try {
            return new ParameterSpace(parameters);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    PARAMETERS + ": " + e.getMessage(),
                    folder.resolve(PARAMETERS).toString(),
                    "give every parameter a name of its own");
        }
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(folder.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInput(
                    "cannot read " + name + ": " + e.getMessage(),
                    folder.resolve(name).toString(),
                    "give parameters and names of features, or write the folder with this program");
        }
    }

    /** Begin to write; files appear all together in {@link Draft#finish}, or none does. */
    Draft draft(ParameterSpace space, List<String> featureNames) throws IOException {
        Files.createDirectories(folder);
        StringBuilder parameters = new StringBuilder();
        for (Parameter p : space.parameters()) {
            parameters
                    .append(requireLine(p.name()))
                    .append('\t')
                    .append(p.min())
                    .append('\t')
                    .append(p.max())
                    .append('\t')
                    .append(p.standard())
                    .append('\n');
        }
        StringBuilder features = new StringBuilder();
        featureNames.forEach(name -> features.append(requireLine(name)).append('\n'));
        return new Draft(this, parameters.toString(), features.toString());
    }

    private static String requireLine(String name) {
        if (name.chars().anyMatch(c -> c < ' ')) {
            throw new BadInput("the name \"" + name + "\" has a line break or tabulator in it", "", "choose another");
        }
        return name;
    }

    BadInput cannotWrite(IOException e) {
        return new BadInput(
                "cannot write to " + folder + ": " + e.getMessage(), folder.toString(), "check space and permissions");
    }

    /** Write the tables of a folder. */
    static final class Draft implements AutoCloseable {

        private final TableFolder target;
        private final String parameters;
        private final String features;
        private final List<Path> paths = new ArrayList<>();
        private final List<NpyWriter> writers = new ArrayList<>();

        private Draft(TableFolder target, String parameters, String features) {
            this.target = target;
            this.parameters = parameters;
            this.features = features;
        }

        NpyWriter table(String name, int columns) throws IOException {
            requireNew(name);
            return add(name, NpyWriter.of(target.path(name), columns));
        }

        NpyWriter longs(String name) throws IOException {
            requireNew(name);
            return add(name, NpyWriter.ofLongs(target.path(name)));
        }

        /** Check that tables do not exist, before the first of them is begun. */
        void requireNew(String... names) {
            for (String name : names) {
                if (target.has(name)) {
                    throw new BadInput(
                            target.path(name).getFileName() + " exists already",
                            target.path(name).toString(),
                            "remove it, or choose another folder or suffix");
                }
            }
        }

        private NpyWriter add(String name, NpyWriter writer) {
            paths.add(target.path(name));
            writers.add(writer);
            return writer;
        }

        /** Move all files into place; the first table last, without which no folder opens. */
        void finish() throws IOException {
            for (NpyWriter writer : writers) {
                writer.complete();
            }
            write(PARAMETERS, parameters);
            write(FEATURES, features);
            int done = writers.size();
            try {
                while (done > 0) {
                    writers.get(done - 1).finish();
                    done--;
                }
            } catch (IOException e) {
                for (int i = done; i < paths.size(); i++) {
                    Files.deleteIfExists(paths.get(i));
                }
                throw e;
            }
        }

        private void write(String name, String text) throws IOException {
            Path path = target.folder.resolve(name);
            Optional<String> before =
                    Files.isRegularFile(path) ? Optional.of(Files.readString(path)) : Optional.empty();
            if (before.isPresent() && !before.get().equals(text)) {
                throw new BadInput(
                        name + " of the folder names others", path.toString(), "write to a folder of its own");
            }
            Path draft = target.folder.resolve(name + ".part");
            Files.writeString(draft, text);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            for (NpyWriter writer : writers) {
                writer.close();
            }
        }
    }
}

package hep.aurum.source.hdf5;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Read a file of MadMiner: its events as one table, what it says of parameters and benchmarks as attributes. */
final class MadMinerFile {

    private static final String OBSERVATIONS = "samples/observations";
    private static final String WEIGHTS = "samples/weights";
    private static final String SAMPLING = "samples/sampling_benchmarks";
    private static final int MOST_NAMES = 1 << 20;

    private final Hdf5File file;
    private final HdfFile root;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private MadMinerFile(Hdf5File file, HdfFile root) {
        this.file = file;
        this.root = root;
    }

    /** Return the events; empty where this is another kind of file. */
    static Optional<TableSource> events(Hdf5File file) {
        return file.read("", root -> {
            boolean known = root.getChild("samples") instanceof Group
                    && root.getChild("benchmarks") instanceof Group
                    && root.getChild("observables") instanceof Group
                    && dataset(root, OBSERVATIONS).isPresent()
                    && dataset(root, WEIGHTS).isPresent();
            return known ? Optional.of(new MadMinerFile(file, root).table()) : Optional.empty();
        });
    }

    private static Optional<Dataset> dataset(HdfFile root, String path) {
        Node node = root;
        for (String name : path.split("/", -1)) {
            node = node instanceof Group group ? group.getChild(name) : null;
        }
        return node instanceof Dataset dataset ? Optional.of(dataset) : Optional.empty();
    }

    private TableSource table() {
        List<String> observables = texts("observables/names");
        List<String> benchmarks = texts("benchmarks/names");
        List<String> definitions = texts("observables/definitions");
        long rows = addColumns(OBSERVATIONS, observables, "", "", definitions);
        long weightRows = addColumns(WEIGHTS, benchmarks, "weight_", "pb", List.of());
        if (rows != weightRows) {
            throw bad("has " + rows + " events, but weights of " + weightRows);
        }
        dataset(root, SAMPLING).ifPresent(dataset -> addSampling(dataset, rows));
        describe(observables, definitions, benchmarks);
        TableHeader header = new TableHeader(
                "MadMiner HDF5",
                file.path().toString(),
                "samples",
                places.stream().map(Place::column).toList(),
                OptionalLong.of(rows),
                attributes,
                problems);
        return new Hdf5Table(file.path(), header, places);
    }

    private BadInput bad(String what) {
        return new BadInput(file.path() + " " + what, "", "write the file again with MadMiner");
    }

    private List<String> texts(String path) {
        Optional<Dataset> dataset = dataset(root, path);
        if (dataset.isEmpty()) {
            return List.of();
        }
        Object values = dataset.get().getSize() <= MOST_NAMES ? dataset.get().getData() : new Object[0];
        if (!(values instanceof Object[] array)) {
            throw bad("has no texts in " + path);
        }
        List<String> texts = new ArrayList<>();
        for (Object value : array) {
            texts.add(value.toString());
        }
        return texts;
    }

    /** Add a column for each place of the rows of a data set; return the number of rows. */
    private long addColumns(String path, List<String> names, String prefix, String unit, List<String> descriptions) {
        Dataset dataset = dataset(root, path).orElseThrow(() -> bad("has no " + path));
        int[] dimensions = dataset.getDimensions();
        ColumnType type = Hdf5Values.type(dataset.getDataType()).orElse(ColumnType.TEXT);
        if (dimensions.length != 2 || !type.isReal() || dimensions[1] < names.size()) {
            throw bad("has other than a row of " + names.size() + " real numbers for each event in " + path);
        }
        for (int i = 0; i < dimensions[1]; i++) {
            String name = prefix + (i < names.size() ? names.get(i) : "c" + i);
            String description = i < descriptions.size() ? descriptions.get(i) : "";
            Column column = new Column(name, type, Column.Layout.SCALAR, 1, unit, description);
            places.add(new Place(column, path, "", i));
        }
        if (dimensions[1] > names.size()) {
            problems.add(path + " has " + dimensions[1] + " columns, but the file names " + names.size());
        }
        return dimensions[0];
    }

    private void addSampling(Dataset dataset, long rows) {
        int[] dimensions = dataset.getDimensions();
        boolean fits = dimensions.length == 1 && dimensions[0] == rows;
        Optional<ColumnType> type = Hdf5Values.type(dataset.getDataType());
        if (fits && type.isPresent() && type.get().isInteger()) {
            places.add(Place.whole(Column.scalar("sampling_benchmark", type.get()), SAMPLING));
        } else {
            problems.add(SAMPLING + " is not an integer for each event, and is left out");
        }
    }

    private void describe(List<String> observables, List<String> definitions, List<String> benchmarks) {
        List<String> parameters = texts("parameters/names");
        attributes.put("parameters", JsonText.json(parameters(parameters)));
        Map<String, Object> points = new LinkedHashMap<>();
        List<Object> values = rows("benchmarks/values");
        for (int b = 0; b < Math.min(benchmarks.size(), values.size()); b++) {
            points.put(benchmarks.get(b), named(parameters, values.get(b)));
        }
        attributes.put("benchmarks", JsonText.json(points));
        Map<String, Object> defined = new LinkedHashMap<>();
        for (int o = 0; o < observables.size(); o++) {
            defined.put(observables.get(o), o < definitions.size() ? definitions.get(o) : "");
        }
        attributes.put("observables", JsonText.json(defined));
        for (Node group : root.getChildren().values()) {
            if (group instanceof Group named && !named.getName().equals("samples")) {
                named.getChildren().values().forEach(this::describe);
            }
        }
    }

    private void describe(Node node) {
        if (node instanceof Dataset dataset) {
            JsonText.of(dataset.getDataType(), dataset.getSize(), dataset::getData)
                    .ifPresent(text -> attributes.put(dataset.getPath().substring(1), text));
        }
    }

    private Map<String, Object> parameters(List<String> names) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int p = 0; p < names.size(); p++) {
            Map<String, Object> one = new LinkedHashMap<>();
            for (String key : List.of("lha_blocks", "lha_ids", "max_power", "ranges", "transforms")) {
                List<Object> values = rows("parameters/" + key);
                if (p < values.size()) {
                    one.put(key, values.get(p));
                }
            }
            all.put(names.get(p), one);
        }
        return all;
    }

    private static Map<String, Object> named(List<String> names, Object values) {
        Map<String, Object> named = new LinkedHashMap<>();
        int count = values.getClass().isArray() ? Array.getLength(values) : 0;
        for (int i = 0; i < Math.min(count, names.size()); i++) {
            named.put(names.get(i), Array.get(values, i));
        }
        return named;
    }

    /** Return the items of the first dimension of a small data set. */
    private List<Object> rows(String path) {
        List<Object> rows = new ArrayList<>();
        Optional<Dataset> dataset = dataset(root, path);
        if (dataset.isPresent() && dataset.get().getSize() <= MOST_NAMES) {
            Object values = dataset.get().getData();
            int count = values.getClass().isArray() ? Array.getLength(values) : 0;
            for (int i = 0; i < count; i++) {
                rows.add(Array.get(values, i));
            }
        }
        return rows;
    }
}

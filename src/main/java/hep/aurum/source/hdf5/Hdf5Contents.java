package hep.aurum.source.hdf5;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.FixedPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Find the tables of any file by walking over its groups. */
final class Hdf5Contents {

    private static final int DEEPEST = 16;
    private static final int MOST_NODES = 100_000;

    private final Hdf5File file;
    private final List<TableSource> tables = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private int nodes;

    private Hdf5Contents(Hdf5File file) {
        this.file = file;
    }

    static List<TableSource> tables(Hdf5File file) {
        Hdf5Contents contents = new Hdf5Contents(file);
        file.read("", root -> {
            contents.walk(root, 0);
            return true;
        });
        return contents.tables;
    }

    private void walk(Group group, int depth) {
        if (depth > DEEPEST || nodes > MOST_NODES) {
            throw new BadInput(
                    file.path() + " has groups more than " + DEEPEST + " deep or more than " + MOST_NODES + " nodes",
                    "",
                    "the file is damaged, or move the tables up");
        }
        if (!seen.add(group.getAddress())) {
            return;
        }
        GroupTable table = new GroupTable(file, group);
        List<Group> below = new ArrayList<>();
        for (Node node : group.getChildren().values()) {
            nodes++;
            if (node.isLink()) {
                table.problem(node.getPath() + " is a link, which is not followed");
            } else if (node instanceof Dataset dataset) {
                table.add(dataset);
            } else if (node instanceof Group child) {
                below.add(child);
            }
        }
        tables.addAll(table.tables());
        for (Group child : below) {
            walk(child, depth + 1);
        }
    }

    /** Gather the data sets of a group. */
    private static final class GroupTable {

        private final Hdf5File file;
        private final Group group;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final Map<String, List<Place>> columns = new TreeMap<>();
        private final Map<String, Long> rows = new LinkedHashMap<>();
        private final Map<String, List<Place>> compounds = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private final Map<String, Dataset> offsets = new LinkedHashMap<>();

        GroupTable(Hdf5File file, Group group) {
            this.file = file;
            this.group = group;
            for (Attribute attribute : group.getAttributes().values()) {
                if (!attribute.getName().equals(Hdf5Writer.COLUMNS)) {
                    JsonText.of(attribute.getDataType(), attribute.getSize(), attribute::getData)
                            .ifPresent(text -> attributes.put(attribute.getName(), text));
                }
            }
        }

        void problem(String sentence) {
            problems.add(sentence);
        }

        void add(Dataset dataset) {
            String path = dataset.getPath();
            int[] dimensions = dataset.getDimensions();
            if (dataset.isScalar() || dimensions.length == 0) {
                JsonText.of(dataset.getDataType(), dataset.getSize(), dataset::getData)
                        .ifPresent(text -> attributes.put(dataset.getName(), text));
                return;
            }
            int[] inner = Arrays.copyOfRange(dimensions, 1, dimensions.length);
            String offsetsOf = Hdf5Lists.text(dataset, Hdf5Lists.OFFSETS_OF);
            if (!offsetsOf.isEmpty() && inner.length == 0 && dataset.getDataType() instanceof FixedPoint) {
                offsets.put(offsetsOf, dataset);
                return;
            }
            if (dataset.getDataType() instanceof CompoundDataType compound && inner.length == 0) {
                List<Place> places = new ArrayList<>();
                for (CompoundDataType.CompoundDataMember member : compound.getMembers()) {
                    Hdf5Values.column(member.getName(), member.getDataType())
                            .ifPresentOrElse(
                                    column -> places.add(new Place(column, path, member.getName(), -1)),
                                    () -> problem(path + " has the member " + member.getName()
                                            + " of a type that is not read"));
                }
                compounds.put(path, places);
            } else {
                Hdf5Values.column(dataset.getName(), dataset.getDataType(), inner)
                        .ifPresentOrElse(
                                column -> columns.put(
                                        dataset.getName(), List.of(Place.whole(described(column, dataset), path))),
                                () -> problem(path + " is of a type or shape that is not read"));
            }
            rows.put(path, (long) dimensions[0]);
        }

        private static Column described(Column column, Dataset dataset) {
            return new Column(
                    column.name(),
                    column.type(),
                    column.layout(),
                    column.width(),
                    Hdf5Lists.text(dataset, Hdf5Writer.UNIT),
                    Hdf5Lists.text(dataset, Hdf5Writer.DESCRIPTION));
        }

        /** Join values with where the rows begin; a column of lists without a value is known from the writer's list. */
        private void joinLists(List<Column> written) {
            offsets.forEach((name, dataset) -> {
                List<Place> values = columns.getOrDefault(name, List.of());
                Optional<Column> column = values.isEmpty()
                        ? written.stream()
                                .filter(c -> c.name().equals(name) && c.layout() == Column.Layout.LIST)
                                .findFirst()
                                .map(c -> described(c, dataset))
                        : Optional.of(Hdf5Lists.lists(values.get(0).column()));
                if (column.isEmpty()) {
                    problem(dataset.getPath() + " belongs to " + name + ", which is not there");
                    return;
                }
                String path = values.isEmpty() ? "" : values.get(0).dataset();
                columns.put(name, List.of(Place.lists(column.get(), path, dataset.getPath())));
                rows.put(dataset.getPath(), Math.max(0L, dataset.getDimensions()[0] - 1L));
            });
        }

        List<TableSource> tables() {
            List<TableSource> found = new ArrayList<>();
            List<Column> written = Hdf5Writer.columns(group);
            joinLists(written);
            List<Place> together = together();
            if (!together.isEmpty() || !written.isEmpty()) {
                found.add(written.isEmpty() ? table(group.getPath(), together) : own(written, together));
            }
            columns.values().stream()
                    .flatMap(List::stream)
                    .filter(place -> !together.contains(place))
                    .forEach(place -> found.add(table(place.counted(), List.of(place))));
            compounds.forEach((path, members) -> {
                if (!members.isEmpty()) {
                    found.add(table(path, members));
                }
            });
            return found;
        }

        /** Return the columns of the number of rows that most data sets have. */
        private List<Place> together() {
            Map<Long, List<Place>> byRows = new TreeMap<>();
            columns.values().stream()
                    .flatMap(List::stream)
                    .forEach(place -> byRows.computeIfAbsent(
                                    rows.getOrDefault(place.counted(), 0L), key -> new ArrayList<>())
                            .add(place));
            return byRows.values().stream()
                    .max(Comparator.comparingInt((List<Place> places) -> places.size()))
                    .orElse(List.of());
        }

        /** Return a table that the writer of this package wrote: in its order, and also without rows. */
        private TableSource own(List<Column> written, List<Place> places) {
            Map<String, Place> known = new LinkedHashMap<>();
            places.forEach(place -> known.put(place.column().name(), place));
            List<Place> ordered = new ArrayList<>();
            for (Column column : written) {
                Place place = known.remove(column.name());
                ordered.add(place == null ? Place.whole(column, "") : place);
            }
            boolean empty = places.isEmpty();
            if (!known.isEmpty()
                    || !empty && ordered.stream().anyMatch(p -> p.counted().isEmpty())) {
                return table(group.getPath(), places);
            }
            return table(group.getPath(), ordered);
        }

        private TableSource table(String path, List<Place> places) {
            String name = path.replaceAll("^/+|/+$", "");
            long count = rows.getOrDefault(places.get(0).counted(), 0L);
            TableHeader header = new TableHeader(
                    "HDF5",
                    file.path().toString(),
                    name,
                    places.stream().map(Place::column).toList(),
                    OptionalLong.of(count),
                    attributes,
                    problems);
            return new Hdf5Table(file.path(), header, places);
        }
    }
}

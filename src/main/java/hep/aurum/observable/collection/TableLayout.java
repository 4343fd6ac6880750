package hep.aurum.observable.collection;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.TableHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Say what the columns of a table mean: collections of objects, missing momenta, and numbers. Immutable. */
public final class TableLayout {

    private final TableHeader header;
    private final ToDoubleFunction<Column> scale;
    private final Map<String, Integer> columns;
    private final Map<String, ObjectCollection> collections;
    private final Map<String, PlanarVector> vectors;

    private TableLayout(
            TableHeader header,
            ToDoubleFunction<Column> scale,
            Map<String, Integer> columns,
            Map<String, ObjectCollection> collections,
            Map<String, PlanarVector> vectors) {
        this.header = header;
        this.scale = scale;
        this.columns = columns;
        this.collections = Collections.unmodifiableMap(collections);
        this.vectors = Collections.unmodifiableMap(vectors);
    }

    /**
     * Return the layout of a table by the names of its columns; momenta are in GeV, or in MeV where a column says so.
     */
    public static TableLayout of(TableHeader header) {
        return of(header, column -> column.unit().strip().equalsIgnoreCase("mev") ? 1e-3 : 1);
    }

    /**
     * Return the layout of a table by the names of its columns.
     *
     * @param unit value of the unit of all momenta, energies and masses of objects in GeV, 0.001 for MeV
     */
    public static TableLayout of(TableHeader header, double unit) {
        return of(header, column -> unit);
    }

    private static TableLayout of(TableHeader header, ToDoubleFunction<Column> scale) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.columns().size(); i++) {
            columns.putIfAbsent(header.columns().get(i).name(), i);
        }
        Map<String, ObjectCollection> collections = new LinkedHashMap<>();
        CollectionFinder.find(header.columns(), scale).forEach(each -> collections.putIfAbsent(each.name(), each));
        return new TableLayout(header, scale, columns, collections, VectorFinder.find(header.columns(), scale));
    }

    /**
     * Return this layout with a collection whose columns are declared; it takes the place of one of the same name.
     *
     * @param name how expressions call it
     * @param declared column by meaning: {@code pt, eta, phi} or {@code px, py, pz}, with {@code mass} or {@code energy}
     *     or neither, and further members under names of their own; all of them lists, or all of them single numbers
     * @throws NotFound if there is no such column; the message suggests the nearest
     * @throws BadInput if they make no momentum, or a column is text
     */
    public TableLayout with(String name, Map<String, String> declared) {
        Map<String, Member> members = new LinkedHashMap<>();
        Set<Column.Layout> layouts = new java.util.HashSet<>();
        declared.forEach((key, columnName) -> {
            int index = requireColumn(columnName);
            Column column = column(index);
            if (!CollectionFinder.isUsable(column)) {
                throw new BadInput("the column " + columnName + " holds no numbers of objects", header.origin(), "");
            }
            layouts.add(column.layout());
            members.put(
                    key,
                    column.layout() == Column.Layout.SCALAR
                            ? Member.spread(key, column.type(), index)
                            : Member.listed(key, column.type(), index));
        });
        int number = 1
                + collections.values().stream()
                        .mapToInt(ObjectCollection::number)
                        .max()
                        .orElse(-1);
        ObjectCollection collection = CollectionFinder.collection(number, name, members, header.columns(), scale);
        if (collection == null || layouts.size() > 1) {
            throw new BadInput(
                    "the columns of " + name + " make no momenta: " + declared,
                    header.origin(),
                    "give pt, eta and phi, or px, py and pz, and mass or energy, all of them lists or none");
        }
        Map<String, ObjectCollection> more = new LinkedHashMap<>(collections);
        more.put(name, collection);
        return new TableLayout(header, scale, columns, more, vectors);
    }

    /** Return where the table is from, for messages. */
    public String origin() {
        return header.name().isEmpty() ? header.origin() : header.origin() + ", table " + header.name();
    }

    /** Return the number of columns. */
    public int columnCount() {
        return header.columns().size();
    }

    /** Return a column. */
    public Column column(int number) {
        return header.columns().get(number);
    }

    /** Return the number of the column of exactly this name; −1 if there is none. */
    public int columnNumber(String name) {
        return columns.getOrDefault(name, -1);
    }

    private int requireColumn(String name) {
        int number = columnNumber(name);
        if (number < 0) {
            throw new NotFound(
                    "no column is called \"" + name + "\"", origin(), Names.suggest(name, header.columnNames()));
        }
        return number;
    }

    /** Return the collections by name. */
    public Map<String, ObjectCollection> collections() {
        return collections;
    }

    /** Return the collections that have a member of this name. */
    public List<ObjectCollection> withMember(String member) {
        List<ObjectCollection> found = new ArrayList<>();
        for (ObjectCollection collection : collections.values()) {
            if (collection.member(member) != null) {
                found.add(collection);
            }
        }
        return found;
    }

    /** Return the missing momenta by name. */
    public Map<String, PlanarVector> vectors() {
        return vectors;
    }

    /** Return the missing momentum that is commonly meant; null if there is none, or that is unclear. */
    public @Nullable PlanarVector met() {
        return VectorFinder.usual(vectors);
    }

    /** Return everything that has a name, for suggestions. */
    public Set<String> names() {
        Set<String> names = new java.util.LinkedHashSet<>(collections.keySet());
        names.addAll(vectors.keySet());
        names.addAll(header.columnNames());
        return names;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s, %s", origin(), collections.keySet(), vectors.keySet());
    }
}

package hep.aurum.observable.collection;

import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Find the collections of objects among columns by their names.
 *
 * <p>Columns that share a beginning up to a dot or an underscore belong together if their endings make a momentum
 * ({@link Kinematics}). Lists ({@code Jet_pt}) and columns of fixed width make one collection each. Single numbers make a
 * collection of one object ({@code lead_photon_pt}); where their beginnings differ in a number alone ({@code jet1_pt},
 * {@code jet2_pt}), or the numbers stand at the end ({@code px1}, {@code px2}), they make one collection of several.
 */
final class CollectionFinder {

    /** What objects without a name of their own are called. */
    static final String UNNAMED = "particle";

    private static final Pattern NUMBER_LAST = Pattern.compile("([A-Za-z]+)_?([0-9]{1,3})");
    private static final Pattern NUMBERED_STEM = Pattern.compile("(.*?[A-Za-z])_?([0-9]{1,3})");

    private final List<Column> columns;
    private final ToDoubleFunction<Column> scale;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** Columns with a common beginning and the same shape, by ending. */
    private static final class Group {
        private final String stem;
        private final Map<String, Integer> byEnding = new LinkedHashMap<>();
        private final Map<String, Integer> byKey = new LinkedHashMap<>();

        private Group(String stem) {
            this.stem = stem;
        }

        private boolean isWhole() {
            return byKey.keySet().containsAll(List.of("pt", "eta", "phi"))
                    || byKey.keySet().containsAll(List.of("px", "py", "pz"));
        }
    }

    private CollectionFinder(List<Column> columns, ToDoubleFunction<Column> scale) {
        this.columns = columns;
        this.scale = scale;
    }

    /** Return the collections in the order of their first columns. */
    static List<ObjectCollection> find(List<Column> columns, ToDoubleFunction<Column> scale) {
        CollectionFinder finder = new CollectionFinder(columns, scale);
        finder.findMomenta();
        finder.groups.values().removeIf(group -> !group.isWhole());
        finder.findMembers();
        return finder.collections();
    }

    private void findMomenta() {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (!isUsable(column)) {
                continue;
            }
            String name = column.name();
            int end = Math.max(name.lastIndexOf('.'), name.lastIndexOf('_')) + 1;
            note(name.substring(0, end), name.substring(end), column, i);
            Matcher numbered = NUMBER_LAST.matcher(name);
            if (column.layout() == Column.Layout.SCALAR && numbered.matches()) {
                note("#" + numbered.group(2), numbered.group(1), column, i);
            }
        }
    }

    private void note(String beginning, String ending, Column column, int index) {
        String key = Kinematics.key(ending);
        if (key != null) {
            groups.computeIfAbsent(place(beginning, column), place -> new Group(beginning))
                    .byKey
                    .putIfAbsent(key, index);
        }
    }

    private static String place(String beginning, Column column) {
        return beginning + "\n" + column.layout() + column.width();
    }

    static boolean isUsable(Column column) {
        return column.type() != ColumnType.TEXT && (column.layout() != Column.Layout.LIST || column.width() == 1);
    }

    /** Give every column to the collection with the longest beginning. */
    private void findMembers() {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (isUsable(column)) {
                giveAway(column, i);
            }
        }
    }

    private void giveAway(Column column, int index) {
        String name = column.name();
        for (int end = name.length() - 1; end >= 0; end--) {
            boolean separates = end == 0 || name.charAt(end - 1) == '.' || name.charAt(end - 1) == '_';
            Group group = separates ? groups.get(place(name.substring(0, end), column)) : null;
            if (group != null && (end > 0 || column.layout() != Column.Layout.SCALAR)) {
                group.byEnding.put(name.substring(end), index);
                return;
            }
        }
        Matcher numbered = NUMBER_LAST.matcher(name);
        if (numbered.matches()) {
            Group group = groups.get(place("#" + numbered.group(2), column));
            if (group != null) {
                group.byEnding.put(numbered.group(1), index);
            }
        }
    }

    private List<ObjectCollection> collections() {
        Map<String, TreeMap<Integer, Group>> series = new LinkedHashMap<>();
        List<ObjectCollection> found = new ArrayList<>();
        for (Map.Entry<String, Group> entry : groups.entrySet()) {
            Group group = entry.getValue();
            boolean single = entry.getKey().endsWith(Column.Layout.SCALAR + "1");
            String name = group.stem.isEmpty() ? UNNAMED : group.stem.replaceFirst("[._]$", "");
            Matcher numbered = NUMBERED_STEM.matcher(name);
            if (single && group.stem.startsWith("#")) {
                series.computeIfAbsent(UNNAMED, s -> new TreeMap<>())
                        .put(Integer.parseInt(group.stem.substring(1)), group);
            } else if (single && numbered.matches()) {
                series.computeIfAbsent(numbered.group(1), s -> new TreeMap<>())
                        .put(Integer.parseInt(numbered.group(2)), group);
            } else if (single && !group.stem.isEmpty()) {
                add(name, spread(List.of(group)), found);
            } else if (!single) {
                add(name, listed(group), found);
            }
        }
        series.forEach((name, groupsByNumber) -> add(name, spread(List.copyOf(groupsByNumber.values())), found));
        return found;
    }

    private Map<String, Member> listed(Group group) {
        Map<String, Member> members = new LinkedHashMap<>();
        group.byEnding.forEach((ending, i) ->
                members.put(ending, Member.listed(ending, columns.get(i).type(), i)));
        return members;
    }

    private Map<String, Member> spread(List<Group> slots) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (String ending : slots.get(0).byEnding.keySet()) {
            int[] indices = slots.stream()
                    .mapToInt(slot -> slot.byEnding.getOrDefault(ending, -1))
                    .toArray();
            if (java.util.Arrays.stream(indices).allMatch(i -> i >= 0)) {
                members.put(
                        ending, Member.spread(ending, columns.get(indices[0]).type(), indices));
            }
        }
        return members;
    }

    private void add(String name, Map<String, Member> members, List<ObjectCollection> found) {
        ObjectCollection collection = collection(found.size(), name, members, columns, scale);
        if (collection != null) {
            found.add(collection);
        }
    }

    /** Return the collection that members make, or null if they make no momentum. */
    static @Nullable ObjectCollection collection(
            int number,
            String name,
            Map<String, Member> members,
            List<Column> columns,
            ToDoubleFunction<Column> scale) {
        int pdgId = species(name);
        Map<String, Member> byKey = new LinkedHashMap<>();
        members.forEach((ending, member) -> {
            String key = Kinematics.key(ending);
            if (key != null) {
                byKey.putIfAbsent(key, member);
            }
        });
        Kinematics kinematics = Kinematics.of(byKey, pdgId);
        if (kinematics == null) {
            return null;
        }
        double unit = scale.applyAsDouble(columns.get(kinematics.three().get(0).column(0)));
        return new ObjectCollection(number, name, pdgId, kinematics, unit, members);
    }

    /** Return the PDG id by which a collection of this name goes in common language, 0 if it does not. */
    private static int species(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "photon", "photons" -> 22;
            case "electron", "electrons" -> 11;
            case "muon", "muons" -> 13;
            case "tau", "taus" -> 15;
            case "jet", "jets" -> 21;
            default -> 0;
        };
    }
}

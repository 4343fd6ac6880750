package hep.aurum.source.root;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Read a tree (TTree, TNtuple) as a table: a row per entry, a column per branch, or per leaf where a branch has several.
 *
 * <p>A tree stays readable when the {@link RootFile} that gave it is closed: each pass opens the file anew and holds, of
 * the columns that were asked for, the baskets of the present batch.
 *
 * <p>Units: those of the file, which does not state them. Branches that cannot be read (objects that are not split) are
 * no columns; {@link TableHeader#problems()} names them.
 */
public final class RootTree implements TableSource {

    private final Path file;
    private final TableHeader header;
    private final List<RootBranch> branches;
    private final Map<String, Reading> readings;

    /** Hold how a column is read from a branch. */
    record Reading(TreeBranch branch, BasketLayout layout) {}

    RootTree(Path file, TableHeader header, List<RootBranch> branches, List<Reading> readings) {
        this.file = file;
        this.header = header;
        this.branches = List.copyOf(branches);
        this.readings = new LinkedHashMap<>();
        for (Reading reading : readings) {
            this.readings.putIfAbsent(reading.layout().column().name(), reading);
        }
        // Arrays that are members have their lengths in the names of their branches, which users may leave away.
        for (Reading reading : readings) {
            String name = reading.layout().column().name();
            int bracket = name.indexOf('[');
            if (bracket > 0) {
                this.readings.putIfAbsent(name.substring(0, bracket), reading);
            }
        }
    }

    @Override
    public TableHeader header() {
        return header;
    }

    /** Return all branches, each before those that are part of it, the unreadable and the grouping ones included. */
    public List<RootBranch> branches() {
        return branches;
    }

    /**
     * Return the types of all branches in file order: as columns, or in the words of C++ where they give none or several,
     * which then follow.
     */
    @Override
    public Map<String, String> types() {
        Map<String, String> columns = TableSource.super.types();
        Iterator<String> names = columns.keySet().iterator();
        String column = names.hasNext() ? names.next() : "";
        Map<String, String> types = new LinkedHashMap<>();
        for (RootBranch branch : branches) {
            types.put(branch.name(), columns.getOrDefault(branch.name(), branch.type()));
            while (branch.isReadable() && (column.equals(branch.name()) || column.startsWith(branch.name() + "."))) {
                types.putIfAbsent(column, columns.getOrDefault(column, ""));
                column = names.hasNext() ? names.next() : "";
            }
        }
        return types;
    }

    /** Return the number of entries. */
    public long entries() {
        return header.rows().orElse(0);
    }

    /**
     * Open a fresh pass from the first row.
     *
     * @param columns names of columns; of an array that is a member also without the length, {@code Jet.Tau} for
     *     {@code Jet.Tau[5]}
     * @throws NotFound if there is no such column, with the nearest, or with why it cannot be read
     */
    @Override
    public TableCursor open(List<String> columns) {
        List<Reading> asked = new ArrayList<>();
        for (String name : columns) {
            Reading reading = readings.get(name);
            if (reading == null) {
                throw new NotFound(
                        "there is no column \"" + name + "\" in tree \"" + header.name() + "\" of " + header.origin(),
                        "",
                        remedy(name));
            }
            asked.add(reading);
        }
        return new TreeCursor(RootBytes.open(file), asked, entries());
    }

    private String remedy(String name) {
        return header.problems().stream()
                .filter(problem -> problem.startsWith("branch \"" + name + "\""))
                .findFirst()
                .orElseGet(() -> Names.suggest(
                        name, header.columns().stream().map(Column::name).toList()));
    }

    @Override
    public String toString() {
        return header.name() + " with " + entries() + " entries and " + branches.size() + " branches";
    }
}

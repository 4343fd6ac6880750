package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableSource;
import hep.aurum.source.Decompression;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Find the table of events of a file. */
final class Tables {

    /** How many decompressed bytes a format may look at to recognise its files. */
    static final int HEAD = 1 << 16;

    /** What the usual programs call their tables of events. */
    private static final List<String> USUAL = List.of("Events", "Delphes", "events", "Event", "mini", "data");

    private Tables() {}

    /** Return the format of a file of tables; empty if none accepts its content. */
    static Optional<TableFormat> format(Path file) {
        byte[] head = Decompression.head(file, HEAD);
        return ServiceLoader.load(TableFormat.class, Tables.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(format -> head.length > 0 && format.accepts(head))
                .findFirst();
    }

    /**
     * Return the table of a name; without one, the only table or the one that is usually meant.
     *
     * @throws NotFound if there is no such table, or it is unclear which is meant
     */
    static TableSource choose(Path file, List<TableSource> tables, String name) {
        if (tables.isEmpty()) {
            throw new BadInput(file + " holds no table that can be read", "", "");
        }
        List<String> names = tables.stream().map(table -> table.header().name()).toList();
        if (!name.isEmpty()) {
            int index = names.indexOf(name);
            if (index < 0) {
                throw new NotFound("no table is called \"" + name + "\" in " + file, "", Names.suggest(name, names));
            }
            return tables.get(index);
        }
        if (tables.size() == 1) {
            return tables.get(0);
        }
        for (String usual : USUAL) {
            if (names.contains(usual)) {
                return tables.get(names.indexOf(usual));
            }
        }
        throw new NotFound(
                file + " has " + tables.size() + " tables, and none of a usual name",
                "tables: " + String.join(", ", names.stream().limit(20).toList()),
                "name it with the key tree");
    }
}

package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Look up the entries of a top-level list by their names, which are unique. */
final class Hs3Index {

    private final String list;
    private final String where;
    private final Map<String, Hs3Node> entries = new LinkedHashMap<>();

    Hs3Index(Hs3Node root, String list) {
        this.list = list;
        this.where = root.where();
        for (Hs3Node entry : root.list(list)) {
            String name = entry.text("name");
            if (entries.put(name, entry.at(list + " " + name)) != null) {
                throw new BadInput(
                        "\"" + list + "\" has two entries \"" + name + "\"", where, "rename or remove one of them");
            }
        }
    }

    Optional<Hs3Node> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    Hs3Node get(String name) {
        return find(name)
                .orElseThrow(() -> new BadInput(
                        "\"" + list + "\" has no entry \"" + name + "\"",
                        where,
                        Names.suggest(name, entries.keySet())));
    }
}

package hep.aurum.workflow.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Read the classes of objects that a study declares, each in one of three ways.
 *
 * @param pdgIds as lists of PDG ids
 * @param collections as collections of the observable language
 * @param columns as columns of tables by meaning
 */
record ObjectReader(
        Map<String, List<Integer>> pdgIds, Map<String, String> collections, Map<String, Map<String, String>> columns) {

    /** The key of a mapping that names a collection in place of its columns. */
    private static final String COLLECTION = "collection";

    static ObjectReader of(Section section) {
        ObjectReader objects = new ObjectReader(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        section.children().forEach((name, item) -> objects.add(section, name, item));
        return objects;
    }

    private void add(Section section, String name, Section item) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (item.isText()) {
            collections.put(name, item.text());
        } else if (item.json().isArray()) {
            pdgIds.put(
                    name,
                    section.items(name).stream().map(id -> (int) id.number()).toList());
        } else {
            item.children().forEach((key, column) -> texts.put(key, column.text()));
            String collection = texts.remove(COLLECTION);
            if (collection == null) {
                columns.put(name, texts);
            } else if (texts.isEmpty()) {
                collections.put(name, collection);
            } else {
                throw item.refuse(
                        "the objects " + name + " have both a collection and columns",
                        COLLECTION,
                        "keep one of the two");
            }
        }
    }
}

package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Change a JSON document by a list of operations: add, remove, replace, move, copy and test.
 *
 * <p>All operations apply, or none does: the document itself is never changed. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902, JavaScript Object Notation (JSON) Patch</a>
 */
public final class JsonPatch {

    private static final List<String> OPERATIONS = List.of("add", "remove", "replace", "move", "copy", "test");

    private final List<Operation> operations;

    private JsonPatch(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    /** One line of a patch; {@code from} and {@code value} are there where the operation has them. */
    private record Operation(String name, JsonPointer path, JsonPointer from, JsonNode value, String where) {}

    /**
     * Read a patch from a file, compressed with gzip or not.
     *
     * @throws BadInput if it is not a patch
     */
    public static JsonPatch read(Path path) {
        return of(Documents.read(path), path.toString());
    }

    /**
     * Read a patch from text.
     *
     * @param json the list of operations
     * @param origin what to call it in messages
     * @throws BadInput if it is not a patch
     */
    public static JsonPatch parse(String json, String origin) {
        return of(Documents.parse(json, origin), origin);
    }

    static JsonPatch of(JsonNode list, String origin) {
        if (!list.isArray()) {
            throw new BadInput("the patch is not a list of operations", origin, "write [{\"op\": ...}, ...]");
        }
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            operations.add(operation(list.get(i), String.format(Locale.ROOT, "%s, operation %d", origin, i)));
        }
        return new JsonPatch(operations);
    }

    private static Operation operation(JsonNode node, String where) {
        String name = text(node, "op", where);
        if (!OPERATIONS.contains(name)) {
            throw new BadInput("unknown operation \"" + name + "\"", where, Names.suggest(name, OPERATIONS));
        }
        JsonPointer path = JsonPointer.parse(text(node, "path", where), where);
        String place = where + " (" + name + " \"" + path + "\")";
        JsonPointer from = path;
        JsonNode value = node;
        if (name.equals("move") || name.equals("copy")) {
            from = JsonPointer.parse(text(node, "from", place), place);
        } else if (!name.equals("remove")) {
            value = node.get("value");
            if (value == null) {
                throw new BadInput("\"value\" is missing", place, "give the value to " + name);
            }
        }
        if (name.equals("move") && from.isAbove(path)) {
            throw new BadInput("\"" + from + "\" cannot move into itself", place, "use copy, or another path");
        }
        return new Operation(name, path, from, value, place);
    }

    private static String text(JsonNode node, String key, String where) {
        JsonNode value = node.isObject() ? node.get(key) : null;
        if (value == null || !value.isString()) {
            throw new BadInput("\"" + key + "\" is missing or no text", where, "write \"" + key + "\": \"...\"");
        }
        return value.stringValue();
    }

    /** Return the number of operations. */
    public int size() {
        return operations.size();
    }

    /** Return a changed copy of a document. */
    JsonNode apply(JsonNode document, String origin) {
        PatchedTree tree = new PatchedTree(document.deepCopy(), origin);
        for (Operation operation : operations) {
            String where = operation.where();
            switch (operation.name()) {
                case "add" -> tree.add(operation.path(), operation.value().deepCopy(), where);
                case "remove" -> tree.remove(operation.path(), where);
                case "replace" ->
                    tree.replace(operation.path(), operation.value().deepCopy(), where);
                case "move" -> {
                    JsonNode moved = tree.get(operation.from(), where);
                    if (!operation.from().equals(operation.path())) {
                        tree.remove(operation.from(), where);
                        tree.add(operation.path(), moved, where);
                    }
                }
                case "copy" -> tree.copy(operation.from(), operation.path(), where);
                default -> tree.test(operation.path(), operation.value(), where);
            }
        }
        return tree.root();
    }
}

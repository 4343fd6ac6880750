package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hold a JSON tree while the operations of a patch change it. */
final class PatchedTree {

    /** Most values that the copies of one patch may hold together. */
    private static final long MAX_COPIED = 1L << 21;

    private final String origin;
    private JsonNode root;

    /** How many values may still be copied: a patch that copies a tree into itself doubles it each time. */
    private long budget = MAX_COPIED;

    PatchedTree(JsonNode root, String origin) {
        this.root = root;
        this.origin = origin;
    }

    JsonNode root() {
        return root;
    }

    JsonNode get(JsonPointer path, String where) {
        JsonNode node = root;
        for (String token : path.tokens()) {
            node = child(node, token, path, where);
        }
        return node;
    }

    private JsonNode child(JsonNode parent, String token, JsonPointer path, String where) {
        JsonNode child;
        if (parent.isArray()) {
            child = parent.get(index(token, parent.size() - 1, path, where));
        } else {
            child = parent.isObject() ? parent.get(token) : null;
        }
        if (child == null) {
            throw refuse("there is no \"" + path + "\" in " + origin, where);
        }
        return child;
    }

    void add(JsonPointer path, JsonNode value, String where) {
        requireShallow(path, value, where);
        if (path.isRoot()) {
            root = value;
            return;
        }
        JsonNode parent = get(path.parent(), where);
        if (parent instanceof ObjectNode object) {
            object.set(path.last(), value);
        } else if (parent instanceof ArrayNode array) {
            array.insert(path.last().equals("-") ? array.size() : index(path.last(), array.size(), path, where), value);
        } else {
            throw refuse("\"" + path.parent() + "\" in " + origin + " is no list and no object", where);
        }
    }

    void remove(JsonPointer path, String where) {
        get(path, where);
        if (path.isRoot()) {
            throw refuse("the whole document cannot be removed", where);
        }
        JsonNode parent = get(path.parent(), where);
        if (parent instanceof ArrayNode array) {
            array.remove(index(path.last(), array.size() - 1, path, where));
        } else {
            ((ObjectNode) parent).remove(path.last());
        }
    }

    void replace(JsonPointer path, JsonNode value, String where) {
        get(path, where);
        requireShallow(path, value, where);
        if (path.isRoot()) {
            root = value;
        } else if (get(path.parent(), where) instanceof ArrayNode array) {
            array.set(index(path.last(), array.size() - 1, path, where), value);
        } else {
            ((ObjectNode) get(path.parent(), where)).set(path.last(), value);
        }
    }

    void copy(JsonPointer from, JsonPointer path, String where) {
        JsonNode value = get(from, where);
        budget -= count(value);
        if (budget < 0) {
            throw refuse("the patch copies more than " + MAX_COPIED + " values", where);
        }
        add(path, value.deepCopy(), where);
    }

    void test(JsonPointer path, JsonNode expected, String where) {
        if (!isEqual(get(path, where), expected)) {
            throw refuse("\"" + path + "\" in " + origin + " is not what the patch expects", where);
        }
    }

    /** Compare as RFC 6902 section 4.6 says: numbers by value, objects without order. */
    private static boolean isEqual(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.size() != b.size() || a.getNodeType() != b.getNodeType()) {
            return false;
        }
        if (a.isArray()) {
            for (int i = 0; i < a.size(); i++) {
                if (!isEqual(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a.isObject()) {
            return a.properties().stream().allMatch(e -> b.has(e.getKey()) && isEqual(e.getValue(), b.get(e.getKey())));
        }
        return a.equals(b);
    }

    /** Digits without leading zeros, up to the largest index allowed. */
    private int index(String token, int largest, JsonPointer path, String where) {
        boolean isIndex = token.matches("0|[1-9][0-9]{0,8}");
        if (!isIndex || Integer.parseInt(token) > largest) {
            throw refuse(
                    String.format(
                            Locale.ROOT,
                            "\"%s\" is no index of \"%s\" in %s, which has %d entries",
                            token,
                            path,
                            origin,
                            largest + 1),
                    where);
        }
        return Integer.parseInt(token);
    }

    private static void requireShallow(JsonPointer path, JsonNode value, String where) {
        if (path.tokens().size() + depth(value) > Documents.MAX_DEPTH) {
            throw refuse("the document would be nested deeper than " + Documents.MAX_DEPTH, where);
        }
    }

    private static int depth(JsonNode value) {
        int depth = 0;
        for (JsonNode child : value) {
            depth = Math.max(depth, depth(child));
        }
        return value.isContainer() ? depth + 1 : 0;
    }

    private static long count(JsonNode value) {
        long count = 1;
        for (JsonNode child : value) {
            count += count(child);
        }
        return count;
    }

    private static BadInput refuse(String what, String where) {
        return new BadInput(what, where, "the patch belongs to another document, or is wrong");
    }
}

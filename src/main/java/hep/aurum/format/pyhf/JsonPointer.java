package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import java.util.ArrayList;
import java.util.List;

/**
 * Name a place in a JSON document.
 *
 * @param tokens keys and indices from the root; empty for the root
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JavaScript Object Notation (JSON) Pointer</a>
 */
record JsonPointer(List<String> tokens) {

    JsonPointer {
        tokens = List.copyOf(tokens);
    }

    static JsonPointer parse(String text, String where) {
        if (text.isEmpty()) {
            return new JsonPointer(List.of());
        }
        if (text.charAt(0) != '/') {
            throw new BadInput("\"" + text + "\" is no JSON pointer", where, "begin it with \"/\"");
        }
        List<String> tokens = new ArrayList<>();
        for (String token : text.substring(1).split("/", -1)) {
            tokens.add(unescape(token, text, where));
        }
        if (tokens.size() > Documents.MAX_DEPTH) {
            throw new BadInput("a JSON pointer has " + tokens.size() + " parts", where, "shorten it");
        }
        return new JsonPointer(tokens);
    }

    private static String unescape(String token, String text, String where) {
        for (int i = token.indexOf('~'); i >= 0; i = token.indexOf('~', i + 1)) {
            char next = i + 1 < token.length() ? token.charAt(i + 1) : ' ';
            if (next != '0' && next != '1') {
                throw new BadInput("\"" + text + "\" is no JSON pointer", where, "write ~ as ~0 and / as ~1");
            }
        }
        // In this order, so that ~01 becomes ~1 and not /.
        return token.replace("~1", "/").replace("~0", "~");
    }

    boolean isRoot() {
        return tokens.isEmpty();
    }

    JsonPointer parent() {
        return new JsonPointer(tokens.subList(0, tokens.size() - 1));
    }

    String last() {
        return tokens.get(tokens.size() - 1);
    }

    /** Return whether another place lies below this one. */
    boolean isAbove(JsonPointer other) {
        return other.tokens.size() > tokens.size()
                && other.tokens.subList(0, tokens.size()).equals(tokens);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String token : tokens) {
            text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}

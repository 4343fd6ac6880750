package hep.aurum.source.lhe;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Take tags apart as Les Houches files have them: attributes in any order, in either kind of quotes or in none.
 *
 * <p>This is no XML parser on purpose: the header holds run cards and comments with stray {@code <} and {@code &}, and
 * entities are never expanded except for the five predefined ones.
 */
final class Markup {

    private Markup() {}

    /**
     * Return the attributes of a tag.
     *
     * @param inside the text between the tag's name and its {@code >}
     */
    static Map<String, String> attributes(String inside) {
        Map<String, String> attributes = new LinkedHashMap<>();
        int i = 0;
        while (i < inside.length()) {
            int equals = inside.indexOf('=', i);
            if (equals < 0) {
                break;
            }
            String head = inside.substring(i, equals).strip();
            String key = head.substring(lastBlank(head) + 1);
            int value = equals + 1;
            while (value < inside.length() && Character.isWhitespace(inside.charAt(value))) {
                value++;
            }
            int end = valueEnd(inside, value);
            boolean quoted = value < inside.length() && isQuote(inside.charAt(value));
            String text = inside.substring(quoted ? value + 1 : value, end);
            attributes.putIfAbsent(key, unescape(text).strip());
            i = quoted ? end + 1 : end;
        }
        return attributes;
    }

    /** Return the name of a weight: its id, or its name where it has no id; an empty string if it has neither. */
    static String weightName(Map<String, String> attributes) {
        String id = attributes.get("id");
        if (id == null) {
            id = attributes.get("name");
        }
        return id == null ? "" : id;
    }

    /** Replace the five predefined entities. */
    static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    /** Replace what would end a tag or an attribute by predefined entities. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    private static int valueEnd(String inside, int from) {
        if (from < inside.length() && isQuote(inside.charAt(from))) {
            int close = inside.indexOf(inside.charAt(from), from + 1);
            return close < 0 ? inside.length() : close;
        }
        int i = from;
        while (i < inside.length() && !Character.isWhitespace(inside.charAt(i)) && !selfClosing(inside, i)) {
            i++;
        }
        return i;
    }

    private static boolean selfClosing(String inside, int i) {
        return inside.charAt(i) == '/' && i == inside.length() - 1;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static int lastBlank(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}

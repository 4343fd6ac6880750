package hep.aurum.source.npy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Read a literal of Python: a string, an integer, a truth value, a tuple, a list or a dictionary. Nothing is evaluated.
 *
 * <p>Strings become {@link String}, integers {@link Long}, truth values {@link Boolean}, tuples and lists {@link List},
 * dictionaries {@link Map}.
 */
final class PythonLiteral {

    /** Say that a text is no such literal. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what);
        }
    }

    private static final int DEEPEST = 8;

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    static Object parse(String text) throws Malformed {
        PythonLiteral literal = new PythonLiteral(text);
        Object value = literal.value(0);
        if (literal.peek() != 0) {
            throw literal.malformed();
        }
        return value;
    }

    private Malformed malformed() {
        return new Malformed("is malformed at character " + (at + 1));
    }

    /** Return the next character that is no blank, 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean take(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char wanted) throws Malformed {
        if (!take(wanted)) {
            throw malformed();
        }
    }

    private Object value(int depth) throws Malformed {
        if (depth > DEEPEST) {
            throw new Malformed("is nested more than " + DEEPEST + " deep");
        }
        char c = peek();
        return switch (c) {
            case '\'', '"' -> string(c);
            case '(' -> tuple(depth);
            case '[' -> list('[', ']', depth);
            case '{' -> dictionary(depth);
            case 'T', 'F' -> truth();
            case 'u', 'b' -> prefixed();
            default -> number();
        };
    }

    /** Python 2 marked strings of Unicode. */
    private Object prefixed() throws Malformed {
        at++;
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw malformed();
        }
        return string(quote);
    }

    private Object tuple(int depth) throws Malformed {
        int start = at;
        List<Object> items = list('(', ')', depth);
        // Without its comma (3) is a number and no tuple.
        boolean comma =
                text.substring(start, at).stripTrailing().replace(" ", "").endsWith(",)");
        return items.size() == 1 && !comma ? items.get(0) : items;
    }

    private List<Object> list(char open, char close, int depth) throws Malformed {
        expect(open);
        List<Object> items = new ArrayList<>();
        while (!take(close)) {
            items.add(value(depth + 1));
            if (!take(',') && peek() != close) {
                throw malformed();
            }
        }
        return items;
    }

    private Map<String, Object> dictionary(int depth) throws Malformed {
        expect('{');
        Map<String, Object> entries = new LinkedHashMap<>();
        while (!take('}')) {
            char quote = peek();
            if (quote != '\'' && quote != '"') {
                throw malformed();
            }
            String key = string(quote);
            expect(':');
            if (entries.put(key, value(depth + 1)) != null) {
                throw new Malformed("has two values of " + key);
            }
            if (!take(',') && peek() != '}') {
                throw malformed();
            }
        }
        return entries;
    }

    private Object truth() throws Malformed {
        for (String word : List.of("True", "False")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("True");
            }
        }
        throw malformed();
    }

    private Object number() throws Malformed {
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start || at - start > 18) {
            throw malformed();
        }
        long value = Long.parseLong(text.substring(start, at));
        // Python 2 marked long numbers.
        at += at < text.length() && text.charAt(at) == 'L' ? 1 : 0;
        return value;
    }

    private String string(char quote) throws Malformed {
        expect(quote);
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\') {
                escape(value);
            } else {
                value.append(c);
            }
        }
        expect(quote);
        return value.toString();
    }

    private void escape(StringBuilder value) throws Malformed {
        char c = at < text.length() ? text.charAt(at++) : 0;
        switch (c) {
            case '\\', '\'', '"' -> value.append(c);
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'x' -> code(value, 2);
            case 'u' -> code(value, 4);
            default -> throw malformed();
        }
    }

    private void code(StringBuilder value, int digits) throws Malformed {
        try {
            value.append((char) Integer.parseInt(text, at, at + digits, 16));
            at += digits;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw malformed();
        }
    }

    /** Return a string as Python would write it. */
    static String quote(String value) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c == '\'') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\x").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('\'').toString();
    }
}

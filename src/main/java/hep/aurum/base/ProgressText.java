package hep.aurum.base;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Read and write the JSON of a {@link ProgressRecord}: this one object, and nothing else of JSON. */
final class ProgressText {

    private static final String STRING = "\"((?:[^\"\\\\\\p{Cntrl}]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+)\"";
    private static final String COUNT = "(null|\\d{1,18})";
    private static final String NUMBER = "(null|\\d{1,18}(?:\\.\\d{1,24})?(?:E-?\\d{1,3})?)";
    private static final Pattern LINE = Pattern.compile("\\{\"task\":" + STRING + ",\"fraction\":" + NUMBER
            + ",\"done\":" + COUNT + ",\"total\":" + COUNT + ",\"unit\":" + STRING + ",\"seconds\":" + NUMBER + "\\}");
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final int HEXADECIMAL = 16;
    private static final int DIGITS = 4;

    private final Matcher parts;

    ProgressText(String line) {
        this.parts = LINE.matcher(line.strip());
    }

    Optional<ProgressRecord> read() {
        if (!parts.matches()) {
            return Optional.empty();
        }
        long done = count(3);
        long total = count(4);
        return Optional.of(new ProgressRecord(
                unquote(parts.group(1)),
                number(2),
                done,
                done >= 0 ? Math.max(0, total) : -1,
                unquote(parts.group(5)),
                number(6)));
    }

    private long count(int group) {
        String text = parts.group(group);
        return text.equals("null") ? -1 : Long.parseLong(text);
    }

    private double number(int group) {
        String text = parts.group(group);
        return text.equals("null") ? Double.NaN : Double.parseDouble(text);
    }

    private static String unquote(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            if (escape == 'u') {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 1 + DIGITS), HEXADECIMAL));
                i += DIGITS;
            } else {
                plain.append(ESCAPED.charAt(ESCAPES.indexOf(escape)));
            }
        }
        return plain.toString();
    }

    static void quote(StringBuilder text, String plain) {
        text.append('"');
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                // A pipe between two processes may not have the same charset at both ends.
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}

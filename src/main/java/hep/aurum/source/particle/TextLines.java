package hep.aurum.source.particle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Write lists and maps of texts as lines that any format of tables can hold, and read them back. */
final class TextLines {

    private TextLines() {}

    /** Return texts as lines of escaped text, each with its line break. */
    static String ofList(List<String> texts) {
        StringBuilder lines = new StringBuilder();
        for (String text : texts) {
            escape(text, lines);
            lines.append('\n');
        }
        return lines.toString();
    }

    /** Return a map as lines of key, tabulator and value, in the order of the keys. */
    static String ofMap(Map<String, String> map) {
        if (map.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(map).forEach((key, value) -> {
            escape(key, lines);
            lines.append('\t');
            escape(value, lines);
            lines.append('\n');
        });
        return lines.toString();
    }

    /** Return rows of fields as lines. */
    static String ofRows(List<List<String>> rows) {
        StringBuilder lines = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i > 0) {
                    lines.append('\t');
                }
                escape(row.get(i), lines);
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    /** Read what {@link #ofList} wrote. */
    static List<String> list(String lines) {
        List<String> texts = new ArrayList<>();
        for (int start = 0; start < lines.length(); ) {
            int end = end(lines, start);
            texts.add(unescape(lines, start, end));
            start = end + 1;
        }
        return texts;
    }

    /** Read what {@link #ofMap} wrote; a line without a tabulator has an empty value. */
    static Map<String, String> map(String lines) {
        Map<String, String> map = new LinkedHashMap<>();
        for (List<String> row : rows(lines)) {
            map.put(row.get(0), row.size() > 1 ? row.get(1) : "");
        }
        return map;
    }

    /** Read what {@link #ofRows} wrote. */
    static List<List<String>> rows(String lines) {
        List<List<String>> rows = new ArrayList<>();
        for (int start = 0; start < lines.length(); ) {
            int end = end(lines, start);
            List<String> row = new ArrayList<>();
            int field = start;
            for (int i = start; i <= end; i++) {
                if (i == end || lines.charAt(i) == '\t') {
                    row.add(unescape(lines, field, i));
                    field = i + 1;
                }
            }
            rows.add(row);
            start = end + 1;
        }
        return rows;
    }

    private static int end(String lines, int start) {
        int end = lines.indexOf('\n', start);
        return end < 0 ? lines.length() : end;
    }

    private static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                // Text of HDF5 and of C ends at a zero.
                case '\0' -> to.append("\\0");
                default -> to.append(c);
            }
        }
    }

    private static String unescape(String text, int start, int end) {
        int backslash = text.indexOf('\\', start);
        if (backslash < 0 || backslash >= end) {
            return text.substring(start, end);
        }
        StringBuilder plain = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < end) {
                i++;
                plain.append(
                        switch (text.charAt(i)) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case '0' -> '\0';
                            default -> text.charAt(i);
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}

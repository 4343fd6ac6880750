package hep.aurum.format.yoda;

import hep.aurum.base.BadInput;
import hep.aurum.source.text.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Hold one block of a file, cut into its parts.
 *
 * @param type such as {@code HISTO1D}
 * @param version of the block
 * @param path of the object
 * @param annotations without path, title and type
 * @param title the title
 * @param rows the fields of the lines of numbers, with the header lines of version 3 ({@code Edges(A1): [...]}) left out
 * @param headers those header lines
 * @param origin the file
 * @param line where the block begins
 * @param text the block as it stands
 */
record Block(
        String type,
        int version,
        String path,
        Map<String, String> annotations,
        String title,
        List<String[]> rows,
        List<String> headers,
        String origin,
        long line,
        String text) {

    private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");

    /** Return the failure of a block that is malformed. */
    BadInput bad(String what) {
        return new BadInput(
                path + " of " + origin + " " + what,
                origin + " line " + line + ": BEGIN YODA_" + type,
                "the file may be truncated or damaged");
    }

    /** Read a field as a number; {@code nan} and infinities count, for measured values. */
    double number(String field) {
        switch (field.toLowerCase(Locale.ROOT)) {
            case "nan", "-nan", "---" -> {
                return Double.NaN;
            }
            case "inf", "+inf" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                double value = Decimals.parse(bytes, 0, bytes.length);
                if (Double.isNaN(value)) {
                    throw bad("has \"" + clipped(field) + "\" where a number is expected");
                }
                return value;
            }
        }
    }

    /** Read fields of a row from a column on. */
    double[] numbers(String[] row, int from) {
        double[] numbers = new double[row.length - from];
        for (int i = from; i < row.length; i++) {
            numbers[i - from] = number(row[i]);
        }
        return numbers;
    }

    /** Require the number of fields of a row. */
    String[] require(String[] row, int fields) {
        if (row.length != fields) {
            throw bad("has a row of " + row.length + " fields, expected " + fields);
        }
        return row;
    }

    /** Return the numbers in the brackets of a header line. */
    double[] list(String header) {
        String[] words = COMMAS.split(inBrackets(header));
        return numbers(words, 0);
    }

    /** Return the quoted words in the brackets of a header line. */
    List<String> words(String header) {
        String inner = inBrackets(header);
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < inner.length()) {
            if (inner.charAt(i) != '"') {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < inner.length() && inner.charAt(end) != '"') {
                end += inner.charAt(end) == '\\' ? 2 : 1;
            }
            if (end >= inner.length()) {
                throw bad("has a word without closing quote: " + clipped(header));
            }
            words.add(YodaText.decoded(inner.substring(i, end + 1)));
            i = end + 1;
        }
        return words;
    }

    private String inBrackets(String header) {
        int start = header.indexOf('[');
        int end = header.lastIndexOf(']');
        if (start < 0 || end < start) {
            throw bad("has a list without brackets: " + clipped(header));
        }
        return header.substring(start + 1, end).strip();
    }

    private static String clipped(String text) {
        return (text.length() <= 40 ? text : text.substring(0, 40) + "...").replaceAll("\\p{Cntrl}", " ");
    }
}

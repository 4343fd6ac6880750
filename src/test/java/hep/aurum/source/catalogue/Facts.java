package hep.aurum.source.catalogue;

import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;

/**
 * Hold one line of what others say of the shared files: the tables beside this class were typed from the description of
 * the data, never from what this library reads.
 *
 * @param values by column; the empty text where nothing is said
 */
record Facts(Map<String, String> values) {

    /** Sums of doubles differ in their last digits with the order of adding. */
    private static final double ROUNDING = 1e-9;

    /** Read a table: lines that begin with # are comments, the first other line has the names of the columns. */
    static List<Facts> of(String table) {
        List<Facts> all = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Facts.class.getResourceAsStream(table + ".csv"), table)) {
            List<String[]> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
            String[] names = lines.get(0);
            for (String[] line : lines.subList(1, lines.size())) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 0; i < names.length; i++) {
                    values.put(names[i], line[i]);
                }
                all.add(new Facts(values));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    String text(String column) {
        return Objects.requireNonNull(values.get(column), column);
    }

    /** Return whether something is said. */
    boolean has(String column) {
        return !text(column).isEmpty();
    }

    double number(String column) {
        return Double.parseDouble(text(column));
    }

    /** Return how far a value may be from {@link #number}: half a unit of the last digit written, whole numbers are exact. */
    Offset<Double> offset(String column) {
        return digits(text(column));
    }

    static Offset<Double> digits(String text) {
        BigDecimal number = new BigDecimal(text);
        double half = number.scale() == 0 ? 0 : number.ulp().doubleValue() / 2;
        return within(Math.max(half, ROUNDING * Math.abs(number.doubleValue())));
    }

    /** Return names that stand in one field: parted by blanks, {@code none}, or a range of numbers as {@code 1..9}. */
    List<String> names(String column) {
        String text = text(column);
        if (text.equals("none")) {
            return List.of();
        }
        int range = text.indexOf("..");
        return range < 0
                ? Arrays.asList(text.split(" "))
                : IntStream.rangeClosed(
                                Integer.parseInt(text.substring(0, range)), Integer.parseInt(text.substring(range + 2)))
                        .mapToObj(String::valueOf)
                        .toList();
    }

    @Override
    public String toString() {
        return String.join(" ", values.values()).strip();
    }
}

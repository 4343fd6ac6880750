package hep.aurum.source.lhe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collect the weights of one event under the names that every event must have.
 *
 * <p>Events list their weights in the order of the header as a rule, so the next name is compared byte by byte before any
 * string is made. Faults come back as phrases, or null where all is well; the cursor knows the event that they belong to.
 */
final class WeightSlots {

    /** Returned by {@link #find} for a name that is not known. */
    static final int UNKNOWN = -1;

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> spellings = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final int declared;
    private boolean learning;
    private boolean reordered;

    private double[] values = new double[0];
    private long[] stamps = new long[0];
    private long stamp;
    private int expected;
    private int named;
    private double[] block = new double[0];
    private int blockSize;
    private boolean blockUsed;

    private WeightSlots(List<String> declared) {
        declared.forEach(this::append);
        this.declared = declared.size();
    }

    /** Return slots for these names. */
    static WeightSlots declared(List<String> names) {
        return new WeightSlots(names);
    }

    /** Take the names from the next event where none is declared. */
    void learn() {
        learning = declared == 0;
    }

    /** Forget the names of an event that turned out to be broken. */
    void keepDeclared() {
        while (names.size() > declared) {
            places.remove(names.remove(names.size() - 1));
            spellings.remove(spellings.size() - 1);
        }
        reordered = false;
    }

    /** Return the names in order. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** Return what is odd about the events that were read, in sentences. */
    List<String> problems() {
        return reordered
                ? List.of("the events list the weights in another order than the header; they are matched by name")
                : List.of();
    }

    private int append(String name) {
        int place = names.size();
        names.add(name);
        spellings.add(name.getBytes(StandardCharsets.UTF_8));
        places.put(name, place);
        if (place >= values.length) {
            values = Arrays.copyOf(values, Math.max(16, 2 * place));
            stamps = Arrays.copyOf(stamps, values.length);
        }
        return place;
    }

    /** Start a new event. */
    void begin() {
        stamp++;
        expected = 0;
        named = 0;
        blockSize = 0;
    }

    /** Return the slot of a name, or {@link #UNKNOWN}. */
    int find(byte[] bytes, int from, int to) {
        if (expected < spellings.size()) {
            byte[] next = spellings.get(expected);
            if (Arrays.equals(next, 0, next.length, bytes, from, to)) {
                return expected++;
            }
        }
        String name = decode(bytes, from, to);
        Integer place = places.get(name);
        if (place != null) {
            reordered |= place != expected;
            expected = place + 1;
            return place;
        }
        if (learning && names.size() < WeightDeclarations.MOST) {
            expected = names.size() + 1;
            return append(name);
        }
        return UNKNOWN;
    }

    /** Decode a name as it stands in an attribute. */
    static String decode(byte[] bytes, int from, int to) {
        return Markup.unescape(new String(bytes, from, to - from, StandardCharsets.UTF_8))
                .strip();
    }

    /** Set a named weight; a second, different value is a fault. */
    @Nullable String set(int slot, double value) {
        if (stamps[slot] == stamp) {
            return Double.compare(values[slot], value) == 0
                    ? null
                    : "weight \"" + names.get(slot) + "\" has two values, " + values[slot] + " and " + value;
        }
        stamps[slot] = stamp;
        values[slot] = value;
        named++;
        return null;
    }

    /** Append a weight that is known by its position only. */
    @Nullable String append(double value) {
        if (blockSize == WeightDeclarations.MOST) {
            return "it has more than " + WeightDeclarations.MOST + " values in <weights>";
        }
        if (blockSize == block.length) {
            block = Arrays.copyOf(block, Math.max(16, 2 * blockSize));
        }
        block[blockSize++] = value;
        return null;
    }

    /** Return the name in a slot. */
    String name(int slot) {
        return names.get(slot);
    }

    /** Check at the end of an event that every weight is there; {@code <weights>} counts where no weight is named. */
    @Nullable String finish() {
        if (learning && names.isEmpty()) {
            for (int i = 0; i < blockSize; i++) {
                append("weight_" + (i + 1));
            }
        }
        learning = false;
        blockUsed = false;
        int size = names.size();
        if (named == size) {
            return null;
        }
        if (named == 0 && blockSize == size) {
            System.arraycopy(block, 0, values, 0, size);
            blockUsed = true;
            return null;
        }
        if (named == 0 && blockSize > 0) {
            return "it has " + blockSize + " values in <weights>, expected " + size;
        }
        for (int i = 0; i < size; i++) {
            if (stamps[i] != stamp) {
                return "it has no weight \"" + names.get(i) + "\", expected " + size + " weights";
            }
        }
        return null;
    }

    /** Return whether the weights of the event that was finished are those of {@code <weights>}. */
    boolean isBlockUsed() {
        return blockUsed;
    }

    /** Return the weights {@code [b]} of the event that was finished. */
    double[] values() {
        return Arrays.copyOf(values, names.size());
    }
}

package hep.aurum.source.hepmc;

import hep.aurum.event.RunInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collect what a file says of its run, and the names of the weights once an event shows how many there are. */
final class RunRecord {

    /** The most weights that an event may have. */
    static final int MOST_WEIGHTS = 1_000_000;

    private static final int MOST_TOOLS = 10_000;
    private static final long MOST_TEXT = 256L << 20;
    private static final List<String> NOMINAL = List.of(AurumNames.NOMINAL, "Default", "Weight", "nominal", "");

    private final List<RunInfo.Tool> tools = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private String version = "";
    private long textLength;
    private @Nullable String nameText;
    private @Nullable List<String> names;
    private int nominal;

    void version(String text) {
        if (version.isEmpty()) {
            version = text;
        }
    }

    String version() {
        return version;
    }

    List<RunInfo.Tool> tools() {
        return tools;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /** Take the text that names the weights, one name a line; return false if it is another one than before. */
    boolean name(String text) {
        if (names == null) {
            nameText = text;
        }
        return text.equals(nameText);
    }

    /** Take names in place of the number of weights that stood where names may. */
    boolean rename(String text) {
        nameText = text;
        return true;
    }

    /** Take a program; return false if there are too many. */
    boolean tool(String text) {
        String[] words = text.split("\n", 3);
        RunInfo.Tool tool =
                new RunInfo.Tool(words[0], words.length > 1 ? words[1] : "", words.length > 2 ? words[2] : "");
        if (names == null) {
            tools.add(tool);
        }
        return tools.size() <= MOST_TOOLS;
    }

    /** Take a statement of the run; return false if there is too much text. */
    boolean attribute(String name, String value) {
        // Concatenated files state theirs again and again; the first one holds, as it does for the weights' names.
        if (names == null) {
            textLength += name.length() + value.length();
            attributes.put(name, value);
        }
        return textLength <= MOST_TEXT;
    }

    /**
     * Fix the names of the weights, when the first event shows how many there are.
     *
     * @param count how many weights the first event has; −1 if it has none to count
     * @return null, or what is wrong
     */
    @Nullable String fixNames(int count) {
        List<String> stated = statedNames();
        if (count < 0) {
            names = stated;
        } else if (nameText == null) {
            names = numbered(count);
        } else if (stated.size() == count) {
            names = stated;
        } else {
            // HepMC3 separates names by blanks as well as by line ends.
            List<String> words = List.of(nameText.strip().split("\\s+"));
            if (words.size() != count) {
                return "it has " + count + " weights, expected " + stated.size() + ", one for each name";
            }
            names = words;
        }
        nominal = nominalOf(names);
        return null;
    }

    private List<String> statedNames() {
        String exact = attributes.get(AurumNames.WEIGHT_NAMES);
        if (exact != null) {
            return Arrays.stream(exact.split("\n", -1)).map(Escapes::text).toList();
        }
        return nameText == null ? List.of() : List.of(nameText.split("\n", -1));
    }

    private static List<String> numbered(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(Integer.toString(i));
        }
        return numbers;
    }

    /** Return the position of the weight that is the nominal one by its name, else 0. */
    static int nominalOf(List<String> weights) {
        for (String name : NOMINAL) {
            int at = weights.indexOf(name);
            if (at >= 0) {
                return at;
            }
        }
        return 0;
    }

    /** Return whether an event was seen that fixed the names. */
    boolean isFixed() {
        return names != null;
    }

    /** Return the names of the weights; those of the header where no event was seen. */
    List<String> names() {
        return names == null ? statedNames() : names;
    }

    /** Return the position of the nominal weight. */
    int nominal() {
        return nominal;
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names()) {
            if (!seen.add(name)) {
                problems.add("more than one weight is named \"" + name + "\"");
            }
        }
        return problems;
    }
}

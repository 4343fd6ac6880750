package hep.aurum.base;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Find what a name stands for, or the known name that a user may have meant. */
public final class Names {

    private Names() {}

    /**
     * Phrase a remedy for an unknown name: the nearest known one, or the whole list.
     *
     * @param name the name that is not known
     * @param known the names that are
     * @return a sentence such as {@code did you mean "cHW"? (known: cHW, cHWtil)}
     */
    public static String suggest(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "none is declared";
        }
        String list = "known: " + String.join(", ", known.stream().limit(20).toList());
        return known.stream()
                .min(Comparator.comparingInt((String k) -> editDistance(lower(name), lower(k))))
                .filter(k -> editDistance(lower(name), lower(k)) <= Math.max(2, name.length() / 3))
                .map(k -> "did you mean \"" + k + "\"? (" + list + ")")
                .orElse(list);
    }

    /**
     * Return the constant of an enumeration whose name, in any case, is the given one.
     *
     * @param kind what is named, such as {@code optimiser}, for the sentence
     * @throws NotFound if there is none
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String kind, String name) {
        List<E> constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> lower(constant.name()).equals(lower(name)))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "no " + kind + " is named \"" + name + "\"",
                        "",
                        suggest(
                                name,
                                constants.stream().map(c -> lower(c.name())).toList())));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein distance by two rolling rows. */
    private static int editDistance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}

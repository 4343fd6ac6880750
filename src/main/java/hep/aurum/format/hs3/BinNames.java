package hep.aurum.format.hs3;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translate between our names of factors by bin, {@code g[0]}, and those of documents, {@code g_bin_0}. */
final class BinNames {

    private static final Pattern NUMBERED = Pattern.compile("(.+?)(?:_bin_|_bin|_|\\[)(\\d{1,9})]?");

    private BinNames() {}

    static String ours(String set, int bin) {
        return set + "[" + bin + "]";
    }

    static String document(String set, int bin) {
        return set + "_bin_" + bin;
    }

    /** Return what the names of consecutive bins have in common, or the alternative if they do not count up. */
    static String common(List<String> parameters, String alternative) {
        String stem = "";
        int first = 0;
        for (int i = 0; i < parameters.size(); i++) {
            Matcher matcher = NUMBERED.matcher(parameters.get(i));
            if (!matcher.matches()) {
                return alternative;
            }
            int number = Integer.parseInt(matcher.group(2));
            if (i == 0) {
                stem = matcher.group(1);
                first = number;
            } else if (!matcher.group(1).equals(stem) || number != first + i) {
                return alternative;
            }
        }
        return stem.isEmpty() ? alternative : stem;
    }
}

package hep.aurum.source.lhe;

import hep.aurum.event.EventHeader;
import hep.aurum.source.text.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Understand the texts by which MadGraph's reweighting says which parameters of its card a weight changes.
 *
 * <pre>{@code
 * set param_card smeft 7 3.0 # orig: 0.0
 * set param_card smeftcpv 4 -1.0 # orig: 0.0
 * }</pre>
 *
 * <p>A weight without such lines is at the point at which the events were generated. Lines of other kinds are passed
 * over.
 */
public final class WeightCard {

    /**
     * Hold one line of a text.
     *
     * @param block block of the parameter card, in lower case
     * @param index position in the block; several numbers are separated by one blank
     * @param value the value under this weight
     * @param original the value at which the events were generated, where the text tells
     */
    public record Change(String block, String index, double value, OptionalDouble original) {

        /** Return block and index, the name of the entry in messages. */
        public String entry() {
            return block + " " + index;
        }
    }

    private WeightCard() {}

    /** Return the changes that a weight's text states, in order; none for a text of another kind. */
    public static List<Change> parse(String text) {
        List<Change> changes = new ArrayList<>();
        text.lines().forEach(line -> parseLine(line, changes));
        return changes;
    }

    private static void parseLine(String line, List<Change> changes) {
        String[] halves = line.split("#", 2);
        String[] words = halves[0].strip().split("\\s+");
        if (words.length < 5 || !words[0].equals("set") || !words[1].equals("param_card")) {
            return;
        }
        double value = number(words[words.length - 1]);
        if (Double.isNaN(value)) {
            return;
        }
        String index = String.join(" ", List.of(words).subList(3, words.length - 1));
        changes.add(new Change(
                words[2].toLowerCase(Locale.ROOT), index, value, original(halves.length < 2 ? "" : halves[1])));
    }

    private static OptionalDouble original(String remark) {
        String[] words = remark.strip().split("\\s*:\\s*", 2);
        if (words.length < 2 || !words[0].equals("orig")) {
            return OptionalDouble.empty();
        }
        double value = number(words[1].strip());
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static double number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 0, bytes.length);
    }

    /**
     * Compare declared benchmark points with the texts of a file.
     *
     * <p>Every declared parameter that differs between the benchmarks must follow one entry of the card, with the same
     * value at every benchmark, and every entry that differs between them must be followed by a parameter. Which entry
     * belongs to which parameter is found out, for the texts have no names. The empty name stands for the nominal weight,
     * which is at the generation point. Benchmarks whose weight the file lacks, or has a text of another kind for, are
     * left out.
     *
     * @param benchmarks values of the parameters by parameter, by benchmark
     * @param header the header of the file
     * @return contradictions in sentences; none if the texts agree or if the file has none
     */
    public static List<String> check(Map<String, Map<String, Double>> benchmarks, EventHeader header) {
        Map<String, List<Change>> changes = new LinkedHashMap<>();
        boolean any = false;
        for (String name : benchmarks.keySet()) {
            String text = header.weightInfo().getOrDefault(name, "");
            List<Change> stated = parse(text);
            boolean present = name.isEmpty() || header.weightNames().contains(name);
            if (present && (text.isEmpty() || !stated.isEmpty())) {
                changes.put(name, stated);
                any |= !stated.isEmpty();
            }
        }
        return any ? CardComparison.of(benchmarks, changes).problems() : List.of();
    }
}

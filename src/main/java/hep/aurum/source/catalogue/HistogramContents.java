package hep.aurum.source.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Say what a histogram of a file is.
 *
 * @param name its path in the file
 * @param type its class, such as {@code TH1F}
 * @param bins number of bins of each axis, flow bins left off; empty if it could not be read
 * @param entries number of fills; NaN if it could not be read
 * @param sum sum of the heights in range, for a profile the sum of the weights; NaN if it could not be read
 */
public record HistogramContents(String name, String type, List<Integer> bins, double entries, double sum) {

    /** Copy the list. */
    public HistogramContents {
        bins = List.copyOf(bins);
    }

    /** Return one that is only named. */
    static HistogramContents unread(String name, String type) {
        return new HistogramContents(name, type, List.of(), Double.NaN, Double.NaN);
    }

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("type", type);
        map.put("bins", bins);
        map.put("entries", Double.isFinite(entries) ? entries : null);
        map.put("sum", Double.isFinite(sum) ? sum : null);
        return map;
    }
}

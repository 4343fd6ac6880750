package hep.aurum.bench.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hold what an analysis reached.
 *
 * @param figures numbers, texts, lists and maps by name, in order, as any JSON writer takes them
 * @param lines the same for people
 */
public record CaseResult(Map<String, Object> figures, List<String> lines) {

    /** Copy map and list. */
    public CaseResult {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        lines = List.copyOf(lines);
    }
}

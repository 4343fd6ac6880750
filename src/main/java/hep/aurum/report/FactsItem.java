package hep.aurum.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hold names and values, shown beside each other.
 *
 * @param facts values by name, in order
 */
public record FactsItem(Map<String, String> facts) implements Item {

    /** Copy the map. */
    public FactsItem {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}

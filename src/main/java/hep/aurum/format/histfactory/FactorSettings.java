package hep.aurum.format.histfactory;

import hep.aurum.likelihood.binned.ParameterSettings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collect the ranges of all NormFactors; those of one name agree. */
final class FactorSettings {

    private final Map<String, ParameterSettings> settings = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    void add(XmlElement element, ParameterSettings added) {
        ParameterSettings known = settings.putIfAbsent(added.name(), added);
        String place = places.putIfAbsent(added.name(), element.where());
        if (known != null && !known.equals(added)) {
            throw element.bad(
                    "NormFactor \"" + added.name() + "\" has another Val, Low, High or Const than elsewhere",
                    "make it agree with " + place);
        }
    }

    Collection<ParameterSettings> all() {
        return settings.values();
    }
}

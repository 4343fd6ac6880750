package hep.aurum.workflow.study;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Say how to read a table of events.
 *
 * @param tree its name in the file; empty for the usual one
 * @param unit value of the unit of momenta in GeV; empty to take what the columns say
 * @param weight expression of the nominal weight; empty for the usual one
 * @param weights expressions of further weights by name
 * @param isParticleLevel whether no detector has seen the objects, so that the study's detector is applied to them
 */
public record TableSpec(
        String tree, OptionalDouble unit, String weight, Map<String, String> weights, boolean isParticleLevel) {

    /** What stands for a file of which nothing is said. */
    public static final TableSpec USUAL = new TableSpec("", OptionalDouble.empty(), "", Map.of(), false);

    /** Return whether the study says that the file is a table. */
    public boolean isStated() {
        return !equals(USUAL);
    }
}

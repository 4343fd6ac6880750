package hep.aurum.workflow.study;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Say what the likelihood of a study has beside the learned ratio: uncertain rates, and channels of other workspaces.
 *
 * @param rateUncertainties relative uncertainty of a rate, by process; those that are taken from data have one
 * @param dataDriven the processes whose rate is measured in data: the luminosity does not move it
 * @param combined workspaces whose channels join the likelihood
 * @param profiled positions of the parameters that the unbinned test fits where the histograms hold them
 * @param networkUncertainty whether the spread of an ensemble is a nuisance; empty to decide by how it was trained
 */
public record JointSpec(
        Map<String, Double> rateUncertainties,
        Set<String> dataDriven,
        List<Combined> combined,
        List<Integer> profiled,
        Optional<Boolean> networkUncertainty) {

    /** From how many bootstrap members on their spread is taken as a measure of the uncertainty of the whole. */
    private static final int ENOUGH_MEMBERS = 5;

    /**
     * Name a workspace.
     *
     * @param file of any format of binned models
     * @param measurement its measurement; empty for the first
     */
    public record Combined(Path file, String measurement) {}

    /** Copy the collections. */
    public JointSpec {
        rateUncertainties = Collections.unmodifiableMap(new LinkedHashMap<>(rateUncertainties));
        dataDriven = Collections.unmodifiableSet(new LinkedHashSet<>(dataDriven));
        combined = List.copyOf(combined);
        profiled = List.copyOf(profiled);
    }

    /** Return whether the likelihood has a nuisance for every member of an ensemble that is learned like this. */
    public boolean hasNetworkUncertainty(Study.Learning learning) {
        return networkUncertainty.orElse(learning.bootstrap() && learning.members() >= ENOUGH_MEMBERS);
    }

    /** Return the name of the nuisance that moves the rate of a process. */
    public String rateNuisance(String process) {
        return (dataDriven.contains(process) ? "data_driven_" : "rate_") + process;
    }
}

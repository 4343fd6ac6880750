package hep.aurum.likelihood.joint;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import java.util.List;

/**
 * Describe a channel whose events are not binned: a mixture of processes, each with its rate and its density.
 *
 * <p>The rates live in the binned model as a channel of the same name with one bin for each process, in order, so that every
 * modifier of HistFactory acts on them: the sample of process p has content in bin p alone.
 *
 * @param name of the channel in the binned model
 * @param processes their densities, in the order of the bins
 */
public record EventChannel(String name, List<Process> processes) {

    /**
     * Hold one process.
     *
     * @param name for messages
     * @param shape its density relative to the reference law of the channel
     */
    public record Process(String name, ShapeRatio shape) {}

    /** Check that all processes see the same features. */
    public EventChannel {
        processes = List.copyOf(processes);
        Check.argument(!processes.isEmpty(), "channel %s has no process", name);
        List<String> features = processes.get(0).shape().features();
        for (Process process : processes) {
            if (!process.shape().features().equals(features)) {
                throw new BadModel(
                        "the densities of " + processes.get(0).name() + " and " + process.name()
                                + " are of different features",
                        "channel " + name,
                        "give all processes of a channel the same features and reference law");
            }
        }
    }

    /** Return the names of the features. */
    public List<String> features() {
        return processes.get(0).shape().features();
    }
}

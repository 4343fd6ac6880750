package hep.aurum.workflow;

import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.JointWorkspace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Hold one channel of events of a likelihood as a function of a few of its parameters, all others being where searches begin.
 *
 * @param model the whole likelihood
 * @param channel the channel
 * @param firstBin where its rates are among all expected counts
 * @param positions of the parameters θ in the model, {@code [k]}
 */
record ChannelLaw(StatisticalModel model, EventChannel channel, int firstBin, List<Integer> positions) {

    /** Copy the list. */
    ChannelLaw {
        positions = List.copyOf(positions);
    }

    /** Take a channel of a document, no parameter being free yet. */
    static ChannelLaw of(JointWorkspace joint, StatisticalModel model, EventChannel channel) {
        BinnedModel binned = BinnedModel.of(joint.workspace(), joint.measurement(), joint.codes());
        return new ChannelLaw(model, channel, binned.firstBin(channel.name()), List.of());
    }

    /** Return the same channel as a function of other parameters. */
    ChannelLaw in(List<Integer> others) {
        return new ChannelLaw(model, channel, firstBin, others);
    }

    /** Return the expected events of each process. */
    double[] rates(double[] theta) {
        double[] all = model.expectedCounts(whole(theta));
        return Arrays.copyOfRange(all, firstBin, firstBin + channel.processes().size());
    }

    /** Return the values of all parameters by name. */
    Map<String, Double> values(double[] theta) {
        return JointBuilding.named(model, whole(theta));
    }

    /** Return where searches begin, {@code [k]}. */
    double[] initial() {
        double[] all = model.initialPoint();
        return positions.stream().mapToDouble(a -> all[a]).toArray();
    }

    private double[] whole(double[] theta) {
        double[] all = model.initialPoint();
        for (int a = 0; a < theta.length; a++) {
            all[positions.get(a)] = theta[a];
        }
        return all;
    }
}

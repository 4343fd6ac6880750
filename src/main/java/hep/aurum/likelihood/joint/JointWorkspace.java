package hep.aurum.likelihood.joint;

import hep.aurum.likelihood.FunctionalModel;
import hep.aurum.likelihood.ModelFunctions;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * Declare one likelihood of binned channels and channels of events, as a file holds it.
 *
 * @param workspace the binned channels, and for each channel of events a channel of its name with one bin for each process; all
 *     constraints
 * @param measurement of the workspace that is meant
 * @param codes how variations are interpolated
 * @param extra parameters that only densities know
 * @param parts the channels of events
 * @param functions rate factors as polynomials in parameters of a theory
 */
public record JointWorkspace(
        Workspace workspace,
        String measurement,
        InterpolationCodes codes,
        List<ModelParameter> extra,
        List<Part> parts,
        Optional<ModelFunctions> functions) {

    /**
     * Hold one channel of events.
     *
     * @param channel rates and densities
     * @param data what was recorded, or Asimov events
     * @param generator where toys come from
     * @param dataDriven names of the processes that are taken from data, not from simulation
     */
    public record Part(EventChannel channel, EventData data, EventGenerator generator, List<String> dataDriven) {

        /** Copy the list. */
        public Part {
            dataDriven = List.copyOf(dataDriven);
        }
    }

    /** Copy the lists. */
    public JointWorkspace {
        extra = List.copyOf(extra);
        parts = List.copyOf(parts);
    }

    /**
     * Return the likelihood.
     *
     * @throws hep.aurum.base.BadModel if the parts do not fit together
     */
    public StatisticalModel model() {
        JointModel joint = JointModel.of(BinnedModel.of(workspace, measurement, codes), extra);
        for (Part part : parts) {
            joint = joint.with(part.channel(), part.data(), part.generator());
        }
        JointModel complete = joint;
        return functions
                .<StatisticalModel>map(f -> FunctionalModel.of(complete, f))
                .orElse(complete);
    }
}

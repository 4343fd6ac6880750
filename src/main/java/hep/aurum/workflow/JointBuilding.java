package hep.aurum.workflow;

import hep.aurum.estimator.ratio.Parameterisation;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Put all that a finished study knows into one likelihood: a channel of events whose processes have the learned densities and the
 * rates of the simulation, with their nuisances, and the channels of other workspaces.
 *
 * <p>Toys and Asimov data are made of events that took no part in training. Without data, Asimov data stand for them.
 *
 * @param workspace the likelihood
 * @param question what it is asked
 * @param pools where its toys and Asimov data come from
 * @param normalisationError largest relative statistical error of a normalisation of odds
 */
record JointBuilding(JointWorkspace workspace, JointQuestion question, JointPools pools, double normalisationError) {

    /**
     * Build the likelihood of a study.
     *
     * @param tests its histogram tests, if it has any
     * @throws hep.aurum.base.BadInput if another workspace contradicts the study
     */
    static JointBuilding of(
            Study study,
            Learning.Learned learned,
            Parts parts,
            List<VariedSamples.Varied> varied,
            Optional<DataSet> data,
            List<Templates.Test> tests,
            int threads) {
        JointQuestion question = JointQuestion.of(study, tests);
        JointShapes shapes = JointShapes.of(study, learned, parts, varied, question, threads);
        JointRates.Rates rates = JointRates.of(study, learned.ratio().processes(), question, shapes);
        Workspace combined =
                JointCombining.combine(rates.workspace(), study.joint().combined());
        EventChannel channel = new EventChannel(JointRates.CHANNEL, shapes.processes());
        JointPools pools = JointPools.of(study, parts, question);
        int d = learned.ratio().featureNames().size();
        EventData events = data.map(set -> JointPools.recorded(set, d)).orElseGet(() -> EventData.of(new double[0], d));
        JointWorkspace workspace = new JointWorkspace(
                combined,
                JointRates.MEASUREMENT,
                InterpolationCodes.withDefaults(),
                rates.extra(),
                List.of(new JointWorkspace.Part(
                        channel,
                        events,
                        pools.events(),
                        List.copyOf(study.joint().dataDriven()))),
                rates.functions());
        return new JointBuilding(
                data.isPresent() ? workspace : withAsimov(workspace), question, pools, shapes.normalisationError());
    }

    /** Return why a study has no likelihood of this kind; empty where it has one. */
    static Optional<String> obstacle(Study study) {
        if (Parameterisation.parse(study.learning().parameterisation()) == Parameterisation.DOUBLE) {
            return Optional.of("a ratio between two points is to no fixed law, so that it is not a density");
        }
        GenerationPoints points = GenerationPoints.of(study);
        boolean isHeld =
                study.discovery().isPresent() && study.joint().profiled().isEmpty();
        return points.isEmpty() || isHeld
                ? Optional.empty()
                : Optional.of("events that were generated at single points give toys at no other point");
    }

    /** Replace all counts and events by those that are expected at the nominal point. */
    private static JointWorkspace withAsimov(JointWorkspace joint) {
        StatisticalModel model = joint.model();
        double[] expected = model.expectedCounts(model.initialPoint());
        BinnedModel binned = BinnedModel.of(joint.workspace(), joint.measurement(), joint.codes());
        List<Observation> observations = new ArrayList<>();
        for (Observation old : joint.workspace().observations()) {
            int first = binned.firstBin(old.name());
            boolean isEvents = old.name().equals(JointRates.CHANNEL);
            observations.add(
                    isEvents
                            ? old
                            : new Observation(
                                    old.name(),
                                    Lists.of(Arrays.copyOfRange(
                                            expected, first, first + old.data().size()))));
        }
        JointWorkspace.Part part = joint.parts().get(0);
        int first = binned.firstBin(JointRates.CHANNEL);
        double[] rates = Arrays.copyOfRange(
                expected, first, first + part.channel().processes().size());
        Workspace workspace = new Workspace(
                joint.workspace().channels(), observations, joint.workspace().measurements());
        return with(
                joint,
                workspace,
                new JointWorkspace.Part(
                        part.channel(),
                        part.generator().asimov(named(model, model.initialPoint()), rates),
                        part.generator(),
                        part.dataDriven()));
    }

    private static JointWorkspace with(JointWorkspace joint, Workspace workspace, JointWorkspace.Part part) {
        return new JointWorkspace(
                workspace, joint.measurement(), joint.codes(), joint.extra(), List.of(part), joint.functions());
    }

    /** Return a point by the names of its parameters. */
    static Map<String, Double> named(StatisticalModel model, double[] point) {
        Map<String, Double> named = new LinkedHashMap<>();
        List<ModelParameter> parameters = model.parameters();
        for (int i = 0; i < point.length; i++) {
            named.put(parameters.get(i).name(), point[i]);
        }
        return Collections.unmodifiableMap(named);
    }
}

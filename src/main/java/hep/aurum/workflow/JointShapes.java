package hep.aurum.workflow;

import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.ConstantShape;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.FixedShape;
import hep.aurum.likelihood.joint.LearnedShape;
import hep.aurum.likelihood.joint.ProductShape;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Give every process of a study its density relative to the law of the first: its odds, normalised, times the ratio that
 * parameters move.
 *
 * <p>\[ r_p(x|\theta) = e^{b_p}o_p(x)^{a_p}\,\frac{\hat p_p(x|\theta)}{\hat p_p(x|s_p)} \]
 *
 * <p>with odds as {@link OddsCalibration} has them and a ratio that {@link Learning} normalised.
 */
final class JointShapes {

    /** The first process against itself and a process against the first, as the odds' one parameter has it. */
    private static final List<Double> FIRST = List.of(0.0);

    private static final List<Double> SECOND = List.of(1.0);

    private final Study study;
    private final Parts parts;
    private final JointQuestion question;
    private final int threads;
    private final List<EventChannel.Process> processes = new ArrayList<>();
    private final Set<Integer> parameters = new LinkedHashSet<>();
    private final Map<String, List<String>> network = new LinkedHashMap<>();
    private final Map<String, List<Moved>> moved = new LinkedHashMap<>();
    private double normalisationError;

    private JointShapes(Study study, Parts parts, JointQuestion question, int threads) {
        this.study = study;
        this.parts = parts;
        this.question = question;
        this.threads = threads;
    }

    /**
     * Hold how a nuisance moves the rate of a process.
     *
     * @param nuisance its name
     * @param downRate the rate at −1 in units of the nominal one
     * @param upRate at +1
     */
    record Moved(String nuisance, double downRate, double upRate) {}

    static JointShapes of(
            Study study,
            Learning.Learned learned,
            Parts parts,
            List<VariedSamples.Varied> varied,
            JointQuestion question,
            int threads) {
        JointShapes shapes = new JointShapes(study, parts, question, threads);
        List<ProcessComponent> components = learned.ratio().processes();
        for (int p = 0; p < components.size(); p++) {
            shapes.add(components.get(p), learned.ratio().featureNames());
        }
        varied.forEach(shapes::move);
        return shapes;
    }

    private void add(ProcessComponent component, List<String> features) {
        List<ShapeRatio> factors = new ArrayList<>();
        component.odds().ifPresent(odds -> factors.add(odds(component.name(), odds)));
        component.shape().ifPresent(shape -> factors.add(shape(component, shape)));
        ShapeRatio shape = factors.isEmpty()
                ? FixedShape.reference(features)
                : factors.size() == 1 ? factors.get(0) : new ProductShape(factors);
        processes.add(new EventChannel.Process(component.name(), shape));
    }

    /** The ratio of two processes, which the network gives between the ends of its parameter. */
    private ShapeRatio odds(String process, RatioEstimator odds) {
        EventSample events = EventSample.join(List.of(
                parts.validation(), parts.template().withFirstFeatures(parts.validation().dimension())));
        OddsCalibration calibration =
                OddsCalibration.of(odds, events, events.processes().indexOf(process), threads);
        normalisationError = Math.max(normalisationError, calibration.error());
        return new ConstantShape(odds, SECOND, FIRST, calibration.slope(), calibration.shift());
    }

    private ShapeRatio shape(ProcessComponent component, RatioEstimator shape) {
        int[] own = component.shapeParameters();
        if (GenerationPoints.of(study).of(component.name()).isPresent()) {
            // Events were generated at single points: the likelihood stays at the one that the tests are made at.
            return new ConstantShape(
                    shape, Arrays.stream(own).mapToObj(question.nominal()::get).toList());
        }
        Arrays.stream(own).forEach(parameters::add);
        return new LearnedShape(
                shape, Arrays.stream(own).mapToObj(question::name).toList(), threads);
    }

    private void move(VariedSamples.Varied variation) {
        double nominal = JointPools.crossSection(parts.template(), variation.process(), question.nominal());
        double up = JointPools.crossSection(variation.up(), variation.process(), question.nominal()) / nominal;
        double down = variation.down().isPresent()
                ? JointPools.crossSection(variation.down().get(), variation.process(), question.nominal()) / nominal
                : 2 - up;
        moved.computeIfAbsent(variation.process(), name -> new ArrayList<>())
                .add(new Moved(variation.nuisance(), down, up));
    }

    /** Return the densities. */
    List<EventChannel.Process> processes() {
        return processes;
    }

    /** Return the positions of the parameters that move one. */
    Set<Integer> parameters() {
        return parameters;
    }

    /** Return how nuisances move the rate of a process. */
    List<Moved> moved(String process) {
        return moved.getOrDefault(process, List.of());
    }

    /** Return the nuisances that are the uncertainty of a process's networks. */
    List<String> networkNuisances(String process) {
        return network.getOrDefault(process, List.of());
    }

    /** Return the largest relative statistical error of a normalisation of odds. */
    double normalisationError() {
        return normalisationError;
    }
}

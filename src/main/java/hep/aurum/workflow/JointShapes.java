package hep.aurum.workflow;

import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.ConstantShape;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.FixedShape;
import hep.aurum.likelihood.joint.LearnedShape;
import hep.aurum.likelihood.joint.ProductShape;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.param.MonomialBasis;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.ProcessShape;
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
 * <p>\[ r_p(x|\theta) = \frac{o_p(x)}{E_0[o_p]}\cdot\frac{\hat p_p(x|\theta)}{\hat p_p(x|s_p)}, \qquad E_0[r_p] = 1 \]
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
        return new ConstantShape(normalised(odds), SECOND, FIRST);
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

    /** Divide odds by their mean over the law of the first process. */
    private RatioEstimator normalised(RatioEstimator odds) {
        EventSample first = parts.rates().subset(parts.rates().rowsOf(0), 1);
        double[] law = law();
        double[] pair = new double[2 * first.size()];
        odds.logRatios(JointPools.features(first, odds.featureNames().size()), new double[] {0, 1}, pair, threads);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < law.length; i++) {
            sum += law[i] * StrictMath.exp(pair[2 * i + 1] - pair[2 * i]);
            total += law[i];
        }
        double mean = sum / total;
        double squares = 0;
        for (int i = 0; i < law.length; i++) {
            double miss = law[i] / total * (StrictMath.exp(pair[2 * i + 1] - pair[2 * i]) / mean - 1);
            squares += miss * miss;
        }
        normalisationError = Math.max(normalisationError, Math.sqrt(squares));
        return NormalisedRatio.of(odds, MonomialBasis.complete(1, 1), new double[] {0, StrictMath.log(mean)});
    }

    /** The weights of the first process's events in the law that its odds refer to. */
    private double[] law() {
        ProcessShape shape = ProcessShape.of(parts.rates(), 0);
        EventSample first = parts.rates().subset(parts.rates().rowsOf(0), 1);
        double[] law = new double[first.size()];
        for (int i = 0; i < law.length; i++) {
            for (int j = 0; j < first.basis().size(); j++) {
                law[i] += first.coefficient(i, j);
            }
            law[i] = shape.isShaped() ? 1 : law[i];
        }
        return law;
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

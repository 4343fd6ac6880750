package hep.aurum.workflow;

import hep.aurum.base.Bug;
import hep.aurum.estimator.CalibratedOdds;
import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.infer.interval.Box;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.joint.ConstantShape;
import hep.aurum.likelihood.joint.EnsembleBias;
import hep.aurum.likelihood.joint.EnsembleShape;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.FixedShape;
import hep.aurum.likelihood.joint.LearnedShape;
import hep.aurum.likelihood.joint.NetworkNuisances;
import hep.aurum.likelihood.joint.ProductShape;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.likelihood.joint.ShiftedShape;
import hep.aurum.likelihood.joint.VariedShape;
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
 * <p>\[ r_p(x|\theta) = e^{b_p}o_p(x)^{a_p}\,\frac{\hat p_p(x|\theta)}{\hat p_p(x|s_p)} \]
 *
 * <p>with odds and a ratio that {@link Learning} calibrated and normalised; of an ensemble whose members are nuisances {@link
 * OddsCalibration} calibrates each.
 */
final class JointShapes {

    /** The first process against itself and a process against the first, as the odds' one parameter has it. */
    private static final List<Double> FIRST = List.of(0.0);

    private static final List<Double> SECOND = List.of(1.0);

    private static final int MOST_BIAS_EVENTS = 10_000;
    private static final int BIAS_POINTS = 20;

    private final Study study;
    private final Learning.Learned learned;
    private final Parts parts;
    private final JointQuestion question;
    private final int threads;
    private final List<EventChannel.Process> processes = new ArrayList<>();
    private final Set<Integer> parameters = new LinkedHashSet<>();
    private final Map<String, List<Modifier>> network = new LinkedHashMap<>();
    private final Map<String, List<Moved>> moved = new LinkedHashMap<>();
    private double normalisationError;

    private JointShapes(Study study, Learning.Learned learned, Parts parts, JointQuestion question, int threads) {
        this.study = study;
        this.learned = learned;
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
        JointShapes shapes = new JointShapes(study, learned, parts, question, threads);
        for (ProcessComponent component : learned.ratio().processes()) {
            shapes.add(
                    component,
                    varied.stream()
                            .filter(v -> v.process().equals(component.name()))
                            .toList());
        }
        return shapes;
    }

    private void add(ProcessComponent component, List<VariedSamples.Varied> varied) {
        List<ShapeRatio> factors = new ArrayList<>();
        component.odds().ifPresent(odds -> factors.add(odds(component.name(), odds)));
        // Without the nuisances of networks: variations are small, and their own networks tell them from this.
        ShapeRatio centre = product(component.odds().stream()
                .map(odds -> calibrated(component.name(), odds))
                .toList());
        component.shape().ifPresent(shape -> factors.add(shape(component, shape)));
        ShapeRatio nominal = product(factors);
        List<VariedShape.Variation> variations = new ArrayList<>();
        for (VariedSamples.Varied variation : varied) {
            Moved rates = moved(variation);
            moved.computeIfAbsent(component.name(), name -> new ArrayList<>()).add(rates);
            variations.add(new VariedShape.Variation(
                    variation.nuisance(),
                    varied(centre, variation, false),
                    centre,
                    varied(centre, variation, true),
                    rates.downRate(),
                    rates.upRate()));
        }
        processes.add(new EventChannel.Process(
                component.name(), variations.isEmpty() ? nominal : new VariedShape(nominal, variations)));
    }

    private ShapeRatio product(List<? extends ShapeRatio> factors) {
        return factors.isEmpty()
                ? FixedShape.reference(learned.ratio().featureNames())
                : factors.size() == 1 ? factors.get(0) : new ProductShape(List.copyOf(factors));
    }

    /** The ratio of two processes, which the network gives between the ends of its parameter. */
    private ShapeRatio odds(String process, RatioEstimator odds) {
        RatioEstimator raw = odds instanceof CalibratedOdds known ? known.base() : odds;
        boolean isWanted = study.joint().hasNetworkUncertainty(study.learning());
        if (!isWanted || !(raw instanceof EnsembleRatio members)) {
            return calibrated(process, odds);
        }
        // Every member is a density with a nuisance, and calibrated by itself.
        EnsembleShape ensemble = EnsembleShape.of(
                "odds_" + process,
                members.members().stream()
                        .map(member -> calibrated(process, member))
                        .toList());
        network.computeIfAbsent(process, name -> new ArrayList<>())
                .addAll(NetworkNuisances.constraints(ensemble.nuisances()));
        return ensemble;
    }

    /** Odds that were calibrated where they were learned are taken as they are. */
    private ShapeRatio calibrated(String process, RatioEstimator odds) {
        String below = learned.ratio().processes().get(0).name();
        double fraction = Learning.fraction(study, below, process);
        LawSample first = LawSample.heldOut(parts, below);
        LawSample second = LawSample.heldOut(parts, process);
        OddsCalibration calibration = odds instanceof CalibratedOdds known
                ? OddsCalibration.known(known, first, second, fraction, threads)
                : OddsCalibration.of(odds, first, second, fraction, threads);
        RatioEstimator raw = odds instanceof CalibratedOdds known ? known.base() : odds;
        normalisationError = Math.max(normalisationError, calibration.error());
        return new ConstantShape(raw, SECOND, FIRST, calibration.slope(), calibration.shift());
    }

    /** The density under a variation: the nominal one times the ratio between the two, or its inverse where one side is known. */
    private ShapeRatio varied(ShapeRatio centre, VariedSamples.Varied variation, boolean isUp) {
        boolean isMirrored = !isUp && variation.downParts().isEmpty();
        Parts side =
                isUp || isMirrored ? variation.upParts() : variation.downParts().orElseThrow();
        String name = variation.network(isUp || isMirrored);
        RatioEstimator ratio = learned.networks().stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Bug("no network " + name + " was trained", "", ""))
                .estimator();
        LawSample nominal = LawSample.heldOut(parts, variation.process());
        OddsCalibration calibration = OddsCalibration.of(
                ratio, nominal, LawSample.heldOut(side, variation.process()), OddsCalibration.EVEN, threads);
        ShapeRatio moved = isMirrored
                ? inverse(ratio, calibration, nominal)
                : new ConstantShape(ratio, SECOND, FIRST, calibration.slope(), calibration.shift());
        return centre instanceof FixedShape ? moved : new ProductShape(List.of(centre, moved));
    }

    /** A ratio near 1 has an inverse whose mean over the nominal law, which is to be 1, is well known. */
    private static ShapeRatio inverse(RatioEstimator ratio, OddsCalibration calibration, LawSample nominal) {
        ConstantShape inverse = new ConstantShape(ratio, FIRST, SECOND, calibration.slope(), -calibration.shift());
        double[] values = new double[nominal.size()];
        inverse.at(nominal.features()).evaluate(new double[0], values, null, null);
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += nominal.weights()[i] * values[i];
        }
        return new ConstantShape(
                ratio, FIRST, SECOND, calibration.slope(), -calibration.shift() - StrictMath.log(mean));
    }

    private Moved moved(VariedSamples.Varied variation) {
        double nominal = JointPools.crossSection(parts.template(), variation.process(), question.nominal());
        double up = JointPools.crossSection(variation.up(), variation.process(), question.nominal()) / nominal;
        double down = variation.down().isPresent()
                ? JointPools.crossSection(variation.down().get(), variation.process(), question.nominal()) / nominal
                : 2 - up;
        return new Moved(variation.nuisance(), down, up);
    }

    private ShapeRatio shape(ProcessComponent component, RatioEstimator shape) {
        int[] own = component.shapeParameters();
        if (GenerationPoints.of(study).of(component.name()).isPresent()) {
            // Events were generated at single points: the likelihood stays at the one that the tests are made at.
            return new ConstantShape(
                    shape, Arrays.stream(own).mapToObj(question.nominal()::get).toList());
        }
        Arrays.stream(own).forEach(parameters::add);
        List<String> names = Arrays.stream(own).mapToObj(question::name).toList();
        if (shape instanceof NormalisedRatio normalised && study.joint().hasNetworkUncertainty(study.learning())) {
            int p = parts.rates().processes().indexOf(component.name());
            EventSample law = ProcessShape.of(parts.rates(), p).events();
            return shifted(component.name(), normalised.base(), law, names);
        }
        return new LearnedShape(shape, names, threads);
    }

    /** Members of an ensemble that disagree about the parameters shift them; a single network is as it is. */
    private ShapeRatio shifted(String process, RatioEstimator ratio, EventSample law, List<String> names) {
        if (!(ratio instanceof EnsembleRatio ensemble)) {
            return new LearnedShape(Learning.normalised(study, ratio, law, threads), names, threads);
        }
        List<LearnedShape> members = ensemble.members().stream()
                .map(member -> new LearnedShape(Learning.normalised(study, member, law, threads), names, threads))
                .toList();
        int rows = Math.min(law.size(), MOST_BIAS_EVENTS);
        double[] features = Arrays.copyOf(JointPools.features(law, law.dimension()), rows * law.dimension());
        ShiftedShape shifted = EnsembleBias.shifted(
                "shape_" + process,
                members,
                EventData.of(features, law.dimension()),
                Box.of(ratio.space()).spread(BIAS_POINTS));
        network.computeIfAbsent(process, name -> new ArrayList<>())
                .addAll(NetworkNuisances.constraints(shifted.nuisances()));
        return shifted;
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

    /** Return what puts the uncertainty of a process's networks into the likelihood; none moves its rate. */
    List<Modifier> networkNuisances(String process) {
        return network.getOrDefault(process, List.of());
    }

    /** Return the largest relative statistical error of a normalisation of odds. */
    double normalisationError() {
        return normalisationError;
    }
}

package hep.aurum.workflow;

import hep.aurum.base.Version;
import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.AuditReport;
import hep.aurum.sample.CrossSection;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gather the numbers of a run into its result. */
final class Reporting {

    private final Study study;
    private final StudySample sample;
    private final Parts parts;
    private final Learning.Learned learned;
    private final ModelShelf shelf;

    Reporting(Study study, StudySample sample, Parts parts, Learning.Learned learned, ModelShelf shelf) {
        this.study = study;
        this.sample = sample;
        this.parts = parts;
        this.learned = learned;
        this.shelf = shelf;
    }

    StudyResult result(
            Map<String, AuditReport> audit,
            Optional<TruthCheck> truth,
            ScanReport scan,
            List<Templates.Test> tests,
            JointOutcome joint,
            Optional<SpectrumTest.Outcome> spectrum,
            Optional<DataSet> data) {
        List<String> warnings = new ArrayList<>(StudyRun.warnings(audit));
        warnings.addAll(Cautions.ofSamples(study, sample));
        warnings.addAll(Cautions.ofScan(scan));
        warnings.addAll(joint.cautions());
        spectrum.ifPresent(s -> warnings.addAll(Cautions.ofSpectrum(s.report())));
        data.ifPresent(d -> warnings.addAll(d.warnings()));
        sample.processes().forEach(p -> p.files().forEach(f -> warnings.addAll(f.remarks())));
        return new StudyResult(
                Version.number(),
                Runtime.version().toString(),
                study.name(),
                study.title(),
                study.seed(),
                study.luminosity(),
                study.document(),
                sample.processes().stream()
                        .map(p -> new StudyResult.ProcessReport(p.name(), p.files(), p.morphing(), p.cuts()))
                        .toList(),
                yields(),
                sizes(),
                audit,
                estimator(data),
                truth.map(TruthCheck::report).orElse(null),
                scan,
                tests.isEmpty() ? null : discovery(tests, joint, spectrum),
                data.map(d -> new StudyResult.DataReport(d.truth().isPresent() ? "pseudo" : "recorded", d.size()))
                        .orElse(null),
                warnings);
    }

    private List<StudyResult.Yield> yields() {
        List<StudyResult.Yield> yields = new ArrayList<>();
        ParameterPoint standard = study.parameters().standard();
        EventSample events = sample.events();
        for (int p = 0; p < events.processes().size(); p++) {
            CrossSection sigma = CrossSection.ofProcess(events, p);
            yields.add(new StudyResult.Yield(
                    events.processes().get(p),
                    sigma.value(standard),
                    sigma.uncertainty(standard),
                    1000 * study.luminosity() * sigma.value(standard)));
        }
        return yields;
    }

    private Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("training", parts.training().size());
        sizes.put("validation", parts.validation().size());
        sizes.put("template", parts.template().size());
        sizes.put("pseudo_data", parts.pool().size());
        return sizes;
    }

    private StudyResult.EstimatorReport estimator(Optional<DataSet> data) {
        List<StudyResult.NetworkReport> networks = new ArrayList<>();
        for (Learning.Network network : learned.networks()) {
            int members = network.estimator() instanceof EnsembleRatio ensemble
                    ? ensemble.members().size()
                    : 1;
            networks.add(new StudyResult.NetworkReport(
                    network.name(),
                    ModelShelf.file(network.name()),
                    shelf.checksum(network.name()),
                    members,
                    network.history().first().epochs(),
                    network.history().first().bestEpoch(),
                    network.history().effectiveSampleSize(),
                    network.history().first().trainingLoss(),
                    network.history().first().validationLoss()));
        }
        return new StudyResult.EstimatorReport(
                study.learning().method(),
                learned.ratio().describe(),
                learned.ratio().featureNames(),
                networks,
                meanRatios(data));
    }

    private List<StudyResult.MeanRatio> meanRatios(Optional<DataSet> data) {
        Set<ParameterPoint> points = new LinkedHashSet<>();
        points.add(study.scan().expectedAt());
        data.flatMap(DataSet::truth).ifPresent(points::add);
        ParameterPoint standard = study.parameters().standard();
        points.remove(standard);
        LearnedEvents events = LearnedEvents.of(learned.ratio(), parts.heldOut(), 1);
        double[] denominator = new double[events.size()];
        events.values(standard.toArray(), denominator);
        List<StudyResult.MeanRatio> checks = new ArrayList<>();
        for (ParameterPoint point : points) {
            double[] numerator = new double[events.size()];
            events.values(point.toArray(), numerator);
            checks.add(meanRatio(point, standard, numerator, denominator));
        }
        return checks;
    }

    private StudyResult.MeanRatio meanRatio(
            ParameterPoint point, ParameterPoint standard, double[] numerator, double[] denominator) {
        EventSample heldOut = GenerationPoints.of(study).at(parts.heldOut(), standard);
        double[] monomials = heldOut.basis().values(standard);
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < numerator.length; i++) {
            double w = heldOut.weight(i, monomials);
            weight += w;
            sum += w * StrictMath.exp(numerator[i] - denominator[i]);
        }
        double mean = sum / weight;
        double squares = 0;
        for (int i = 0; i < numerator.length; i++) {
            double miss =
                    heldOut.weight(i, monomials) * (StrictMath.exp(numerator[i] - denominator[i]) - mean) / weight;
            squares += miss * miss;
        }
        return new StudyResult.MeanRatio(named(point), named(standard), mean, Math.sqrt(squares));
    }

    private Map<String, Double> named(ParameterPoint point) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < point.size(); i++) {
            named.put(study.parameters().get(i).name(), point.get(i));
        }
        return named;
    }

    private StudyResult.DiscoveryReport discovery(
            List<Templates.Test> tests, JointOutcome joint, Optional<SpectrumTest.Outcome> spectrum) {
        StudyResult.HistogramTest learnedTest = test(tests.get(0), Artefacts.LEARNED_WORKSPACE);
        StudyResult.HistogramTest classical =
                tests.size() > 1 ? test(tests.get(1), Artefacts.CLASSICAL_WORKSPACE) : null;
        Double gain = classical == null || classical.discovery().zExpected() == 0
                ? null
                : learnedTest.discovery().zExpected() / classical.discovery().zExpected();
        String poi =
                study.parameters().get(study.discovery().orElseThrow().poi()).name();
        return new StudyResult.DiscoveryReport(
                poi,
                joint.report().orElse(null),
                learnedTest,
                classical,
                gain,
                spectrum.map(SpectrumTest.Outcome::report).orElse(null));
    }

    private static StudyResult.HistogramTest test(Templates.Test test, String workspace) {
        return new StudyResult.HistogramTest(
                test.statistic(),
                test.edges(),
                test.discovery(),
                test.exact(),
                test.limit(),
                test.limitProblem(),
                workspace);
    }
}

package hep.aurum.workflow;

import hep.aurum.base.Failure;
import hep.aurum.estimator.MixtureRatio;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Binning;
import hep.aurum.likelihood.binned.TemplateBuilder;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Test a rate against zero with histograms: of the learned statistic, and of one classical observable beside it.
 *
 * <p>The learned statistic is \(\log\hat r(x|\mu=1) - \log\hat r(x|\mu=0)\), by the Neyman–Pearson lemma the best one for
 * this question if the ratio is exact. The templates come from events that took no part in training.
 */
final class Templates {

    private final Study study;
    private final Study.Discovery discovery;
    private final MixtureRatio ratio;
    private final EventSample template;
    private final List<VariedSamples.Varied> varied;
    private final boolean[] isSignal;
    private final double[] weights;
    private final double[] withSignal;
    private final double[] withoutSignal;
    private final int threads;

    private Templates(
            Study study,
            Study.Discovery discovery,
            MixtureRatio ratio,
            EventSample template,
            List<VariedSamples.Varied> varied,
            int threads) {
        this.varied = varied;
        this.study = study;
        this.discovery = discovery;
        this.ratio = ratio;
        this.template = template;
        this.threads = threads;
        this.withSignal = discovery.at().toArray();
        withSignal[discovery.poi()] = 1;
        this.withoutSignal = withSignal.clone();
        withoutSignal[discovery.poi()] = 0;
        this.weights = new double[template.size()];
        this.isSignal = new boolean[template.processes().size()];
        double[] monomials = template.basis().values(ParameterPoint.of(withSignal));
        double[] absent = template.basis().values(ParameterPoint.of(withoutSignal));
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1000 * study.luminosity() * template.weight(i, monomials);
            isSignal[template.process(i)] |= template.weight(i, absent) != template.weight(i, monomials);
        }
    }

    /**
     * Hold one histogram test.
     *
     * @param statistic what is histogrammed
     * @param edges the bins
     * @param workspace the templates with the data (Asimov data where there are none)
     * @param discovery the test of background alone
     * @param limit the upper limit on the rate; null where it cannot be found
     * @param limitProblem why there is no limit; empty where there is one
     * @param histograms one per process, then the data
     */
    record Test(
            String statistic,
            List<Double> edges,
            Workspace workspace,
            DiscoveryResult discovery,
            @Nullable LimitResult limit,
            String limitProblem,
            List<Histogram1D> histograms) {}

    /** Return the learned test first and, if one is asked for, the classical test after it. */
    static List<Test> tests(
            Study study,
            MixtureRatio ratio,
            Parts parts,
            List<VariedSamples.Varied> varied,
            List<String> units,
            Optional<DataSet> data,
            int threads) {
        Study.Discovery discovery = study.discovery().orElseThrow();
        EventSample template = GenerationPoints.of(study).at(parts.template(), discovery.at());
        Templates templates = new Templates(study, discovery, ratio, template, varied, threads);
        List<Test> tests = new ArrayList<>();
        tests.add(templates.learned(data));
        if (!discovery.classical().isEmpty()) {
            tests.add(templates.classical(units, data));
        }
        return tests;
    }

    private Test learned(Optional<DataSet> data) {
        double[] values = statistic(LearnedEvents.of(ratio, template, threads));
        Optional<double[]> observed = data.map(d -> statistic(LearnedEvents.of(ratio, d.events(), d.rows(), threads)));
        Binning fine = Binning.equalProbability(values, balanced(), discovery.bins());
        return test(
                "learned log r",
                "",
                values,
                sample -> statistic(LearnedEvents.of(ratio, sample, threads)),
                observed,
                withEnoughBackground(fine, values));
    }

    /** Weights with as much signal as background: their quantiles resolve where the two differ. */
    private double[] balanced() {
        double signal = 0;
        double background = 0;
        for (int i = 0; i < weights.length; i++) {
            signal += isSignal[template.process(i)] ? weights[i] : 0;
            background += isSignal[template.process(i)] ? 0 : weights[i];
        }
        double[] balanced = weights.clone();
        for (int i = 0; i < balanced.length; i++) {
            balanced[i] /= isSignal[template.process(i)] ? signal : background;
        }
        return balanced;
    }

    private double[] statistic(LearnedEvents events) {
        double[] statistic = new double[events.size()];
        double[] absent = new double[events.size()];
        events.values(withSignal, statistic);
        events.values(withoutSignal, absent);
        for (int i = 0; i < statistic.length; i++) {
            statistic[i] -= absent[i];
        }
        return statistic;
    }

    private Test classical(List<String> units, Optional<DataSet> data) {
        int column = template.featureNames().indexOf(discovery.classical());
        double[] values = column(template, column);
        Optional<double[]> observed = data.map(d -> Arrays.stream(d.rows())
                .mapToDouble(i -> d.events().feature(i, column))
                .toArray());
        List<Double> range = discovery.classicalRange();
        double low = range.isEmpty() ? Arrays.stream(values).min().orElse(0) : range.get(0);
        double high = range.isEmpty() ? Arrays.stream(values).max().orElse(1) : range.get(1);
        Binning fine = Binning.uniform(low, high, discovery.bins());
        return test(
                discovery.classical(),
                units.get(column),
                values,
                sample -> column(sample, column),
                observed,
                withEnoughBackground(fine, values));
    }

    private static double[] column(EventSample sample, int column) {
        return IntStream.range(0, sample.size())
                .mapToDouble(i -> sample.feature(i, column))
                .toArray();
    }

    /**
     * Merge bins until each has enough independent background events: rows of one generator event in one bin are one event,
     * so the threshold on rows is raised until the coherent count suffices.
     */
    private Binning withEnoughBackground(Binning fine, double[] values) {
        int[] rows = rows(false);
        double[] backgroundValues =
                Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
        double[] backgroundWeights =
                Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray();
        double threshold = discovery.minEvents();
        Binning merged = fine.mergedUntil(backgroundValues, backgroundWeights, threshold);
        while (merged.bins() > 1 && smallestEffective(merged, values) < discovery.minEvents()) {
            threshold *= 1.3;
            merged = fine.mergedUntil(backgroundValues, backgroundWeights, threshold);
        }
        return merged;
    }

    private double smallestEffective(Binning binning, double[] values) {
        CoherentCounts counts = CoherentCounts.of(template, rows(false), values, weights, binning);
        double smallest = Double.POSITIVE_INFINITY;
        for (int b = 0; b < binning.bins(); b++) {
            smallest = Math.min(smallest, counts.effective(b));
        }
        return smallest;
    }

    private int[] rows(boolean signal) {
        return IntStream.range(0, template.size())
                .filter(i -> isSignal[template.process(i)] == signal)
                .toArray();
    }

    private Test test(
            String name,
            String unit,
            double[] values,
            Function<EventSample, double[]> statistic,
            Optional<double[]> observed,
            Binning binning) {
        TemplateBuilder builder = TemplateBuilder.of("signal_region", binning);
        List<Histogram1D> histograms = new ArrayList<>();
        Axis axis = Axis.of(name, unit, binning.edges());
        for (int p = 0; p < template.processes().size(); p++) {
            String process = template.processes().get(p);
            CoherentCounts counts = CoherentCounts.of(template, template.rowsOf(p), values, weights, binning);
            builder = isSignal[p]
                    ? builder.withSignalTemplate(process, counts.contents(), counts.errors())
                    : builder.withBackgroundTemplate(process, counts.contents(), counts.errors());
            for (VariedSamples.Varied variation : varied) {
                if (variation.process().equals(process)) {
                    double[] up = contents(variation.up(), statistic, binning);
                    double[] down = variation.down().isPresent()
                            ? contents(variation.down().get(), statistic, binning)
                            : mirrored(counts.contents(), up);
                    builder = builder.withShapeUncertainty(process, variation.nuisance(), down, up);
                }
            }
            Double relative = study.joint().rateUncertainties().get(process);
            if (relative != null) {
                builder = builder.withRateUncertainty(
                        process, study.joint().rateNuisance(process), 1 / (1 + relative), 1 + relative);
            }
            histograms.add(histogram(process, axis, template.rowsOf(p), values));
        }
        if (discovery.luminosityUncertainty() > 0) {
            builder = builder.withLuminosityUncertainty(
                    discovery.luminosityUncertainty(), study.joint().dataDriven());
        }
        if (observed.isPresent()) {
            double[] ones = new double[observed.get().length];
            Arrays.fill(ones, 1);
            builder = builder.withObservedEvents(observed.get(), ones);
            histograms.add(dataHistogram(axis, observed.get()));
        } else {
            builder = builder.withAsimov(1);
        }
        Workspace workspace = builder.build();
        BinnedModel model = BinnedModel.of(workspace);
        LimitResult limit = null;
        String problem = "";
        try {
            limit = UpperLimit.withDefaults().withLevel(discovery.level()).of(model);
        } catch (Failure e) {
            problem = e.what();
        }
        return new Test(name, Lists.of(binning.edges()), workspace, Discovery.of(model), limit, problem, histograms);
    }

    /** Expected events by bin of a varied sample of one process, with its rate at 1. */
    private double[] contents(EventSample sample, Function<EventSample, double[]> statistic, Binning binning) {
        double[] monomials = sample.basis().values(ParameterPoint.of(withSignal));
        double[] expected = new double[sample.size()];
        Arrays.setAll(expected, i -> 1000 * study.luminosity() * sample.weight(i, monomials));
        return binning.sumOfWeights(statistic.apply(sample), expected);
    }

    private static double[] mirrored(double[] nominal, double[] up) {
        double[] down = new double[up.length];
        Arrays.setAll(down, b -> 2 * nominal[b] - up[b]);
        return down;
    }

    private Histogram1D histogram(String title, Axis axis, int[] rows, double[] values) {
        Histogram1D.Builder histogram = Histogram1D.builder(title, axis);
        for (int row : rows) {
            histogram.fill(inside(axis, values[row]), weights[row]);
        }
        return histogram.build();
    }

    private static Histogram1D dataHistogram(Axis axis, double[] values) {
        Histogram1D.Builder histogram = Histogram1D.builder("data", axis);
        for (double value : values) {
            histogram.fill(inside(axis, value), 1);
        }
        return histogram.build();
    }

    /** The templates count what lies beyond the edges in the outer bins; so do their pictures. */
    private static double inside(Axis axis, double value) {
        return Math.min(Math.max(value, axis.min()), Math.nextDown(axis.max()));
    }
}

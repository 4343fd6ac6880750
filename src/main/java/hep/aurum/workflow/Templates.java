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
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    private final TestEvents events;
    private final EventSample template;
    private final double[] weights;
    private final List<VariedSamples.Varied> varied;
    private final int threads;

    private Templates(
            Study study, MixtureRatio ratio, TestEvents events, List<VariedSamples.Varied> varied, int threads) {
        this.study = study;
        this.discovery = study.discovery().orElseThrow();
        this.ratio = ratio;
        this.events = events;
        this.template = events.sample();
        this.weights = events.weights();
        this.varied = varied;
        this.threads = threads;
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
     * @param exact the expected significance if the templates had no statistical errors
     * @param histograms one per process, then the data
     */
    record Test(
            String statistic,
            List<Double> edges,
            Workspace workspace,
            DiscoveryResult discovery,
            @Nullable LimitResult limit,
            String limitProblem,
            ExactTemplates exact,
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
        TestEvents events = TestEvents.of(study, parts.template());
        Templates templates = new Templates(study, ratio, events, varied, threads);
        List<Test> tests = new ArrayList<>();
        tests.add(templates.learned(data));
        if (!discovery.classical().isEmpty()) {
            tests.add(templates.classical(units, data));
        }
        return tests;
    }

    private Test learned(Optional<DataSet> data) {
        double[] values = statistic(template);
        Optional<double[]> observed =
                data.map(d -> events.statistic(LearnedEvents.of(ratio, d.events(), d.rows(), threads)));
        Binning fine = Binning.equalProbability(values, events.balanced(), discovery.bins());
        return test("learned log r", "", values, this::statistic, observed, events.withEnoughBackground(fine, values));
    }

    private double[] statistic(EventSample sample) {
        return events.statistic(LearnedEvents.of(ratio, sample, threads));
    }

    private Test classical(List<String> units, Optional<DataSet> data) {
        int column = template.featureNames().indexOf(discovery.classical());
        double[] values = TestEvents.column(template, column);
        Optional<double[]> observed = data.map(d -> Arrays.stream(d.rows())
                .mapToDouble(i -> d.events().feature(i, column))
                .toArray());
        List<Double> range = discovery.classicalRange();
        double low = range.isEmpty() ? Arrays.stream(values).min().orElse(0) : range.get(0);
        double high = range.isEmpty() ? Arrays.stream(values).max().orElse(1) : range.get(1);
        Binning fine = Binning.uniform(low, high, discovery.classicalBins());
        return test(
                discovery.classical(),
                units.get(column),
                values,
                sample -> TestEvents.column(sample, column),
                observed,
                events.withEnoughBackground(fine, values));
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
        ExactTemplates.Builder exact = new ExactTemplates.Builder(binning.bins());
        Axis axis = Axis.of(name, unit, binning.edges());
        for (int p = 0; p < template.processes().size(); p++) {
            String process = template.processes().get(p);
            CoherentCounts counts = CoherentCounts.of(template, template.rowsOf(p), values, weights, binning);
            exact.add(events.isSignal(p), counts.contents(), counts.errors());
            builder = events.isSignal(p)
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
        return new Test(
                name,
                Lists.of(binning.edges()),
                workspace,
                Discovery.of(model),
                limit,
                problem,
                exact.build(),
                histograms);
    }

    /** Expected events by bin of a varied sample of one process, with its rate at 1. */
    private double[] contents(EventSample sample, Function<EventSample, double[]> statistic, Binning binning) {
        double[] monomials = sample.basis().values(events.withSignal());
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

package hep.aurum.workflow;

import hep.aurum.estimator.MixtureRatio;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.discovery.SpectrumFit;
import hep.aurum.infer.discovery.SpectrumFitResult;
import hep.aurum.likelihood.binned.Binning;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.SpectrumSpec;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.jspecify.annotations.Nullable;

/**
 * Test a rate by the fit of a spectrum, as experiments do where simulation cannot predict the background: all events together,
 * and in categories of the learned statistic.
 *
 * <p>A statistic that knows the fitted observable would put a peak into the background of its categories. It is therefore taken
 * at the same value of the observable for every event: it then orders events by everything else.
 */
final class SpectrumTest {

    private static final int REPLICAS = 40;
    private static final double LOW = 0.16;

    private final Study study;
    private final SpectrumSpec spec;
    private final MixtureRatio ratio;
    private final int threads;
    private final TestEvents events;
    private final Optional<TestEvents> pool;
    private final Optional<DataSet> data;
    private final int column;
    private final Axis axis;
    private final RandomStreams streams;

    private SpectrumTest(
            Study study,
            SpectrumSpec spec,
            MixtureRatio ratio,
            Parts parts,
            List<String> units,
            Optional<DataSet> data,
            int threads) {
        this.study = study;
        this.spec = spec;
        this.ratio = ratio;
        this.threads = threads;
        this.events = TestEvents.of(study, parts.template());
        this.pool = data.flatMap(DataSet::truth).map(truth -> TestEvents.of(study, parts.pool()));
        this.data = data;
        this.column = parts.template().featureNames().indexOf(spec.observable());
        this.axis = Axis.uniform(spec.observable(), units.get(column), spec.bins(), spec.from(), spec.to());
        this.streams = RandomStreams.of(study.seed()).part("spectrum");
    }

    /**
     * Hold what a fit found and what it looks like.
     *
     * @param report the numbers
     * @param spectrum data of all events, or what is expected of them
     * @param fitted the fit to it
     * @param background that fit without the signal
     */
    record Outcome(SpectrumReport report, Histogram1D spectrum, Histogram1D fitted, Histogram1D background) {}

    /** Hold the spectra of one way to divide the events. */
    private record Spectra(List<Histogram1D> signals, List<Histogram1D> backgrounds) {}

    /** Make the fit that a study asks for, if it does. */
    static Optional<Outcome> of(
            Study study, MixtureRatio ratio, Parts parts, List<String> units, Optional<DataSet> data, int threads) {
        return study.discovery()
                .flatMap(Study.Discovery::fit)
                .map(spec -> new SpectrumTest(study, spec, ratio, parts, units, data, threads).run());
    }

    private Outcome run() {
        Binning all = Binning.uniform(-1, 1, 1);
        double[] nothing = new double[events.sample().size()];
        SpectrumReport.Fit whole = fit(
                all, nothing, pool.map(p -> new double[p.sample().size()]), data.map(d -> new double[d.rows().length]));
        SpectrumReport.@Nullable Fit categories = null;
        if (spec.categories() > 1) {
            double[] statistic = statistic(events.sample(), null);
            Binning fine = Binning.equalProbability(statistic, events.balanced(), spec.categories());
            categories = fit(
                    events.withEnoughBackground(fine, statistic),
                    statistic,
                    pool.map(p -> statistic(p.sample(), null)),
                    data.map(d -> statistic(d.events(), d.rows())));
        }
        SpectrumReport report = new SpectrumReport(
                spec.observable(), List.of(spec.from(), spec.to()), spec.bins(), spec.degree(), whole, categories);
        return outcome(report, spectra(events, all, nothing, null));
    }

    private Outcome outcome(SpectrumReport report, Spectra spectra) {
        SpectrumFit fit = SpectrumFit.of(spectra.signals, spec.degree());
        SpectrumFitResult observed = report.whole().observed();
        SpectrumFitResult shown = observed == null ? report.whole().expected() : observed;
        Histogram1D seen = data.map(d -> counts(Binning.uniform(-1, 1, 1), new double[d.rows().length], d)
                        .get(0))
                .orElseGet(() -> fit.expected(spectra.backgrounds, 1).get(0));
        return new Outcome(
                report,
                seen,
                fit.prediction(shown, shown.rate()).get(0),
                fit.prediction(shown, 0).get(0));
    }

    /** Take the learned statistic of all rows, or of some, at the declared value of the observable. */
    private double[] statistic(EventSample sample, int @Nullable [] rows) {
        LearnedEvents bound = rows == null
                ? LearnedEvents.of(ratio, sample, threads)
                : LearnedEvents.of(ratio, sample, rows, threads);
        boolean isLearned = column < ratio.featureNames().size();
        return events.statistic(
                isLearned && spec.peak().isPresent()
                        ? bound.withFeature(column, spec.peak().getAsDouble())
                        : bound);
    }

    private SpectrumReport.Fit fit(
            Binning categories, double[] statistic, Optional<double[]> ofPool, Optional<double[]> ofData) {
        Spectra spectra = spectra(events, categories, statistic, null);
        SpectrumFit fit = SpectrumFit.of(spectra.signals, spec.degree());
        List<Histogram1D> expected = fit.expected(spectra.backgrounds, 1);
        SpectrumFitResult observed = ofData.map(values -> fit.of(counts(categories, values, data.orElseThrow())))
                .orElse(null);
        return new SpectrumReport.Fit(
                categories.bins() == 1 ? List.of() : Lists.of(categories.edges()),
                fit.of(expected),
                errorOfExpected(categories, statistic),
                observed,
                ofPool.map(values -> errorOfPool(fit, categories, values)).orElse(null),
                spec.toys() == 0 ? null : toys(fit, expected));
    }

    /** Expected events by category; in a replica each generated event counts a Poisson number of times with mean one. */
    private Spectra spectra(
            TestEvents of, Binning categories, double[] statistic, @Nullable UniformRandomProvider replica) {
        List<Histogram1D.Builder> signals = empty(categories.bins());
        List<Histogram1D.Builder> backgrounds = empty(categories.bins());
        EventSample sample = of.sample();
        long origin = -1;
        double times = 1;
        for (int i = 0; i < sample.size(); i++) {
            if (replica != null && sample.origin(i) != origin) {
                origin = sample.origin(i);
                times = PoissonSampler.of(replica, 1).sample();
            }
            (of.isSignal(sample.process(i)) ? signals : backgrounds)
                    .get(categories.indexOf(statistic[i]))
                    .fill(sample.feature(i, column), times * of.weights()[i]);
        }
        return new Spectra(built(signals), built(backgrounds));
    }

    private List<Histogram1D> counts(Binning categories, double[] statistic, DataSet set) {
        List<Histogram1D.Builder> counts = empty(categories.bins());
        int[] rows = set.rows();
        for (int i = 0; i < rows.length; i++) {
            counts.get(categories.indexOf(statistic[i])).fill(set.events().feature(rows[i], column), 1);
        }
        return built(counts);
    }

    private List<Histogram1D.Builder> empty(int categories) {
        List<Histogram1D.Builder> builders = new ArrayList<>();
        for (int c = 0; c < categories; c++) {
            builders.add(Histogram1D.builder("category " + (c + 1), axis));
        }
        return builders;
    }

    private static List<Histogram1D> built(List<Histogram1D.Builder> builders) {
        return builders.stream().map(Histogram1D.Builder::build).toList();
    }

    /** How the expected significance would differ for another simulation of the same size. */
    private double errorOfExpected(Binning categories, double[] statistic) {
        double[] z = new double[REPLICAS];
        for (int r = 0; r < REPLICAS; r++) {
            Spectra replica = spectra(events, categories, statistic, streams.stream("replica", r));
            SpectrumFit fit = SpectrumFit.of(replica.signals, spec.degree());
            z[r] = fit.of(fit.expected(replica.backgrounds, 1)).z();
        }
        return standardDeviation(z);
    }

    /** How the fitted rate would differ for pseudo-data from another pool of the same size, however many are drawn. */
    private double errorOfPool(SpectrumFit fit, Binning categories, double[] statistic) {
        double[] rate = new double[REPLICAS];
        for (int r = 0; r < REPLICAS; r++) {
            Spectra replica = spectra(pool.orElseThrow(), categories, statistic, streams.stream("pool", r));
            List<Histogram1D> sums = new ArrayList<>();
            for (int c = 0; c < categories.bins(); c++) {
                sums.add(replica.signals.get(c).plus(replica.backgrounds.get(c)));
            }
            rate[r] = fit.of(sums).rate();
        }
        return standardDeviation(rate);
    }

    private static double standardDeviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    private SpectrumReport.Toys toys(SpectrumFit fit, List<Histogram1D> expected) {
        int n = spec.toys();
        double[] z = new double[n];
        double sum = 0;
        double squares = 0;
        double pulls = 0;
        for (int t = 0; t < n; t++) {
            UniformRandomProvider random = streams.stream("toy", t);
            SpectrumFitResult toy =
                    fit.of(expected.stream().map(h -> drawn(h, random)).toList());
            z[t] = toy.z();
            sum += toy.rate();
            squares += toy.rate() * toy.rate();
            pulls += (toy.rate() - 1) * (toy.rate() - 1) / (toy.rateError() * toy.rateError());
        }
        Arrays.sort(z);
        double mean = sum / n;
        return new SpectrumReport.Toys(
                n,
                z[n / 2],
                z[(int) (LOW * n)],
                z[(int) ((1 - LOW) * n)],
                mean,
                Math.sqrt(Math.max(0, squares / n - mean * mean) / n),
                Math.sqrt(pulls / n));
    }

    private static Histogram1D drawn(Histogram1D expected, UniformRandomProvider random) {
        double[] counts = expected.heights();
        for (int b = 0; b < counts.length; b++) {
            counts[b] = counts[b] > 0 ? PoissonSampler.of(random, counts[b]).sample() : 0;
        }
        double[] errors = Arrays.stream(counts).map(Math::sqrt).toArray();
        return Histogram1D.ofHeights(expected.title(), expected.axis(), counts, errors);
    }
}

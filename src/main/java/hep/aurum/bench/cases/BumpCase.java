package hep.aurum.bench.cases;

import hep.aurum.base.Progress;
import hep.aurum.bench.BenchSettings;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.CarlLoss;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.joint.ConstantShape;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.EventGenerator;
import hep.aurum.likelihood.joint.FixedShape;
import hep.aurum.likelihood.joint.JointModel;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.sample.LabelledSample;
import hep.aurum.simulator.toy.BumpOptions;
import hep.aurum.simulator.toy.BumpToy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Discover a bump on a falling spectrum: the significance by a ratio that is learned from simulation alone, by the exact one,
 * and by histograms of the mass.
 *
 * <p>A classifier tells 100 000 signal events from 100 000 background events; its odds, normalised over the background, are the
 * density of the signal in the unbinned likelihood. The expected significance is that of Asimov data made of independent events
 * of the true model. That of the exact ratio on the same events, whose limit is known, takes most of the statistical error away:
 * {@code z_learned} is \(Z_{exact} + (\hat Z_{learned} - \hat Z_{exact})\), and {@code z_learned_plain} is \(\hat Z_{learned}\).
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, Asimov data</a>
 */
final class BumpCase implements CaseBench {

    private static final List<Integer> BINS = List.of(1, 3, 6, 12, 30, 60, 120);
    private static final double LUMINOSITY = 100;
    private static final double[] PURE = {1};
    private static final int CELLS = 20_000;

    @Override
    public String name() {
        return "bump";
    }

    @Override
    public String description() {
        return "a Gaussian peak on an exponential; expected significance by the learned unbinned ratio and by histograms";
    }

    @Override
    public Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("signal", 50.0);
        settings.put("background", 1000.0);
        settings.put("events", 200_000.0);
        settings.put("reference_events", 16e6);
        settings.put("test_events", 1e6);
        return settings;
    }

    @Override
    public CaseResult run(Map<String, Double> settings, long seed, int threads, Progress progress) {
        double signal = BenchSettings.number(settings, "signal");
        double background = BenchSettings.number(settings, "background");
        double toPb = 1 / (1000 * LUMINOSITY);
        BumpToy toy = BumpToy.of(BumpOptions.withDefaults().withCrossSections(signal * toPb, background * toPb));
        RandomStreams streams = RandomStreams.of(seed).part("bump");
        progress.report("learning signal against background", 0);
        Learned model = learn(toy, settings, streams, threads, progress);
        progress.report("expected significance", 0);
        Problem problem = new Problem(toy, signal, background);
        ShapeRatio exact = new FixedShape(
                toy.featureNames(),
                x -> StrictMath.log(toy.signalDensity(x[0])) - StrictMath.log(toy.backgroundDensity(x[0])));
        ShapeRatio learned = model.shape();
        int tests = BenchSettings.count(settings, "test_events", 1);
        EventGenerator pool = new SimulatedPool(
                List.of(
                        masses(toy, true, tests, streams.part("test signal")),
                        masses(toy, false, tests, streams.part("test background"))),
                1);
        double zExact = problem.z(exact, problem.grid());
        double plain = problem.z(learned, pool);
        double onSame = problem.z(exact, pool);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", name());
        figures.put("seed", seed);
        figures.put("settings", settings);
        figures.put("z_learned", zExact + plain - onSame);
        // A relative error of the normalisation moves q0 by twice the number of signal events times it.
        double error = signal * model.normalisation().error() / zExact;
        figures.put("z_learned_error", error);
        figures.put("z_learned_plain", plain);
        figures.put("z_exact", zExact);
        figures.put("z_exact_plain", onSame);
        Map<String, Double> binned = new LinkedHashMap<>();
        BINS.forEach(bins -> binned.put(String.valueOf(bins), problem.binned(bins)));
        figures.put("z_binned", binned);
        progress.report("expected significance", 1);
        return new CaseResult(figures, lines(zExact + plain - onSame, error, zExact, binned));
    }

    private static List<String> lines(double learned, double error, double exact, Map<String, Double> binned) {
        StringBuilder histograms = new StringBuilder("  histogram of the mass:");
        binned.forEach((bins, z) -> histograms.append(String.format(Locale.ROOT, " %s bins %.3f,", bins, z)));
        histograms.setLength(histograms.length() - 1);
        return List.of(
                String.format(Locale.ROOT, "  learned ratio, unbinned: expected %.3f +- %.3f sigma", learned, error),
                String.format(Locale.ROOT, "  exact ratio, unbinned:   expected %.3f sigma", exact),
                histograms.toString());
    }

    private static Learned learn(
            BumpToy toy, Map<String, Double> settings, RandomStreams streams, int threads, Progress progress) {
        int events = BenchSettings.count(settings, "events", 1);
        int validation = events / 5;
        RatioEstimator odds = RatioTrainer.withDefaults()
                .withLoss(new CarlLoss())
                .with(o -> o.withHidden(List.of(64, 64))
                        .withAveraging(2)
                        .withEpochs(30)
                        .withThreads(threads))
                .train(
                        components(toy, events - validation, streams.part("training")),
                        components(toy, validation, streams.part("validation")),
                        streams,
                        progress)
                .estimator();
        return new Learned(odds, Normalisation.of(toy, odds, settings, streams, threads));
    }

    /** The odds with their normalisation over the background. */
    private record Learned(RatioEstimator odds, Normalisation normalisation) {

        ShapeRatio shape() {
            return new ConstantShape(
                    NormalisedRatio.of(
                            odds, MonomialBasis.complete(1, 0), new double[] {StrictMath.log(normalisation.mean())}),
                    List.of(1.0));
        }
    }

    /** The mean of the odds over background events, which are drawn by blocks and not kept, and its relative error. */
    private record Normalisation(double mean, double error) {

        private static final int BLOCK = 50_000;

        static Normalisation of(
                BumpToy toy, RatioEstimator odds, Map<String, Double> settings, RandomStreams streams, int threads) {
            int blocks = Math.max(1, (int) (BenchSettings.number(settings, "reference_events") / BLOCK));
            double[] masses = new double[BLOCK];
            double[] logOdds = new double[BLOCK];
            double sum = 0;
            double squares = 0;
            for (int block = 0; block < blocks; block++) {
                UniformRandomProvider random = streams.stream("reference law", block);
                Arrays.setAll(masses, i -> toy.drawMass(false, random));
                odds.logRatios(masses, PURE, logOdds, threads);
                for (double value : logOdds) {
                    double ratio = StrictMath.exp(value);
                    sum += ratio;
                    squares += ratio * ratio;
                }
            }
            double n = (double) blocks * BLOCK;
            double mean = sum / n;
            return new Normalisation(mean, Math.sqrt((squares / n - mean * mean) / n) / mean);
        }
    }

    /** Half signal (y = 0, the numerator), half background. */
    private static LabelledSample components(BumpToy toy, int count, RandomStreams streams) {
        double[] signal = masses(toy, true, (count + 1) / 2, streams.part("signal"));
        double[] background = masses(toy, false, count / 2, streams.part("background"));
        double[] values = new double[count];
        double[] y = new double[count];
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        for (int i = 0; i < count; i++) {
            y[i] = i % 2;
            values[i] = i % 2 == 0 ? signal[i / 2] : background[i / 2];
        }
        return LabelledSample.of(
                toy.space(), toy.featureNames(), ArrayTable.of(values, 1), ArrayTable.of(ones, 1), ArrayTable.of(y, 1));
    }

    private static double[] masses(BumpToy toy, boolean signal, int count, RandomStreams streams) {
        double[] masses = new double[count];
        for (int i = 0; i < count; i++) {
            masses[i] = toy.drawMass(signal, streams.stream("mass", i));
        }
        return masses;
    }

    /** The tests of one signal on one background. */
    private record Problem(BumpToy toy, double signal, double background) {

        /** Return the expected significance of a density of the signal with some Asimov data. */
        double z(ShapeRatio shape, EventGenerator asimov) {
            EventChannel channel = new EventChannel(
                    RateModels.CHANNEL,
                    List.of(
                            new EventChannel.Process("signal", shape),
                            new EventChannel.Process("background", FixedShape.reference(toy.featureNames()))));
            BinnedModel rates = new RateModels()
                    .with("signal", signal, "mu")
                    .with("background", background, "")
                    .model("mu", 0.5, 0, 20);
            JointModel model = JointModel.of(rates, List.of()).with(channel, EventData.of(new double[0], 1), asimov);
            return Discovery.of(model, 1).zExpected();
        }

        /** Integrate over the window in place of drawing events. */
        EventGenerator grid() {
            double low = toy.options().minGeV();
            double step = (toy.options().maxGeV() - low) / CELLS;
            double[] points = new double[2 * CELLS];
            Arrays.setAll(points, i -> low + (i % CELLS + 0.5) * step);
            return new EventGenerator() {
                @Override
                public EventData draw(Map<String, Double> theta, double[] rates, UniformRandomProvider random) {
                    return new SimulatedPool(List.of(), 1).draw(theta, rates, random);
                }

                @Override
                public EventData asimov(Map<String, Double> theta, double[] rates) {
                    double[] weights = new double[2 * CELLS];
                    for (int i = 0; i < CELLS; i++) {
                        weights[i] = rates[0] * toy.signalDensity(points[i]) * step;
                        weights[CELLS + i] = rates[1] * toy.backgroundDensity(points[i]) * step;
                    }
                    return new EventData(points, weights);
                }
            };
        }

        /** Return the expected significance of a histogram with bins of equal width. */
        double binned(int bins) {
            double low = toy.options().minGeV();
            double width = (toy.options().maxGeV() - low) / bins;
            int cells = Math.max(1, CELLS / bins);
            double[] s = new double[bins];
            double[] b = new double[bins];
            for (int i = 0; i < bins * cells; i++) {
                double x = low + (i + 0.5) * width / cells;
                s[i / cells] += signal * toy.signalDensity(x) * width / cells;
                b[i / cells] += background * toy.backgroundDensity(x) * width / cells;
            }
            return ExactTemplates.expectedZ(s, b);
        }
    }
}

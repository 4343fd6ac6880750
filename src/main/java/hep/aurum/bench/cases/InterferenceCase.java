package hep.aurum.bench.cases;

import hep.aurum.base.Check;
import hep.aurum.base.Progress;
import hep.aurum.bench.BenchSettings;
import hep.aurum.bench.SimulatorTraining;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.likelihood.joint.EventGenerator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import hep.aurum.simulator.toy.InterferenceOptions;
import hep.aurum.simulator.toy.InterferenceToy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Discover a signal that only interferes: it shows in the correlation of two observables and hardly in either alone.
 *
 * <p>ALICES learns the ratio from events of the simulator with their gold. The significances are expected ones of Asimov data at
 * κ: by the exact ratio over a grid; by the learned ratio on independent events, corrected by the exact ratio on the same events;
 * by a histogram of one observable with very many bins. The p-value of the median experiment comes from toys of the simulator, whose
 * background tail is reached by weighting toys of the signal with the exact ratio of the two hypotheses; coverage is that of the
 * intervals \(t_\kappa \le 1\) and \(\le 4\) at κ.
 */
final class InterferenceCase implements CaseBench {

    @Override
    public String name() {
        return "interference";
    }

    @Override
    public String description() {
        return "a signal that interferes; expected significance by the learned ratio, the exact one and a histogram";
    }

    @Override
    public Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("nu", 400.0);
        settings.put("kappa", 0.15);
        settings.put("smearing", 0.5);
        settings.put("events", 200_000.0);
        settings.put("reference_events", 2e6);
        settings.put("test_events", 200_000.0);
        settings.put("toys", 1000.0);
        return settings;
    }

    @Override
    public CaseResult run(Map<String, Double> settings, long seed, int threads, Progress progress) {
        double kappa = BenchSettings.number(settings, "kappa");
        double nu = BenchSettings.number(settings, "nu");
        Check.argument(kappa > 0 && kappa <= 2, "kappa is %s, expected more than 0 and at most 2", kappa);
        Check.argument(nu > 0 && nu <= 1e7, "nu is %s, expected more than 0 and at most 1e7", nu);
        // The range leaves room for fits of pseudo-data, and is no larger than that: what lies outside costs precision
        // inside.
        double range = Math.max(3 * kappa, kappa + 8 / Math.sqrt(nu));
        InterferenceToy toy = InterferenceToy.of(InterferenceOptions.withDefaults()
                .withSmearing(BenchSettings.number(settings, "smearing"))
                .withRange(range));
        RandomStreams streams = RandomStreams.of(seed).part("interference");
        RatioEstimator learned = learn(toy, range, settings, streams, threads, progress);
        RatioEstimator exact = new ExactRatio(toy.truth(), toy.space(), toy.featureNames(), new double[1]);
        progress.report("expected significance", 0);
        InterferenceTest test = new InterferenceTest(toy, nu, range);
        double[] events = SimulatorTraining.of(toy, -range, range, 0)
                .features(
                        List.of(ParameterPoint.of(kappa)),
                        BenchSettings.count(settings, "test_events", 1),
                        streams.part("test"));
        SimulatedPool pool = new SimulatedPool(List.of(events), 2);
        double zExact = z(test, exact, new InterferenceGrid(toy), kappa, threads);
        double plain = z(test, learned, pool, kappa, threads);
        double onSame = z(test, exact, pool, kappa, threads);
        double zLearned = zExact + plain - onSame;
        double zHistogram = InterferenceGrid.histogram(nu, kappa, BenchSettings.number(settings, "smearing"));
        progress.report("toys", 0);
        InterferenceToys.Summary toys = new InterferenceToys(toy, test, learned, kappa, threads)
                .run(BenchSettings.count(settings, "toys", 1), streams.part("toys"), progress);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", name());
        figures.put("seed", seed);
        figures.put("settings", settings);
        figures.put("z_exact", zExact);
        figures.put("z_learned", zLearned);
        figures.put("z_learned_plain", plain);
        figures.put("z_exact_plain", onSame);
        figures.put("z_histogram", zHistogram);
        figures.put("fraction_of_exact", zLearned / zExact);
        figures.put("p_toys", toys.p());
        figures.put("p_toys_error", toys.pError());
        figures.put("z_toys", toys.z());
        figures.put("coverage_68", toys.coverage68());
        figures.put("coverage_95", toys.coverage95());
        figures.put("coverage_error_68", toys.error(0.6827));
        figures.put("coverage_error_95", toys.error(0.9545));
        return new CaseResult(figures, lines(zExact, zLearned, zHistogram, toys));
    }

    private static List<String> lines(double exact, double learned, double histogram, InterferenceToys.Summary toys) {
        return List.of(
                String.format(Locale.ROOT, "  exact ratio:   expected %.3f sigma", exact),
                String.format(
                        Locale.ROOT,
                        "  learned ratio: expected %.3f sigma, %.1f %% of the exact",
                        learned,
                        100 * learned / exact),
                String.format(Locale.ROOT, "  one observable in bins: expected %.3f sigma", histogram),
                String.format(
                        Locale.ROOT,
                        "  median of toys: p = %.2e +- %.1e, %.3f sigma; coverage of 68.27 %%: %.3f, of 95.45 %%: %.3f",
                        toys.p(),
                        toys.pError(),
                        toys.z(),
                        toys.coverage68(),
                        toys.coverage95()));
    }

    private static double z(
            InterferenceTest test, RatioEstimator ratio, EventGenerator asimov, double kappa, int threads) {
        return Discovery.of(test.model(ratio, asimov, threads), kappa).zExpected();
    }

    private static RatioEstimator learn(
            InterferenceToy toy,
            double range,
            Map<String, Double> settings,
            RandomStreams streams,
            int threads,
            Progress progress) {
        RatioTrainer trainer = RatioTrainer.withDefaults()
                .withAlpha(0.5)
                .with(o -> o.withHidden(List.of(64, 64, 64))
                        .withEpochs(40)
                        .withPatience(40)
                        .withAveraging(1)
                        .withThreads(threads));
        SimulatorTraining training = SimulatorTraining.of(toy, -range, range, 0);
        RatioEstimator raw = training.train(
                        trainer, "alices", BenchSettings.count(settings, "events", 1), streams, progress)
                .estimator();
        return training.normalised(
                raw, "alices", BenchSettings.count(settings, "reference_events", 1), streams, threads);
    }
}

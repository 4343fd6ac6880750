package hep.aurum.bench.cases;

import hep.aurum.base.Progress;
import hep.aurum.bench.BenchSettings;
import hep.aurum.likelihood.Polynomial;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.LearnedShape;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.toy.EftOptions;
import hep.aurum.simulator.toy.EftToy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ask whether intervals of a learned likelihood hold the truth as often as they say.
 *
 * <p>On the effective theory with a closed form, with {@code nu} expected events at θ = 0, rate and shape:
 *
 * <ul>
 *   <li>asymptotic intervals of a single network, and of an ensemble whose disagreement is in the likelihood as nuisances, over
 *       several sets of training events, since a network is as much a draw as the data are;
 *   <li>sets of Neyman's construction by toys of the simulator, of the first network and of the exact likelihood, with the ratio of
 *       their median lengths.
 * </ul>
 *
 * <p>And for a count with a quadratic rate that is estimated from as many events, where asymptotic intervals are wrong with the exact
 * likelihood already.
 *
 * @see <a href="https://arxiv.org/abs/2110.06581">Hermans et al.: A trust crisis in simulation-based inference?</a>
 */
final class CoverageCase implements CaseBench {

    private static final List<Double> POINTS = List.of(-0.2, -0.1, 0.0, 0.1, 0.2);
    private static final String THETA = "theta";
    private static final double RANGE = 0.3;

    /** Between thresholds; every tested point is at the end of one. */
    private static final int STEPS = 12;

    /** A count is fitted in no time: so many more toys for its thresholds, whose quantiles are discrete. */
    private static final int CHEAP = 10;

    /** Sets are trained until they have this many events together. */
    private static final int EVENTS_OF_ALL_SETS = 20_000;

    private static final int MOST_SETS = 20;

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public String description() {
        return "coverage of intervals from learned ratios, with and without the uncertainty of the networks";
    }

    @Override
    public Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("events", 1000.0);
        settings.put("nu", 4000.0);
        settings.put("smearing", 0.5);
        settings.put("members", 10.0);
        settings.put("sets", 0.0);
        settings.put("experiments", 400.0);
        settings.put("toys", 400.0);
        settings.put("reference_events", 0.0);
        return settings;
    }

    @Override
    public CaseResult run(Map<String, Double> settings, long seed, int threads, Progress progress) {
        RandomStreams streams = RandomStreams.of(seed).part("coverage");
        Problem problem = Problem.of(settings, threads, streams);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", name());
        figures.put("seed", seed);
        figures.put("settings", settings);
        figures.put("sets", problem.sets());
        List<String> lines = new ArrayList<>();
        List<CoverageTraining.Learned> learned = asymptotic(problem, streams, figures, lines, progress);
        int toys = BenchSettings.count(settings, "toys");
        if (toys > 0) {
            progress.report("Neyman sets", 0);
            problem.effectiveTheory(learned.get(0).single(), toys, streams.part("neyman"), figures, lines);
            progress.report("Neyman sets", 0.9);
            problem.quadraticCount(toys, streams.part("quadratic"), figures, lines);
            progress.report("Neyman sets", 1);
        }
        return new CaseResult(figures, lines);
    }

    /** Train on one set after the other, and return what the first taught. */
    private static List<CoverageTraining.Learned> asymptotic(
            Problem problem,
            RandomStreams streams,
            Map<String, Object> figures,
            List<String> lines,
            Progress progress) {
        int each = (problem.experiments() + problem.sets() - 1) / problem.sets();
        CoverageTable table = new CoverageTable(POINTS, problem.sets(), each);
        CoverageToys toys = new CoverageToys(problem.toy(), problem.test(), problem.threads());
        List<CoverageTraining.Learned> first = new ArrayList<>();
        for (int set = 0; set < problem.sets(); set++) {
            RandomStreams own = streams.part("set " + set);
            CoverageTraining.Learned learned = problem.training().train(own, Progress.NONE);
            if (set == 0) {
                first.add(learned);
            }
            for (int point = 0; point < POINTS.size(); point++) {
                progress.report("asymptotic intervals", (set + point / (double) POINTS.size()) / problem.sets());
                table.add(point, set, toys.at(POINTS.get(point), learned, each, own.part("point " + point)));
            }
        }
        progress.report("asymptotic intervals", 1);
        figures.put("asymptotic", table.rows());
        lines.addAll(table.lines());
        return first;
    }

    /** What is asked, with the answers that take no training. */
    private record Problem(
            EftToy toy, RateAndShape test, CoverageTraining training, int sets, int experiments, int threads) {

        static Problem of(Map<String, Double> settings, int threads, RandomStreams streams) {
            int events = BenchSettings.count(settings, "events", 100);
            int given = BenchSettings.count(settings, "sets");
            double nu = BenchSettings.number(settings, "nu");
            EftToy toy = EftToy.of(EftOptions.withDefaults()
                    .withSmearing(BenchSettings.number(settings, "smearing"))
                    .withRange(RANGE));
            double most = EftToy.rate(new double[] {RANGE});
            int reference = BenchSettings.count(settings, "reference_events");
            return new Problem(
                    toy,
                    new RateAndShape(THETA, Polynomial.of(THETA, 1, 2, 2), most, nu, -RANGE, RANGE),
                    new CoverageTraining(
                            toy,
                            events,
                            BenchSettings.count(settings, "members", 4),
                            CoverageTraining.reference(toy, reference, streams.part("reference law")),
                            threads),
                    given > 0 ? given : Math.max(1, Math.min(MOST_SETS, EVENTS_OF_ALL_SETS / events)),
                    BenchSettings.count(settings, "experiments", 1),
                    threads);
        }

        void effectiveTheory(
                LearnedShape learned,
                int toys,
                RandomStreams streams,
                Map<String, Object> figures,
                List<String> lines) {
            NeymanComparison sets = new NeymanComparison(POINTS, toys, threads);
            sets.run(
                    experiments(learned),
                    experiments(new ExactEftShape(toy, THETA)),
                    NeymanSets.Grid.of(-RANGE, RANGE, STEPS),
                    streams);
            figures.put("neyman", sets.rows());
            lines.addAll(sets.lines("effective theory"));
        }

        private NeymanSets.Experiments experiments(ShapeRatio shape) {
            SimulatorDraws draws = new SimulatorDraws(toy, THETA);
            return (theta, random) -> {
                EventData data = draws.draw(theta, test.expected(theta), random);
                return test.model(shape, List.of(), data, draws);
            };
        }

        void quadraticCount(int toys, RandomStreams streams, Map<String, Object> figures, List<String> lines) {
            QuadraticCount count = QuadraticCount.of(toy, training.events(), streams.part("rate"));
            NeymanComparison sets = new NeymanComparison(QuadraticCount.POINTS, CHEAP * toys, threads);
            sets.run(
                    count.judgedBy(count.learned()),
                    count.judgedBy(count.exact()),
                    NeymanSets.Grid.of(QuadraticCount.LOW, QuadraticCount.HIGH, QuadraticCount.STEPS),
                    streams);
            figures.put("neyman_quadratic", sets.rows());
            lines.addAll(sets.lines("quadratic rate"));
        }
    }
}

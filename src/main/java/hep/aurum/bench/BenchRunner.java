package hep.aurum.bench;

import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Run methods of a bench at several numbers of events over several seeds. */
public final class BenchRunner {

    /** Fewer events than these cannot be divided into those for training and for validation. */
    private static final int MIN_EVENTS = 20;

    private static final int MAX_EVENTS = 100_000_000;

    private final Bench bench;
    private final Map<String, Double> settings;
    private final int seeds;
    private final long firstSeed;
    private final int threads;

    private BenchRunner(Bench bench, Map<String, Double> settings, int seeds, long firstSeed, int threads) {
        this.bench = bench;
        this.settings = settings;
        this.seeds = seeds;
        this.firstSeed = firstSeed;
        this.threads = threads;
    }

    /** Return the runner of a bench as it was published, on one thread. */
    public static BenchRunner of(Bench bench) {
        return new BenchRunner(bench, new TreeMap<>(bench.settings()), bench.seeds(), 1, 1);
    }

    /**
     * Return a runner with other settings.
     *
     * @throws NotFound if the bench has no setting of a name
     */
    public BenchRunner with(Map<String, Double> changed) {
        Map<String, Double> all = new TreeMap<>(settings);
        changed.forEach((name, value) -> {
            if (!all.containsKey(name)) {
                throw new NotFound(
                        "the bench " + bench.name() + " has no setting \"" + name + "\"",
                        "",
                        Names.suggest(name, List.copyOf(all.keySet())));
            }
            all.put(name, Check.finite(name, value));
        });
        return new BenchRunner(bench, all, seeds, firstSeed, threads);
    }

    /**
     * Return a runner over other seeds.
     *
     * @param count how many
     * @param first the first of them; the others follow
     */
    public BenchRunner withSeeds(int count, long first) {
        Check.argument(count >= 1 && count <= 10_000, "%d seeds, expected 1 to 10000", count);
        return new BenchRunner(bench, settings, count, first, threads);
    }

    /** Return a runner on a number of threads. */
    public BenchRunner withThreads(int count) {
        return new BenchRunner(bench, settings, seeds, firstSeed, count);
    }

    /**
     * Run every method at every number of events. Where {@code carl} is among them, the others have a figure {@code
     * factor_to_carl}, its mean squared error over theirs.
     *
     * @throws NotFound if the bench has no method of a name
     */
    public List<BenchRow> run(List<String> methods, List<Integer> events, Progress progress) {
        methods.forEach(this::requireMethod);
        events.forEach(n -> Check.argument(
                n >= MIN_EVENTS && n <= MAX_EVENTS, "%d events, expected %d to %d", n, MIN_EVENTS, MAX_EVENTS));
        Bench.Session session = bench.open(settings, threads);
        List<BenchRow> rows = new ArrayList<>();
        for (String method : methods) {
            for (int n : events) {
                rows.add(row(session, method, n, progress));
            }
        }
        return rows.stream().map(row -> besideCarl(row, rows)).toList();
    }

    /** Add by which factor the error of a method is below that of labels alone, where both were trained. */
    private static BenchRow besideCarl(BenchRow row, List<BenchRow> rows) {
        return rows.stream()
                .filter(other -> other.method().equals("carl") && other.events() == row.events())
                .filter(other -> !other.method().equals(row.method()))
                .findFirst()
                .map(carl -> row.with("factor_to_carl", carl.mse() / row.mse()))
                .orElse(row);
    }

    private void requireMethod(String method) {
        if (!bench.methods().contains(method)) {
            throw new NotFound(
                    "the bench " + bench.name() + " has no method \"" + method + "\"",
                    "",
                    Names.suggest(method, bench.methods()));
        }
    }

    private BenchRow row(Bench.Session session, String method, int events, Progress progress) {
        double[] mse = new double[seeds];
        double seconds = 0;
        double samples = 0;
        double evaluations = 0;
        Map<String, Double> more = new TreeMap<>();
        for (int s = 0; s < seeds; s++) {
            String seed = seeds == 1 ? "" : ", seed " + (s + 1) + " of " + seeds;
            String task = method + " on " + events + " events" + seed;
            RandomStreams streams = RandomStreams.of(firstSeed + s).part(bench.name());
            progress.report(task, Double.NaN);
            BenchScore score = session.run(method, events, streams, progress.renamed(stage -> task + ", " + stage));
            progress.report(task, 1.0);
            mse[s] = score.mse();
            seconds += score.trainSeconds();
            samples += score.trainedSamples();
            evaluations += score.evaluationsPerSecond() / seeds;
            score.more().forEach((name, value) -> more.merge(name, value / seeds, Double::sum));
        }
        double mean = Arrays.stream(mse).sum() / seeds;
        return new BenchRow(
                bench.name(),
                method,
                events,
                seeds,
                mean,
                spread(mse, mean),
                settings.equals(new TreeMap<>(bench.settings()))
                        ? bench.published(method, events)
                        : OptionalDouble.empty(),
                session.trivial(method),
                seconds / seeds,
                samples / seconds,
                evaluations,
                more);
    }

    private static double spread(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}

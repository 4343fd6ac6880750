package hep.aurum.bench;

import hep.aurum.base.Progress;
import java.util.List;
import java.util.Map;

/** Run a bench on few events, for what must not depend on the machine. */
final class Reruns {

    private Reruns() {}

    /** Return the mean squared error, its spread and the other figures of a run over two seeds. */
    static List<Object> figures(Bench bench, String method, int events, int threads) {
        return figures(bench, Map.of(), method, events, threads);
    }

    /** Return the same with other settings. */
    static List<Object> figures(Bench bench, Map<String, Double> settings, String method, int events, int threads) {
        BenchRow row = row(bench, settings, method, events, threads);
        return List.of(row.mse(), row.mseSpread(), row.more());
    }

    /** Return the row of a run over two seeds. */
    static BenchRow row(Bench bench, Map<String, Double> settings, String method, int events, int threads) {
        return BenchRunner.of(bench)
                .with(settings)
                .withSeeds(2, 1)
                .withThreads(threads)
                .run(List.of(method), List.of(events), Progress.NONE)
                .get(0);
    }
}

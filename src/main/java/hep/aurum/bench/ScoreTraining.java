package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.ScoreEstimator;
import hep.aurum.estimator.score.ScoreResult;
import hep.aurum.estimator.score.ScoreTrainer;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.fit.FitOptions;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.SimulatedEvents;
import hep.aurum.simulator.SolvedSimulator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Train the score at a reference point on events drawn there, and hold it against the exact one.
 *
 * @param simulator draws the events
 * @param reference where the score is learned
 */
record ScoreTraining(SolvedSimulator simulator, ParameterPoint reference) {

    /** Return the mean square of a component of the exact score: the error of saying zero. */
    double trivial(TestPoints test) {
        return test.mean(x -> meanSquare(exact(x), new double[reference.size()]));
    }

    /**
     * Train; a fifth of the events is for validation.
     *
     * @param test where the error is averaged, over components too
     * @param events how many to draw in all
     * @param options change the defaults of the fit
     */
    BenchScore run(
            TestPoints test, int events, UnaryOperator<FitOptions> options, RandomStreams streams, Progress progress) {
        double[] point = reference.toArray();
        SimulatedEvents all = SimulatedEvents.draw(simulator, List.of(point), events, streams);
        int training = BenchTraining.trainingPart(events);
        ScoreResult result = ScoreTrainer.withDefaults()
                .with(options)
                .train(all.part(0, training), all.part(training, events), point, streams, progress);
        return new BenchScore(
                error(test, result.estimator()),
                result.seconds(),
                result.trainedSamples(),
                evaluationsPerSecond(all, result.estimator()),
                Map.of());
    }

    private double error(TestPoints test, ScoreEstimator estimator) {
        double[] learned = new double[reference.size()];
        return test.mean(x -> {
            estimator.score(x, learned);
            return meanSquare(exact(x), learned);
        });
    }

    private double[] exact(double[] x) {
        double[] score = new double[reference.size()];
        simulator.truth().score(x, reference.toArray(), score);
        return score;
    }

    private static double meanSquare(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]) / a.length;
        }
        return sum;
    }

    private static double evaluationsPerSecond(SimulatedEvents all, ScoreEstimator estimator) {
        int d = all.featureNames().size();
        int n = Math.min(all.size(), 10_000);
        double[] events = new double[n * d];
        for (int i = 0; i < events.length; i++) {
            events[i] = all.feature(i / d, i % d);
        }
        double[] scores = new double[n * all.space().size()];
        long evaluations = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < 50_000_000L) {
            estimator.scores(events, scores, 1);
            evaluations += n;
        }
        return evaluations / (1e-9 * (System.nanoTime() - start));
    }
}

package hep.aurum.trust;

import hep.aurum.base.BadModel;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Hold experiments of known truth with the posterior that a ratio gives to the points of a {@link Lattice}, of which the truth is
 * the first: \(w_j \propto \prod_x \hat r(x|\theta_j)\), the prior being even in the ranges.
 */
final class Posteriors {

    /** Experiments below which nothing is asked. */
    static final int FEWEST = 50;

    private final Lattice lattice;
    private final List<double[]> truths;
    private final List<double[]> weights;

    private Posteriors(Lattice lattice, List<double[]> truths, List<double[]> weights) {
        this.lattice = lattice;
        this.truths = truths;
        this.weights = weights;
    }

    /**
     * Draw experiments and compute their posteriors.
     *
     * @param subject has parameters
     * @param experiments how many are wanted
     * @param events of each experiment
     */
    static Posteriors of(Subject subject, int experiments, int events, RandomStreams streams, int threads) {
        Lattice lattice = Lattice.of(subject.prior());
        int k = subject.prior().size();
        List<double[]> truths = new ArrayList<>();
        List<double[]> thetas = new ArrayList<>();
        for (int i = 0; i < experiments; i++) {
            UniformRandomProvider random = streams.stream("truth", i);
            double[] truth = new double[k];
            Arrays.setAll(truth, a -> random.nextDouble());
            truths.add(truth);
            thetas.add(Arrays.copyOf(lattice.points(truth), k));
        }
        List<EventData> data = subject.laws().experiments(thetas, events, streams.part("data"));
        List<double[]> weights = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            weights.add(weights(subject.ratio(), data.get(i), lattice.points(truths.get(i)), threads));
        }
        return new Posteriors(lattice, truths.subList(0, data.size()), weights);
    }

    /** Return the posterior over points, {@code [L]}, which adds up to one. */
    static double[] weights(RatioEstimator ratio, EventData data, double[] points, int threads) {
        int l = points.length / ratio.space().size();
        double[] logRatios = new double[data.weights().length * l];
        ratio.logRatios(data.events(), points, logRatios, threads);
        double[] sums = new double[l];
        for (int i = 0; i < logRatios.length; i++) {
            sums[i % l] += data.weights()[i / l] * logRatios[i];
        }
        double largest = Arrays.stream(sums).max().orElseThrow();
        double total = 0;
        for (int j = 0; j < l; j++) {
            sums[j] = StrictMath.exp(sums[j] - largest);
            total += sums[j];
        }
        if (!Double.isFinite(total)) {
            throw new BadModel(
                    "the ratio is not a number for some events of an experiment",
                    "",
                    "train again; look at the training curve first");
        }
        for (int j = 0; j < l; j++) {
            sums[j] /= total;
        }
        return sums;
    }

    /** Return that there are too few experiments for an answer. */
    Finding unjudged(String check) {
        return new Finding(
                check,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                1,
                "not judged: events for " + size() + " experiments only, fewer than " + FEWEST,
                "nothing",
                "simulate more events that took no part in training");
    }

    int size() {
        return weights.size();
    }

    Lattice lattice() {
        return lattice;
    }

    /** Return the truth of an experiment in the unit box, {@code [k]}. */
    double[] truth(int experiment) {
        return truths.get(experiment);
    }

    /** Return the posterior of an experiment; that of the truth comes first. */
    double[] weights(int experiment) {
        return weights.get(experiment);
    }

    /** Draw a point from the posterior of an experiment. */
    int draw(int experiment, UniformRandomProvider random) {
        double[] w = weights.get(experiment);
        double left = random.nextDouble();
        int j = 0;
        while (j < w.length - 1 && left >= w[j]) {
            left -= w[j];
            j++;
        }
        return j;
    }

    /** Return how many points a posterior rests on, in the median: \(1/\sum_j w_j^2\). */
    double effectivePoints() {
        double[] effective = weights.stream()
                .mapToDouble(w -> 1 / Arrays.stream(w).map(v -> v * v).sum())
                .sorted()
                .toArray();
        return effective.length == 0 ? 0 : effective[effective.length / 2];
    }
}

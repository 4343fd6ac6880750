package hep.aurum.trust;

import hep.aurum.base.BadModel;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Hold, for experiments whose truth is drawn from the prior, the content of the region of highest posterior density whose border runs
 * through the truth. If the ratio is right it is even between 0 and 1.
 *
 * <p>The ranges are cut into windows of ten times the width that the posterior should have. The window in which the truth lies is the
 * prior of its experiment, evenly filled; a {@link Lattice} of points with the truth among them stands for it, and the truth takes a
 * random part of its own weight. All of this is exact for the exact ratio, at any number of points.
 */
final class TruthRanks {

    /** Experiments below which nothing is asked. */
    static final int FEWEST = 50;

    private static final double WIDTHS = 10;

    /** A ratio is asked no more often than this. */
    private static final double BUDGET = 4e7;

    private final double[] ranks;
    private final int events;

    private TruthRanks(double[] ranks, int events) {
        this.ranks = ranks;
        this.events = events;
    }

    /** An experiment's window and its truth in it, from 0 to 1. */
    private record Truth(ParameterSpace window, double[] unit, double[] theta) {}

    /**
     * Draw experiments.
     *
     * @param subject has parameters
     * @param experiments how many are wanted
     */
    static TruthRanks of(Subject subject, int experiments, RandomStreams streams, int threads) {
        ParameterSpace prior = subject.prior();
        int points = Lattice.of(prior).size();
        int events = (int) Math.max(1, Math.min(subject.experiment(), BUDGET / ((double) points * experiments)));
        int[] windows = windows(prior, Twins.information(subject), events);
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < experiments; i++) {
            truths.add(draw(prior, windows, streams.stream("truth", i)));
        }
        List<EventData> data = subject.laws()
                .experiments(truths.stream().map(Truth::theta).toList(), events, streams.part("data"));
        double[] ranks = new double[data.size()];
        Family.run(ranks.length, threads, i -> {
            Truth truth = truths.get(i);
            double[] thetas = Lattice.of(truth.window()).points(truth.unit());
            double[] logs = logLikelihoods(subject.ratio(), data.get(i), thetas);
            ranks[i] = contentAbove(logs, streams.stream("part of the truth", i).nextDouble());
        });
        return new TruthRanks(ranks, events);
    }

    private static int[] windows(ParameterSpace prior, double[] information, int events) {
        int[] windows = new int[information.length];
        for (int a = 0; a < windows.length; a++) {
            double range = prior.get(a).max() - prior.get(a).min();
            double widths = range * Math.sqrt(events * information[a]) / WIDTHS;
            windows[a] = (int) Math.max(1, Math.min(1e6, widths));
        }
        return windows;
    }

    private static Truth draw(ParameterSpace prior, int[] windows, UniformRandomProvider random) {
        List<Parameter> window = new ArrayList<>();
        double[] unit = new double[windows.length];
        double[] theta = new double[windows.length];
        for (int a = 0; a < windows.length; a++) {
            Parameter p = prior.get(a);
            double width = (p.max() - p.min()) / windows[a];
            double min = p.min() + width * random.nextInt(windows[a]);
            unit[a] = random.nextDouble();
            theta[a] = min + width * unit[a];
            window.add(new Parameter(p.name(), min, min + width, min));
        }
        return new Truth(new ParameterSpace(window), unit, theta);
    }

    /** Sum the log ratios of an experiment at each point. */
    static double[] logLikelihoods(RatioEstimator ratio, EventData data, double[] thetas) {
        int points = ratio.points(thetas);
        double[] logRatios = new double[data.weights().length * points];
        ratio.logRatios(data.events(), thetas, logRatios, 1);
        double[] sums = new double[points];
        for (int i = 0; i < data.weights().length; i++) {
            for (int j = 0; j < points; j++) {
                sums[j] += data.weights()[i] * logRatios[i * points + j];
            }
        }
        for (double sum : sums) {
            // Minus infinity is an answer: the point cannot have made the events.
            if (Double.isNaN(sum) || sum == Double.POSITIVE_INFINITY) {
                throw new BadModel(
                        "the ratio is not a finite number for some events of an experiment",
                        "",
                        "train again; look at the training curve first");
            }
        }
        return sums;
    }

    /** Return the content of the points that are more probable than the first, and a part of its own. */
    private static double contentAbove(double[] logs, double part) {
        double largest = Arrays.stream(logs).max().orElseThrow();
        double total = 0;
        double above = 0;
        for (int j = 0; j < logs.length; j++) {
            double weight = StrictMath.exp(logs[j] - largest);
            total += weight;
            above += j == 0 || logs[j] == logs[0] ? part * weight : logs[j] > logs[0] ? weight : 0;
        }
        return above / total;
    }

    int size() {
        return ranks.length;
    }

    /** Return the number of events of each experiment. */
    int events() {
        return events;
    }

    double[] ranks() {
        return ranks.clone();
    }

    /** Return in how many experiments the region of a content holds the truth. */
    int covered(double content) {
        return (int) Arrays.stream(ranks).filter(rank -> rank <= content).count();
    }
}

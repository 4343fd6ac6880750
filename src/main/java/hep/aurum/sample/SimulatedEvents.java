package hep.aurum.sample;

import hep.aurum.base.Check;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.Simulator;
import java.util.Arrays;
import java.util.List;

/**
 * Hold events that a simulator drew in process at one or several points, together a sample of the mixture of these laws.
 *
 * <p>Event i is drawn at point \(i \bmod J\) of J, from a stream of its own. The sampling law is
 *
 * <p>\[ p_s(x,z) = \frac1J\sum_j p(x,z|\theta_j), \qquad r(x,z|\theta,s) = \frac{p(x,z|\theta)}{p_s(x,z)}, \]
 *
 * <p>so that r is at most J at the points themselves, however rare the event is elsewhere: where the ratio to a single
 * point has no finite variance, the one to a mixture of points spread over the ranges has.
 *
 * <p>Immutable; safe for any number of threads if the simulator is.
 */
public final class SimulatedEvents implements MinedEvents {

    private final Simulator simulator;
    private final double[][] x;
    private final double[][] z;
    private final double[] logMixture;
    private final long firstOrigin;

    private SimulatedEvents(Simulator simulator, double[][] x, double[][] z, double[] logMixture, long firstOrigin) {
        this.simulator = simulator;
        this.x = x;
        this.z = z;
        this.logMixture = logMixture;
        this.firstOrigin = firstOrigin;
    }

    /**
     * Draw events.
     *
     * @param points at least one, each {@code [k]}
     * @param events how many in all
     * @param streams the source of randomness
     */
    public static SimulatedEvents draw(Simulator simulator, List<double[]> points, int events, RandomStreams streams) {
        Check.argument(!points.isEmpty(), "there is no point to draw events at");
        double[][] x = new double[events][simulator.featureNames().size()];
        double[][] z = new double[events][simulator.latentNames().size()];
        double[] logMixture = new double[events];
        double[] terms = new double[points.size()];
        for (int i = 0; i < events; i++) {
            simulator.draw(points.get(i % terms.length), streams.stream(simulator.name(), i), x[i], z[i]);
            for (int j = 0; j < terms.length; j++) {
                terms[j] = simulator.logDensity(x[i], z[i], points.get(j));
            }
            logMixture[i] = logMean(terms);
        }
        return new SimulatedEvents(simulator, x, z, logMixture, 0);
    }

    private static double logMean(double[] terms) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double term : terms) {
            largest = Math.max(largest, term);
        }
        double sum = 0;
        for (double term : terms) {
            sum += StrictMath.exp(term - largest);
        }
        return largest + StrictMath.log(sum / terms.length);
    }

    /** Return the events from one position up to another. */
    public SimulatedEvents part(int from, int to) {
        Check.argument(from >= 0 && from <= to && to <= size(), "events %d to %d of %d", from, to, size());
        return new SimulatedEvents(
                simulator,
                Arrays.copyOfRange(x, from, to),
                Arrays.copyOfRange(z, from, to),
                Arrays.copyOfRange(logMixture, from, to),
                firstOrigin + from);
    }

    @Override
    public ParameterSpace space() {
        return simulator.space();
    }

    @Override
    public List<String> featureNames() {
        return simulator.featureNames();
    }

    @Override
    public int size() {
        return x.length;
    }

    @Override
    public double feature(int event, int index) {
        return x[event][index];
    }

    @Override
    public long origin(int event) {
        return firstOrigin + event;
    }

    /** Return the gold as what an audit looks at; an event stands for θ in proportion to its ratio to the mixture. */
    public JointLabels labels() {
        return new Labels();
    }

    private final class Labels implements JointLabels {

        @Override
        public int size() {
            return x.length;
        }

        @Override
        public int parameters() {
            return space().size();
        }

        @Override
        public double jointRatio(int event, double[] theta0, double[] theta1) {
            double numerator = simulator.logDensity(x[event], z[event], theta0);
            return StrictMath.exp(numerator - simulator.logDensity(x[event], z[event], theta1));
        }

        @Override
        public void jointScore(int event, double[] theta, double[] score) {
            simulator.score(x[event], z[event], theta, score);
        }

        @Override
        public double importance(int event, double[] theta) {
            return StrictMath.exp(simulator.logDensity(x[event], z[event], theta) - logMixture[event]);
        }
    }

    @Override
    public Labeller labeller() {
        return (event, theta, gradient) -> {
            double ratio = StrictMath.exp(simulator.logDensity(x[event], z[event], theta) - logMixture[event]);
            simulator.score(x[event], z[event], theta, gradient);
            for (int a = 0; a < gradient.length; a++) {
                // Where the density vanishes the score may have no value, but r t has.
                gradient[a] = ratio == 0 ? 0 : ratio * gradient[a];
            }
            return ratio;
        };
    }
}

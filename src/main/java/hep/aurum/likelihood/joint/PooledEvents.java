package hep.aurum.likelihood.joint;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.base.NotFound;
import hep.aurum.math.random.Draws;
import hep.aurum.param.MonomialBasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw experiments from simulated events that took no part in training, one pool for each process.
 *
 * <p>An experiment has \(n_p \sim \mathrm{Pois}(\nu_p)\) events of process p, each an event i of its pool with probability
 * \(w_i(\theta)/\sum_j w_j(\theta)\), with replacement; so the pool should be many times larger than an experiment. Weights are
 * polynomials, \(w_i(\theta) = \sum_j c_{ij}\phi_j(\theta)\). Negative weights cannot be drawn: they count as 0 in {@link #draw},
 * which is refused where they make up more than a hundredth, and keep their sign in {@link #asimov}.
 *
 * @param pools in the order of the channel's processes
 */
public record PooledEvents(List<Pool> pools) implements EventGenerator {

    private static final double MOST_NEGATIVE = 0.01;

    /**
     * Hold the events of one process.
     *
     * @param events {@code [n*d]} by rows; not to be changed
     * @param coefficients \(c_{ij}\), {@code [n*m]} by rows; not to be changed
     * @param basis the m monomials
     * @param parameters the names of its parameters in the model
     */
    public record Pool(double[] events, double[] coefficients, MonomialBasis basis, List<String> parameters) {

        /** Check the lengths. */
        public Pool {
            parameters = List.copyOf(parameters);
            Check.length("parameters", parameters.size(), basis.parameters());
            Check.argument(
                    coefficients.length > 0 && coefficients.length % basis.size() == 0,
                    "a pool has %d coefficients, expected those of at least one event with %d",
                    coefficients.length,
                    basis.size());
            int n = coefficients.length / basis.size();
            Check.argument(events.length % n == 0, "%d features cannot be those of %d events", events.length, n);
        }

        /** Return a pool whose weights no parameter changes. */
        public static Pool of(double[] events, double[] weights) {
            return new Pool(events, weights, MonomialBasis.complete(0, 0), List.of());
        }

        /** Return the number of events. */
        public int size() {
            return coefficients.length / basis.size();
        }

        private int features() {
            return events.length / size();
        }

        /**
         * Return the weights at a point, {@code [n]}, of either sign.
         *
         * @param theta values of the model's parameters by name
         * @throws NotFound if one of this pool's is missing
         */
        public double[] weights(Map<String, Double> theta) {
            double[] point = new double[parameters.size()];
            for (int a = 0; a < point.length; a++) {
                point[a] = value(theta, parameters.get(a));
            }
            double[] monomials = new double[basis.size()];
            basis.values(point, monomials);
            double[] weights = new double[size()];
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < monomials.length; j++) {
                    weights[i] += coefficients[i * monomials.length + j] * monomials[j];
                }
            }
            return weights;
        }
    }

    private static double value(Map<String, Double> theta, String name) {
        Double value = theta.get(name);
        if (value == null) {
            throw new NotFound("the model has no parameter \"" + name + "\" for its weights", "", "rename it");
        }
        return value;
    }

    /** Copy the list. */
    public PooledEvents {
        pools = List.copyOf(pools);
    }

    @Override
    public EventData draw(Map<String, Double> theta, double[] rates, UniformRandomProvider random) {
        List<int[]> rows = new ArrayList<>();
        int total = 0;
        for (int p = 0; p < pools.size(); p++) {
            int count = Draws.poisson(random, Math.max(0, rates[p]));
            rows.add(count == 0 ? new int[0] : draw(cumulative(p, theta), count, random));
            total += count;
        }
        int d = pools.get(0).features();
        double[] events = new double[total * d];
        int at = 0;
        for (int p = 0; p < pools.size(); p++) {
            for (int row : rows.get(p)) {
                System.arraycopy(pools.get(p).events(), row * d, events, at, d);
                at += d;
            }
        }
        return EventData.of(events, d);
    }

    private double[] cumulative(int p, Map<String, Double> theta) {
        double[] weights = pools.get(p).weights(theta);
        double sum = 0;
        double negative = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Math.max(0, weights[i]);
            negative += Math.max(0, -weights[i]);
            weights[i] = sum;
        }
        if (!(sum > 0) || negative > MOST_NEGATIVE * sum) {
            throw new BadModel(
                    "the simulated events of process " + p + " have weights of " + sum + " and -" + negative
                            + " in all, from which no experiment can be drawn",
                    "theta = " + theta,
                    "stay closer to the generated points, or use asymptotic tests");
        }
        return weights;
    }

    private static int[] draw(double[] cumulative, int count, UniformRandomProvider random) {
        int[] rows = new int[count];
        double total = cumulative[cumulative.length - 1];
        for (int i = 0; i < count; i++) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble() * total);
            rows[i] = Math.min(cumulative.length - 1, found < 0 ? -found - 1 : found + 1);
        }
        return rows;
    }

    @Override
    public EventData asimov(Map<String, Double> theta, double[] rates) {
        int n = pools.stream().mapToInt(Pool::size).sum();
        int d = pools.get(0).features();
        double[] events = new double[n * d];
        double[] expected = new double[n];
        int at = 0;
        for (int p = 0; p < pools.size(); p++) {
            double[] weights = pools.get(p).weights(theta);
            double sum = Arrays.stream(weights).sum();
            for (int i = 0; i < weights.length; i++) {
                expected[at + i] = weights[i] * rates[p] / sum;
            }
            System.arraycopy(
                    pools.get(p).events(), 0, events, at * d, pools.get(p).events().length);
            at += weights.length;
        }
        return new EventData(events, expected);
    }
}

package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw the events of one pretended experiment: Poisson in number, distributed as the law at θ, each pool event used once.
 *
 * <p>For every process, a pool of N events is put in random order and the first \(K \sim \mathrm{Pois}(\lambda)\), \(\lambda =
 * N - 4\sqrt N\), are considered; event i is kept with probability
 *
 * <p>\[ p_i = \frac{\nu\,w_i(\theta)}{\lambda\,\bar w(\theta)}, \qquad \nu = L\,\sigma(\theta). \]
 *
 * <p>Pool events are independent draws of their law, so this thinned Poisson process is exactly the experiment's, as long as
 * all \(p_i \le 1\); drawing with replacement would count events twice. Where \(p_i > 1\) the event comes \(\lfloor
 * p_i\rfloor\) times or once more, and {@link #reuseFraction()} says how large a share of the data are repetitions. (In one
 * experiment of thirty thousand K exceeds N and is cut to it.)
 *
 * <p>Data cannot have negative weights. Events with a negative weight are left out and the others scaled to the rate ν, which
 * distorts shapes by about {@link #negativeFraction()}; {@link #warnings()} says so.
 */
public final class PseudoData {

    /** The least pool, so that λ is a good part of it. */
    private static final int LEAST_POOL = 25;

    private final EventSample pool;
    private final int[] rows;
    private final double expected;
    private final double reuseFraction;
    private final double negativeFraction;

    private PseudoData(EventSample pool, int[] rows, double expected, double reuse, double negative) {
        this.pool = pool;
        this.rows = rows;
        this.expected = expected;
        this.reuseFraction = reuse;
        this.negativeFraction = negative;
    }

    /**
     * Draw an experiment whose rate is that of the pool itself.
     *
     * @see #draw(EventSample, EventSample, double, ParameterPoint, RandomStreams, long)
     */
    public static PseudoData draw(
            EventSample pool, double luminosity, ParameterPoint theta, RandomStreams streams, long experiment) {
        return draw(pool, pool, luminosity, theta, streams, experiment);
    }

    /**
     * Draw an experiment.
     *
     * @param pool events that took no part in training, from {@link Split}
     * @param rates the sample whose cross-sections give the expected numbers: the whole, of which the pool is a part
     * @param luminosity integrated luminosity in inverse femtobarns
     * @param theta the point
     * @param streams the random streams of the study
     * @param experiment which one of several
     * @throws BadInput if the pool of a process with a rate has fewer than 25 events
     */
    public static PseudoData draw(
            EventSample pool,
            EventSample rates,
            double luminosity,
            ParameterPoint theta,
            RandomStreams streams,
            long experiment) {
        Check.argument(luminosity > 0, "the luminosity is %s fb^-1, expected a positive one", luminosity);
        Check.argument(pool.processes().equals(rates.processes()), "pool and rates have different processes");
        Draw draw = new Draw(pool, theta);
        for (int process = 0; process < pool.processes().size(); process++) {
            double nu =
                    1000 * luminosity * CrossSection.ofProcess(rates, process).value(theta);
            if (nu < 0) {
                throw new BadInput(
                        "process " + pool.processes().get(process) + " has a negative rate at theta = " + theta,
                        "",
                        "");
            }
            if (nu > 0) {
                draw.add(
                        process,
                        nu,
                        streams.stream("pseudo-data " + pool.processes().get(process), experiment));
            }
        }
        return draw.finish();
    }

    /** Return the number n of observed events. */
    public int size() {
        return rows.length;
    }

    /** Return the pool's rows that were drawn, by process and then in random order. */
    public int[] rows() {
        return rows.clone();
    }

    /** Return one feature of one observed event. */
    public double feature(int event, int index) {
        return pool.feature(rows[event], index);
    }

    /** Return the process that an observed event truly came from. */
    public int process(int event) {
        return pool.process(rows[event]);
    }

    /** Return the expected number of events. */
    public double expected() {
        return expected;
    }

    /** Return the share of the observed events that repeat another. */
    public double reuseFraction() {
        return reuseFraction;
    }

    /** Return \(\sum_{w<0}|w|/\sum|w|\) of the pool at θ, weighted by the rates of the processes. */
    public double negativeFraction() {
        return negativeFraction;
    }

    /** Return what limits the use of these data, in whole sentences. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (reuseFraction > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%.2f %% of the pseudo-data repeat an event; a larger pool would avoid it",
                    100 * reuseFraction));
        }
        if (negativeFraction > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%.2f %% of the weight is negative and cannot be drawn; shapes are distorted by about as much",
                    100 * negativeFraction));
        }
        return warnings;
    }

    /** The draw while it grows, process by process. */
    private static final class Draw {

        private final EventSample pool;
        private final double[] weights;
        private int[] rows = new int[1024];
        private int size;
        private int repeated;
        private double expected;
        private double negative;

        Draw(EventSample pool, ParameterPoint theta) {
            this.pool = pool;
            double[] monomials = pool.basis().values(theta);
            weights = new double[pool.size()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = pool.weight(i, monomials);
            }
        }

        void add(int process, double nu, UniformRandomProvider random) {
            int[] members = members(process);
            int n = members.length;
            if (n < LEAST_POOL) {
                throw new BadInput(
                        "only " + n + " events of process " + pool.processes().get(process)
                                + " are there to draw pseudo-data from, at least " + LEAST_POOL + " are needed",
                        "",
                        "give pseudo-data a larger fraction, or generate more events");
            }
            double positiveSum = 0;
            double negativeSum = 0;
            for (int row : members) {
                positiveSum += Math.max(0, weights[row]);
                negativeSum += Math.max(0, -weights[row]);
            }
            double lambda = n - 4 * Math.sqrt(n);
            // p_i = factor * w_i, with the mean taken over the whole pool.
            double factor = nu * n / (lambda * positiveSum);
            int considered = Math.min(n, Draws.poisson(random, lambda));
            for (int k = 0; k < considered; k++) {
                int other = k + random.nextInt(n - k);
                int row = members[other];
                members[other] = members[k];
                members[k] = row;
                keep(row, copies(factor * Math.max(0, weights[row]), random));
            }
            expected += nu;
            negative += nu * negativeSum / (positiveSum + negativeSum);
        }

        private static int copies(double probability, UniformRandomProvider random) {
            int whole = (int) probability;
            return whole + (Draws.open(random) < probability - whole ? 1 : 0);
        }

        private void keep(int row, int copies) {
            for (int c = 0; c < copies; c++) {
                if (size == rows.length) {
                    rows = Arrays.copyOf(rows, 2 * size);
                }
                rows[size++] = row;
            }
            repeated += Math.max(0, copies - 1);
        }

        private int[] members(int process) {
            int[] members = new int[pool.size()];
            int n = 0;
            for (int i = 0; i < pool.size(); i++) {
                if (pool.process(i) == process) {
                    members[n++] = i;
                }
            }
            return Arrays.copyOf(members, n);
        }

        PseudoData finish() {
            double reuse = size == 0 ? 0 : (double) repeated / size;
            return new PseudoData(
                    pool, Arrays.copyOf(rows, size), expected, reuse, expected == 0 ? 0 : negative / expected);
        }
    }
}

package hep.aurum.workflow;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.PooledEvents.Pool;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.trust.Laws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Take the laws of a channel of events from its pools of simulated events, mixed by the rates of their processes.
 *
 * <p>Each event first chooses its process, then the next event of a shuffled pool: none is used twice in a sample. Where a pool
 * ends, the sample does. The reference law has pools of its own, so that it shares no event with a law that it is compared with.
 *
 * @param law the channel
 * @param pools by process
 * @param references by process, events for the reference law alone
 * @param referenceRates shares of the processes in the reference law
 * @param referencePoint values of θ at which events of the reference law have their weights
 */
record PooledMixture(
        ChannelLaw law, List<Pool> pools, List<Pool> references, double[] referenceRates, double[] referencePoint)
        implements Laws {

    /** Share of negative rates up to which experiments are drawn without them. */
    private static final double MOST_NEGATIVE = 0.01;

    @Override
    public EventData reference(int count, RandomStreams streams) {
        return weighted(references, referenceRates, law.values(referencePoint), count, streams.part("reference"));
    }

    @Override
    public EventData at(double[] theta, int count, RandomStreams streams) {
        return weighted(pools, law.rates(theta), law.values(theta), count, streams.part("events"));
    }

    private EventData weighted(
            List<Pool> from, double[] rates, Map<String, Double> theta, int count, RandomStreams streams) {
        List<PoolDeck> decks = decks(from, streams);
        double[] shares = shares(rates);
        for (int p = 0; p < shares.length; p++) {
            if (shares[p] > 0) {
                decks.get(p).weigh(theta);
            }
        }
        UniformRandomProvider random = streams.stream("processes", 0);
        int d = law.channel().features().size();
        double[] events = new double[count * d];
        double[] weights = new double[count];
        int taken = 0;
        for (; taken < count; taken++) {
            int p = pick(shares, random);
            PoolDeck deck = decks.get(p);
            if (deck.isEmpty()) {
                break;
            }
            weights[taken] = Math.signum(rates[p]) * deck.take(events, taken);
        }
        return counting(Arrays.copyOf(events, taken * d), Arrays.copyOf(weights, taken));
    }

    /** Weighted events stand for \((\sum w)^2/\sum w^2\) events. */
    private static EventData counting(double[] events, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(w -> w * w).sum();
        double scale = squares > 0 ? sum / squares : 0;
        return new EventData(events, Arrays.stream(weights).map(w -> w * scale).toArray());
    }

    @Override
    public List<EventData> experiments(List<double[]> thetas, int count, RandomStreams streams) {
        List<PoolDeck> decks = decks(pools, streams);
        List<EventData> drawn = new ArrayList<>();
        for (int i = 0; i < thetas.size(); i++) {
            double[] events = new double[count * law.channel().features().size()];
            if (!isDrawn(decks, thetas.get(i), events, count, streams.stream("experiment", i))) {
                break;
            }
            drawn.add(EventData.of(events, law.channel().features().size()));
        }
        return drawn;
    }

    private boolean isDrawn(
            List<PoolDeck> decks, double[] theta, double[] events, int count, UniformRandomProvider random) {
        double[] rates = law.rates(theta);
        double[] shares = shares(positive(rates));
        if (!isPositive(rates)) {
            return false;
        }
        Map<String, Double> values = law.values(theta);
        for (int p = 0; p < rates.length; p++) {
            if (shares[p] > 0) {
                decks.get(p).weigh(values);
                if (decks.get(p).drawable() == 0) {
                    return false;
                }
            }
        }
        for (int row = 0; row < count; row++) {
            if (!decks.get(pick(shares, random)).accept(events, row, random)) {
                return false;
            }
        }
        return true;
    }

    /** Return how many events of this law the pools could give, each once; 0 where it cannot be drawn. */
    double drawable(double[] theta) {
        double[] rates = law.rates(theta);
        if (!isPositive(rates)) {
            return 0;
        }
        double[] shares = shares(positive(rates));
        Map<String, Double> values = law.values(theta);
        double fewest = Double.POSITIVE_INFINITY;
        for (int p = 0; p < shares.length; p++) {
            if (shares[p] > 0) {
                PoolDeck deck = new PoolDeck(pools.get(p), RandomStreams.of(1).stream("order", p));
                deck.weigh(values);
                fewest = Math.min(fewest, deck.drawable() / shares[p]);
            }
        }
        return fewest;
    }

    private static boolean isPositive(double[] rates) {
        double total = Arrays.stream(positive(rates)).sum();
        double negative = total - Arrays.stream(rates).sum();
        return total > 0 && negative <= MOST_NEGATIVE * total;
    }

    private static double[] positive(double[] rates) {
        return Arrays.stream(rates).map(rate -> Math.max(0, rate)).toArray();
    }

    private static double[] shares(double[] rates) {
        double total = Arrays.stream(rates).map(Math::abs).sum();
        return Arrays.stream(rates).map(rate -> Math.abs(rate) / total).toArray();
    }

    private static int pick(double[] shares, UniformRandomProvider random) {
        double left = random.nextDouble();
        int last = 0;
        for (int p = 0; p < shares.length; p++) {
            if (shares[p] > 0) {
                last = p;
                if (left < shares[p]) {
                    return p;
                }
                left -= shares[p];
            }
        }
        return last;
    }

    private static List<PoolDeck> decks(List<Pool> pools, RandomStreams streams) {
        List<PoolDeck> decks = new ArrayList<>();
        for (int p = 0; p < pools.size(); p++) {
            decks.add(new PoolDeck(pools.get(p), streams.stream("order", p)));
        }
        return decks;
    }
}

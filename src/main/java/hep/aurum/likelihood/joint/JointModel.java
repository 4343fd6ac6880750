package hep.aurum.likelihood.joint;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.base.NotFound;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.NuisanceConstraint;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.RateTerm;
import hep.aurum.math.optim.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.random.HaltonSequenceGenerator;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Put channels of events and binned channels into one likelihood with shared parameters:
 *
 * <p>\[ L(\theta,\alpha) = \prod_{c\ \mathrm{events}}\Bigl[\mathrm{Pois}(n_c|\nu_c)\prod_i
 * \sum_p\frac{\nu_{cp}}{\nu_c}p_{cp}(x_i|\theta,\alpha)\Bigr] \prod_{c\ \mathrm{binned}}\prod_b
 * \mathrm{Pois}(n_{cb}|\lambda_{cb}) \prod_j c_j(a_j|\alpha_j) \]
 *
 * <p>up to a constant of the data. The {@link BinnedModel} holds all rates and constraints: a binned channel as ever, and for each
 * channel of events the rates of its processes as the bins of a channel of the same name. So every constraint is in the
 * likelihood once, whatever shares its nuisance, and a parameter of interest or a nuisance may move rates, templates and
 * densities at the same time. Parameters that move densities alone are added behind those of the binned model.
 *
 * <p>Toys and Asimov data of events come from the {@link EventGenerator} of the channel. Immutable.
 */
public final class JointModel implements StatisticalModel {

    /** A half, a quarter and three quarters of an interval. */
    private static final int STARTS_PER_PARAMETER = 3;

    private static final int MAX_STARTS = 12;

    private final BinnedModel rates;
    private final List<EventChannel> channels;
    private final List<EventGenerator> generators;
    private final List<EventData> data;
    private final List<ModelParameter> extra;
    private final Optional<String> poi;
    private final List<ModelParameter> parameters;

    private JointModel(
            BinnedModel rates,
            List<EventChannel> channels,
            List<EventGenerator> generators,
            List<EventData> data,
            List<ModelParameter> extra,
            Optional<String> poi) {
        this.rates = rates.withCounts(withoutEvents(rates, channels));
        this.channels = List.copyOf(channels);
        this.generators = List.copyOf(generators);
        this.data = List.copyOf(data);
        this.extra = List.copyOf(extra);
        this.poi = poi;
        List<ModelParameter> all = new ArrayList<>(rates.parameters());
        all.addAll(extra);
        this.parameters = List.copyOf(all);
    }

    /**
     * Begin with a binned model that has the rates of the channels of events.
     *
     * @param rates binned channels and rates; the counts of channels of events are ignored
     * @param extra parameters that only densities know
     */
    public static JointModel of(BinnedModel rates, List<ModelParameter> extra) {
        return new JointModel(rates, List.of(), List.of(), List.of(), extra, rates.poi());
    }

    /**
     * Add a channel of events.
     *
     * @throws NotFound if the binned model has no channel of its name, or no parameter of a density's name
     */
    public JointModel with(EventChannel channel, EventData events, EventGenerator generator) {
        int first = rates.firstBin(channel.name());
        int d = channel.features().size();
        Check.length("features of " + channel.name(), events.events().length, events.weights().length * d);
        Check.argument(
                rates.bins(channel.name()) == channel.processes().size(),
                "channel %s has rates for %d processes, but %d densities",
                channel.name(),
                rates.bins(channel.name()),
                channel.processes().size());
        Check.argument(first >= 0, "channel %s has no bins", channel.name());
        channel.processes().forEach(p -> p.shape().parameters().forEach(this::indexOf));
        if (channels.stream().anyMatch(c -> c.name().equals(channel.name()))) {
            throw new BadModel("two channels of events are called " + channel.name(), "", "rename one of them");
        }
        return new JointModel(
                rates, plus(channels, channel), plus(generators, generator), plus(data, events), extra, poi);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> more = new ArrayList<>(list);
        more.add(item);
        return more;
    }

    private static double[] withoutEvents(BinnedModel rates, List<EventChannel> channels) {
        double[] counts = rates.counts();
        for (EventChannel channel : channels) {
            int first = rates.firstBin(channel.name());
            Arrays.fill(counts, first, first + channel.processes().size(), 0);
        }
        return counts;
    }

    /** Return the binned model with the rates. */
    public BinnedModel rates() {
        return rates;
    }

    /** Return the channels of events. */
    public List<EventChannel> channels() {
        return channels;
    }

    /** Return the events of a channel, by position. */
    public EventData data(int channel) {
        return data.get(channel);
    }

    /** Return the expected events of each process of a channel of events, by position. */
    public double[] rates(int channel, double[] theta) {
        double[] all = rates.rates(Arrays.copyOf(theta, rates.parameters().size()));
        int first = rates.firstBin(channels.get(channel).name());
        return Arrays.copyOfRange(
                all, first, first + channels.get(channel).processes().size());
    }

    @Override
    public List<ModelParameter> parameters() {
        return parameters;
    }

    @Override
    public Optional<String> poi() {
        return poi;
    }

    /**
     * Return this model with another parameter of interest, which may be one that densities alone know.
     *
     * @throws NotFound if there is no such parameter
     */
    public JointModel withPoi(String name) {
        indexOf(name);
        return new JointModel(rates, channels, generators, data, extra, Optional.of(name));
    }

    @Override
    public Objective twiceNll() {
        List<RateTerm> terms = new ArrayList<>();
        for (int c = 0; c < channels.size(); c++) {
            terms.add(term(c));
        }
        return rates.twiceNll(terms, extra.size());
    }

    private EventTerm term(int c) {
        EventChannel channel = channels.get(c);
        List<String> names = channel.processes().stream()
                .flatMap(p -> p.shape().parameters().stream())
                .distinct()
                .toList();
        int first = rates.firstBin(channel.name());
        int count = channel.processes().size();
        int[] bins = new int[count];
        int[][] positions = new int[count][];
        List<EventShape> shapes = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            ShapeRatio shape = channel.processes().get(p).shape();
            bins[p] = first + p;
            positions[p] = shape.parameters().stream().mapToInt(names::indexOf).toArray();
            shapes.add(shape.at(data.get(c).events()));
        }
        int[] variables = names.stream().mapToInt(this::indexOf).toArray();
        return new EventTerm(bins, variables, shapes, positions, data.get(c).weights());
    }

    @Override
    public JointModel asimov(double[] theta) {
        Map<String, Double> point = named(theta);
        return withData(
                rates.asimov(Arrays.copyOf(theta, rates.parameters().size())),
                c -> generators.get(c).asimov(point, rates(c, theta)));
    }

    @Override
    public JointModel toy(double[] theta, UniformRandomProvider random) {
        return drawn(rates.toy(Arrays.copyOf(theta, rates.parameters().size()), random), theta, random);
    }

    @Override
    public JointModel conditionalToy(double[] theta, UniformRandomProvider random) {
        return drawn(
                rates.conditionalToy(Arrays.copyOf(theta, rates.parameters().size()), random), theta, random);
    }

    private JointModel drawn(BinnedModel drawn, double[] theta, UniformRandomProvider random) {
        Map<String, Double> point = named(theta);
        return withData(drawn, c -> generators.get(c).draw(point, rates(c, theta), random));
    }

    private JointModel withData(BinnedModel newRates, java.util.function.IntFunction<EventData> events) {
        List<EventData> newData = new ArrayList<>();
        for (int c = 0; c < channels.size(); c++) {
            newData.add(events.apply(c));
        }
        return new JointModel(newRates, channels, generators, newData, extra, poi);
    }

    private Map<String, Double> named(double[] theta) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < theta.length; i++) {
            named.put(parameters.get(i).name(), theta[i]);
        }
        return named;
    }

    @Override
    public double[] expectedCounts(double[] theta) {
        return rates.expectedCounts(Arrays.copyOf(theta, rates.parameters().size()));
    }

    @Override
    public List<String> warnings(double[] theta) {
        return rates.warnings(Arrays.copyOf(theta, rates.parameters().size()));
    }

    @Override
    public List<Integer> foldedParameters() {
        return rates.foldedParameters();
    }

    /**
     * Return points that agree with the given one but for the parameters of densities without a constraint, which are spread over
     * their intervals: a mass or a coupling that moves a density may have a minimum at each excess, or on either side of zero.
     */
    @Override
    public List<double[]> otherStarts(double[] around) {
        Map<Integer, NuisanceConstraint> known = constraints();
        int[] moving = channels.stream()
                .flatMap(c -> c.processes().stream())
                .flatMap(p -> p.shape().parameters().stream())
                .distinct()
                .mapToInt(this::indexOf)
                .filter(i -> !known.containsKey(i) && isSpread(parameters.get(i)))
                .toArray();
        List<double[]> starts = new ArrayList<>();
        if (moving.length == 0) {
            return starts;
        }
        HaltonSequenceGenerator spread = new HaltonSequenceGenerator(moving.length);
        spread.skipTo(1);
        for (int s = 0; s < Math.min(MAX_STARTS, STARTS_PER_PARAMETER * moving.length); s++) {
            double[] fractions = spread.nextVector();
            double[] start = around.clone();
            for (int i = 0; i < moving.length; i++) {
                ModelParameter p = parameters.get(moving[i]);
                start[moving[i]] = p.lower() + fractions[i] * (p.upper() - p.lower());
            }
            starts.add(start);
        }
        return starts;
    }

    private static boolean isSpread(ModelParameter p) {
        return !p.isFixed() && Double.isFinite(p.upper() - p.lower());
    }

    @Override
    public Map<Integer, NuisanceConstraint> constraints() {
        return rates.constraints();
    }
}

package hep.aurum.likelihood.joint;

import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * A channel of templates that can also be seen as a channel of events whose one feature is the number of the bin: the same
 * likelihood twice, exactly.
 */
final class DiscreteChannel {

    private static final List<String> FEATURES = List.of("bin");

    private final Channel templates;
    private final double[] counts;
    private final int bins;

    DiscreteChannel(Channel templates, double... counts) {
        this.templates = templates;
        this.counts = counts;
        this.bins = counts.length;
    }

    Channel templates() {
        return templates;
    }

    Observation observation() {
        return new Observation(templates.name(), Arrays.stream(counts).boxed().toList());
    }

    /** The rates of the processes as the bins of a channel. */
    Channel rates() {
        List<Sample> samples = new ArrayList<>();
        int size = templates.samples().size();
        for (int p = 0; p < size; p++) {
            Sample sample = templates.samples().get(p);
            int at = p;
            List<Modifier> modifiers = sample.modifiers().stream()
                    .map(m -> m instanceof Modifier.HistoSys h
                            ? new Modifier.HistoSys(
                                    h.name(), only(at, size, sum(h.loData())), only(at, size, sum(h.hiData())))
                            : m)
                    .toList();
            samples.add(new Sample(sample.name(), only(p, size, sum(sample.data())), modifiers));
        }
        return new Channel(templates.name(), samples);
    }

    Observation noEvents() {
        return new Observation(
                templates.name(), templates.samples().stream().map(s -> 0.0).toList());
    }

    private static List<Double> only(int at, int size, double value) {
        Double[] values = new Double[size];
        Arrays.fill(values, 0.0);
        values[at] = value;
        return List.of(values);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The densities relative to the uniform law over the bins. */
    EventChannel events() {
        return new EventChannel(
                templates.name(),
                templates.samples().stream()
                        .map(s -> new EventChannel.Process(s.name(), shape(s)))
                        .toList());
    }

    private ShapeRatio shape(Sample sample) {
        List<VariedShape.Variation> variations = new ArrayList<>();
        double nominal = sum(sample.data());
        for (Modifier modifier : sample.modifiers()) {
            if (modifier instanceof Modifier.HistoSys h) {
                variations.add(new VariedShape.Variation(
                        h.name(),
                        density(h.loData()),
                        density(sample.data()),
                        density(h.hiData()),
                        sum(h.loData()) / nominal,
                        sum(h.hiData()) / nominal));
            }
        }
        ShapeRatio centre = density(sample.data());
        return variations.isEmpty() ? centre : new VariedShape(centre, variations);
    }

    private ShapeRatio density(List<Double> contents) {
        double total = sum(contents);
        return new FixedShape(FEATURES, x -> StrictMath.log(contents.get((int) x[0]) / total * bins));
    }

    /** The observed events, one by one. */
    EventData data() {
        return EventData.of(repeated(counts), 1);
    }

    private static double[] repeated(double[] counts) {
        List<Double> events = new ArrayList<>();
        for (int b = 0; b < counts.length; b++) {
            for (int i = 0; i < counts[b]; i++) {
                events.add((double) b);
            }
        }
        return events.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Draws from the templates where no nuisance moves their densities; Asimov data at any point. */
    EventGenerator generator() {
        return new EventGenerator() {
            @Override
            public EventData draw(Map<String, Double> theta, double[] rates, UniformRandomProvider random) {
                double[] drawn = expected(theta, rates);
                for (int b = 0; b < bins; b++) {
                    drawn[b] = PoissonSampler.of(random, drawn[b]).sample();
                }
                return EventData.of(repeated(drawn), 1);
            }

            @Override
            public EventData asimov(Map<String, Double> theta, double[] rates) {
                double[] events = new double[bins];
                Arrays.setAll(events, b -> b);
                return new EventData(events, expected(theta, rates));
            }
        };
    }

    private double[] expected(Map<String, Double> theta, double[] rates) {
        double[] places = new double[bins];
        Arrays.setAll(places, b -> b);
        double[] expected = new double[bins];
        for (int p = 0; p < rates.length; p++) {
            ShapeRatio shape = events().processes().get(p).shape();
            double[] ratio = new double[bins];
            double[] own = shape.parameters().stream()
                    .mapToDouble(name -> theta.getOrDefault(name, Double.NaN))
                    .toArray();
            shape.at(places).evaluate(own, ratio, null, null);
            double rate = rates[p];
            Arrays.setAll(expected, b -> expected[b] + rate * ratio[b] / bins);
        }
        return expected;
    }
}

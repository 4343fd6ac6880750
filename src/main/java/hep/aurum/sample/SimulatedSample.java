package hep.aurum.sample;

import hep.aurum.base.Check;
import hep.aurum.event.Event;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Benchmark;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterPoint;
import hep.aurum.simulator.PolynomialProcess;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Draw events of a process in memory, as an {@link EventSample} or one by one as a generator would write them.
 *
 * <p>Event i has a random stream of its own, so both roads give the same events, in any order and number of pieces.
 *
 * @param process the generator
 * @param generatedAt the point at which it draws
 * @param size the number of events
 * @param number position among the samples of the study
 * @param streams the random streams of the study
 */
public record SimulatedSample(
        PolynomialProcess process, ParameterPoint generatedAt, int size, int number, RandomStreams streams) {

    /** Check the numbers. */
    public SimulatedSample {
        Check.argument(size > 0, "the size of a simulated sample is %d, expected a positive number", size);
        Check.argument(number >= 0 && number < 1 << 20, "sample number %d, expected 0 to 2^20", number);
        Check.length("the generation point", generatedAt.size(), process.space().size());
    }

    /**
     * Draw the sample in memory.
     *
     * @param basis the monomials of the study, among them all of this process
     */
    public EventSample inMemory(MonomialBasis basis) {
        int d = process.featureNames().size();
        int m = basis.size();
        int[] positions = process.basis().positionsIn(basis);
        double[] theta = generatedAt.toArray();
        double[] features = new double[size * d];
        double[] coefficients = new double[size * m];
        long[] origins = new long[size];
        double[] x = new double[d];
        double[] z = new double[process.latents()];
        double[] c = new double[positions.length];
        for (int i = 0; i < size; i++) {
            draw(i, theta, x, z);
            process.coefficients(z, theta, c);
            System.arraycopy(x, 0, features, i * d, d);
            for (int j = 0; j < c.length; j++) {
                coefficients[i * m + positions[j]] = c[j] / size;
            }
            origins[i] = SampleBuilder.origin(number, i + 1L);
        }
        return new EventSample(
                process.space(),
                process.featureNames(),
                List.of(process.name()),
                basis,
                features,
                coefficients,
                new int[size],
                origins);
    }

    /** Draw the sample in memory with the monomials of its process alone. */
    public EventSample inMemory() {
        return inMemory(process.basis());
    }

    /**
     * Draw the events as particles with weights at benchmarks, in order, one at a time. The mean of the weights is the
     * cross-section in pb.
     *
     * @param benchmarks where to give weights, in this order
     */
    public Iterator<Event> events(List<Benchmark> benchmarks) {
        return stream(benchmarks).iterator();
    }

    private Stream<Event> stream(List<Benchmark> benchmarks) {
        return LongStream.rangeClosed(1, size).mapToObj(n -> event(n, benchmarks));
    }

    private Event event(long n, List<Benchmark> benchmarks) {
        double[] theta = generatedAt.toArray();
        double[] x = new double[process.featureNames().size()];
        double[] z = new double[process.latents()];
        double[] c = new double[process.basis().size()];
        draw(n - 1, theta, x, z);
        process.coefficients(z, theta, c);
        double[] weights = new double[benchmarks.size()];
        for (int b = 0; b < weights.length; b++) {
            weights[b] = weight(c, benchmarks.get(b).point().toArray());
        }
        return process.event(n, weight(c, theta), weights, x, z);
    }

    private double weight(double[] c, double[] theta) {
        double sum = 0;
        for (int j = 0; j < c.length; j++) {
            sum += c[j] * process.basis().value(j, theta);
        }
        return sum;
    }

    private void draw(long index, double[] theta, double[] x, double[] z) {
        process.draw(theta, streams.part(process.name()).stream("simulate " + number, index), x, z);
    }
}

package hep.aurum.sample;

import hep.aurum.base.Check;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.param.Benchmark;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Morphing;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.param.ProcessWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Describe the events of a process that was generated at several points, without weights that would tell how an event depends on
 * them. What is known of an event is the point it comes from: a hard label.
 *
 * <p>Examples with y = 0 are the events at their own points; those with y = 1 are all events together, each counted once, the
 * law \(s = \sum_j \frac{n_j}{n}p(x|\theta_j)\), at points drawn from the events' independently of x. The classifier that tells them
 * apart gives \(p(x|\theta)/s(x)\) at the points, and between them what a smooth network makes of it.
 *
 * <p>The cross-section is a polynomial of a declared degree through those of the points, in the sense of least squares; degree 0
 * is their mean and leaves the shape alone. It is written into the weights of the events, \(w_i(\theta) = w_i\,L_{j(i)}(\theta)\) with
 * the polynomials \(L_j\) that are fitted to 1 at point j and to 0 at the others. Their sum is the cross-section; a single
 * event's weight has no meaning elsewhere, so a sample at a point comes from {@link #at} alone. Immutable.
 *
 * @see <a href="https://arxiv.org/abs/1506.02169">Cranmer, Pavez, Louppe: Approximating likelihood ratios with calibrated
 *     discriminative classifiers</a>
 */
public final class PointGrid {

    private final String process;
    private final ParameterSpace space;
    private final List<ParameterPoint> points;
    private final int[] pointOfSample;
    private final long firstSample;
    private final int[] parameters;
    private final int[] strengths;
    private final ProcessWeights weights;

    private PointGrid(
            String process,
            ParameterSpace space,
            List<ParameterPoint> points,
            int[] pointOfSample,
            long firstSample,
            int[] parameters,
            int[] strengths,
            ProcessWeights weights) {
        this.process = process;
        this.space = space;
        this.points = points;
        this.pointOfSample = pointOfSample;
        this.firstSample = firstSample;
        this.parameters = parameters;
        this.strengths = strengths;
        this.weights = weights;
    }

    /**
     * Describe the samples of a process.
     *
     * @param process its name
     * @param space all parameters
     * @param generatedAt the point of each sample, at least two different ones; strengths are not looked at
     * @param firstSample number of the first of them, as {@link SampleBuilder} takes it; the others follow
     * @param degree highest power of the cross-section in the parameters that differ
     * @param strengths {@code [k]} powers of parameters that multiply the cross-section
     * @throws hep.aurum.base.BadModel if the points do not determine the polynomial
     */
    public static PointGrid of(
            String process,
            ParameterSpace space,
            List<ParameterPoint> generatedAt,
            long firstSample,
            int degree,
            int... strengths) {
        List<ParameterPoint> shapes =
                generatedAt.stream().map(p -> shapePoint(p, space, strengths)).toList();
        List<ParameterPoint> points = shapes.stream().distinct().toList();
        int[] parameters = IntStream.range(0, space.size())
                .filter(a ->
                        points.stream().anyMatch(p -> p.get(a) != points.get(0).get(a)))
                .toArray();
        Check.argument(parameters.length > 0, "all samples of %s were generated at one point", process);
        int[] powers = new int[space.size()];
        Arrays.stream(parameters).forEach(a -> powers[a] = degree);
        List<Benchmark> benchmarks = IntStream.range(0, points.size())
                .mapToObj(j -> new Benchmark("point" + (j + 1), points.get(j)))
                .toList();
        Morphing morphing = Morphing.of(space, MonomialBasis.complete(powers, degree), benchmarks);
        return new PointGrid(
                process,
                space,
                points,
                shapes.stream().mapToInt(points::indexOf).toArray(),
                firstSample,
                parameters,
                strengths.clone(),
                ProcessWeights.morphed(morphing, strengths));
    }

    private static ParameterPoint shapePoint(ParameterPoint point, ParameterSpace space, int... strengths) {
        double[] theta = point.toArray();
        for (int a = 0; a < theta.length; a++) {
            theta[a] = strengths[a] > 0 ? space.standard().get(a) : theta[a];
        }
        return ParameterPoint.of(theta);
    }

    /** Return the name of the process. */
    public String process() {
        return process;
    }

    /** Return the different points, strengths at their standard values. */
    public List<ParameterPoint> points() {
        return points;
    }

    /** Return the positions of the parameters in which they differ. */
    public int[] parameters() {
        return parameters.clone();
    }

    /** Return how weights are made of the vector with an event's weight at the position of its point and 0 elsewhere. */
    public ProcessWeights weights() {
        return weights;
    }

    /** Return the position of the point of a sample. */
    public int pointOfSample(long sampleNumber) {
        return pointOfSample[(int) (sampleNumber - firstSample)];
    }

    /** Return the position of a point, if samples were generated there; strengths are not looked at. */
    public OptionalInt find(ParameterPoint theta) {
        int index = points.indexOf(shapePoint(theta, space, strengths));
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private int pointOf(EventSample events, int row) {
        return pointOfSample(SampleBuilder.sampleNumber(events.origin(row)));
    }

    /**
     * Return events whose weights are those at one of the points: of this process, what was generated there, with its own weight
     * times the strengths; all others unchanged.
     *
     * @throws IllegalArgumentException if nothing was generated there
     */
    public EventSample at(EventSample events, ParameterPoint theta) {
        OptionalInt point = find(theta);
        Check.argument(point.isPresent(), "no sample of %s was generated at %s", process, theta);
        int[] positions = weights.basis().positionsIn(events.basis());
        int constant = MonomialBasis.of(space.size(), new int[][] {strengths}).positionsIn(events.basis())[0];
        double[] unit = unit(point.getAsInt());
        int m = events.basis().size();
        int p = events.processes().indexOf(process);
        double[] coefficients = new double[events.size() * m];
        for (int i = 0; i < events.size(); i++) {
            if (events.process(i) != p) {
                for (int j = 0; j < m; j++) {
                    coefficients[i * m + j] = events.coefficient(i, j);
                }
            } else if (pointOf(events, i) == point.getAsInt()) {
                coefficients[i * m + constant] = weight(events, i, positions, unit);
            }
        }
        return events.reweighted(events.space(), events.basis(), coefficients);
    }

    /** The coefficients of an event of weight 1 at a point. */
    private double[] unit(int point) {
        double[] ones = new double[points.size()];
        ones[point] = 1;
        double[] unit = new double[weights.basis().size()];
        weights.coefficients(1, ones, unit);
        return unit;
    }

    /** The weight at the event's own point: its coefficients are this number times those of weight 1. */
    private static double weight(EventSample events, int row, int[] positions, double[] unit) {
        double product = 0;
        double square = 0;
        for (int j = 0; j < unit.length; j++) {
            product += events.coefficient(row, positions[j]) * unit[j];
            square += unit[j] * unit[j];
        }
        return product / square;
    }

    /**
     * Return the events of this process as labelled examples with y alone, each event once on either side, over the parameters in
     * which the points differ.
     *
     * @param events may hold other processes, which are left out
     * @param random the source of the points of the denominator's events
     */
    public LabelledSample labelled(EventSample events, UniformRandomProvider random) {
        int[] rows = events.rowsOf(events.processes().indexOf(process));
        int n = rows.length;
        int d = events.dimension();
        int k = parameters.length;
        double[] x = new double[2 * n * d];
        double[] theta0 = new double[2 * n * k];
        double[] y = new double[2 * n];
        double[] weight = new double[2 * n];
        long[] origins = new long[2 * n];
        double[] own = ownWeights(events, rows);
        int[] shuffled = shuffled(n, random);
        double[] features = new double[d];
        for (int i = 0; i < n; i++) {
            events.features(rows[i], features);
            // Event i is row i as a numerator and row n + i as a denominator, where it meets the point of another one.
            System.arraycopy(features, 0, x, i * d, d);
            System.arraycopy(features, 0, x, (n + i) * d, d);
            copyPoint(pointOf(events, rows[i]), theta0, i * k);
            copyPoint(pointOf(events, rows[shuffled[i]]), theta0, (n + i) * k);
            y[n + i] = 1;
            weight[i] = own[i];
            weight[n + i] = 1;
            origins[i] = events.origin(rows[i]);
            origins[n + i] = origins[i];
        }
        List<Parameter> shaping = new ArrayList<>();
        Arrays.stream(parameters).forEach(a -> shaping.add(space.get(a)));
        return LabelledSample.of(
                        new ParameterSpace(shaping),
                        events.featureNames(),
                        ArrayTable.of(x, d),
                        ArrayTable.of(theta0, k),
                        ArrayTable.of(y, 1))
                .withWeight(ArrayTable.of(weight, 1))
                .withOrigins(origins);
    }

    private void copyPoint(int point, double[] to, int at) {
        for (int a = 0; a < parameters.length; a++) {
            to[at + a] = points.get(point).get(parameters[a]);
        }
    }

    private static int[] shuffled(int n, UniformRandomProvider random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** Weights with a mean of 1 at every point, so that a point has as much weight on either side. */
    private double[] ownWeights(EventSample events, int[] rows) {
        int[] positions = weights.basis().positionsIn(events.basis());
        double[][] units =
                IntStream.range(0, points.size()).mapToObj(this::unit).toArray(double[][]::new);
        double[] own = new double[rows.length];
        double[] sums = new double[points.size()];
        int[] counts = new int[points.size()];
        for (int i = 0; i < rows.length; i++) {
            int point = pointOf(events, rows[i]);
            own[i] = weight(events, rows[i], positions, units[point]);
            sums[point] += own[i];
            counts[point]++;
        }
        for (int i = 0; i < rows.length; i++) {
            int point = pointOf(events, rows[i]);
            own[i] *= counts[point] / sums[point];
        }
        return own;
    }

    /** Audit what can be: that every point has events, and that the polynomial meets the cross-sections of the points. */
    public AuditReport audit(EventSample events) {
        return new PointAudit(this, events).report();
    }

    /** Return the summed weight, its squared error and the number of events at every point. */
    double[][] sums(EventSample events) {
        double[][] sums = new double[points.size()][3];
        int[] positions = weights.basis().positionsIn(events.basis());
        double[][] units =
                IntStream.range(0, points.size()).mapToObj(this::unit).toArray(double[][]::new);
        for (int row : events.rowsOf(events.processes().indexOf(process))) {
            int point = pointOf(events, row);
            double w = weight(events, row, positions, units[point]);
            sums[point][0] += w;
            sums[point][1] += w * w;
            sums[point][2]++;
        }
        return sums;
    }

    /** Return the point with its strengths at 1, where they multiply nothing. */
    double[] unscaled(int point) {
        double[] theta = points.get(point).toArray();
        for (int a = 0; a < theta.length; a++) {
            theta[a] = strengths[a] > 0 ? 1 : theta[a];
        }
        return theta;
    }

    String describe(int point) {
        List<String> values = new ArrayList<>();
        for (int a : parameters) {
            values.add(String.format(
                    Locale.ROOT,
                    "%s = %s",
                    space.get(a).name(),
                    points.get(point).get(a)));
        }
        return String.join(", ", values);
    }
}

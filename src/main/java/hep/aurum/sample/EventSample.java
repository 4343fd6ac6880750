package hep.aurum.sample;

import hep.aurum.base.Check;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.math.array.RowTable;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hold selected events with everything that learning and testing need: features, process, and the event weight as a
 * polynomial in the parameters.
 *
 * <p>The contribution of event i to the cross-section after selection, in pb, is
 *
 * <p>\[ w_i(\theta) = \sum_j c_{ij}\,\phi_j(\theta), \qquad \sigma(\theta) = \sum_i w_i(\theta). \]
 *
 * <p>A signal strength or a process rate is a parameter like any other, since the process is one of an event's latents: a
 * signal event's monomials carry a factor μ, a background event's do not. Events are a sample of a <em>sampling law</em>
 * \(p_s\), in which every event counts once; therefore \(r(x_i,z_i|\theta,s) = n\,w_i(\theta)/\sigma(\theta)\).
 *
 * <p>Immutable. Shapes: features {@code [n][d]}, coefficients {@code [n][m]}, both stored by rows.
 */
public final class EventSample implements MinedEvents {

    private final ParameterSpace space;
    private final List<String> featureNames;
    private final List<String> processes;
    private final MonomialBasis basis;
    private final double[] features;
    private final double[] coefficients;
    private final int[] process;
    private final long[] origin;

    /**
     * Create a sample; the arrays are taken over and must not be written to afterwards.
     *
     * @param space the parameters
     * @param featureNames names of the d features
     * @param processes names of the processes
     * @param basis the m monomials of the weights
     * @param features {@code [n*d]} by rows, finite
     * @param coefficients {@code [n*m]} by rows, in pb, finite
     * @param process {@code [n]}, position in {@code processes}
     * @param origin {@code [n]}, an identifier of the generator event, equal for rows that are copies of one event
     */
    public EventSample(
            ParameterSpace space,
            List<String> featureNames,
            List<String> processes,
            MonomialBasis basis,
            double[] features,
            double[] coefficients,
            int[] process,
            long[] origin) {
        this.space = space;
        this.featureNames = List.copyOf(featureNames);
        this.processes = List.copyOf(processes);
        this.basis = basis;
        this.features = features;
        this.coefficients = coefficients;
        this.process = process;
        this.origin = origin;
        Check.length("basis", basis.parameters(), space.size());
        Check.length("features", features.length, process.length * featureNames.size());
        Check.length("coefficients", coefficients.length, process.length * basis.size());
        Check.length("origin", origin.length, process.length);
    }

    /**
     * Return the same events in a parameter space with other ranges or standard values.
     *
     * @param other has the same names in the same order
     */
    public EventSample within(ParameterSpace other) {
        Check.argument(
                other.names().equals(space.names()),
                "the sample has the parameters %s, not %s",
                space.names(),
                other.names());
        return new EventSample(other, featureNames, processes, basis, features, coefficients, process, origin);
    }

    /** Return the same events under other names of the processes, in the same order. */
    public EventSample withProcesses(List<String> names) {
        Check.length("processes", names.size(), processes.size());
        return new EventSample(space, featureNames, names, basis, features, coefficients, process, origin);
    }

    /**
     * Return the same events with other weights in other parameters.
     *
     * @param otherCoefficients {@code [n*m']} by rows; taken over
     */
    EventSample reweighted(ParameterSpace otherSpace, MonomialBasis otherBasis, double[] otherCoefficients) {
        return new EventSample(
                otherSpace, featureNames, processes, otherBasis, features, otherCoefficients, process, origin);
    }

    /** Return the same events with their first features only. */
    public EventSample withFirstFeatures(int count) {
        Check.argument(count >= 1 && count <= dimension(), "%d features of %d", count, dimension());
        double[] kept = new double[size() * count];
        for (int i = 0; i < size(); i++) {
            System.arraycopy(features, i * dimension(), kept, i * count, count);
        }
        return new EventSample(
                space, featureNames.subList(0, count), processes, basis, kept, coefficients, process, origin);
    }

    /**
     * Return at most one row for each generator event, as if the detector had answered once.
     *
     * <p>Of C answers to an event, R were selected and are rows. One of the C is picked at random: with probability R/C it is
     * one of the rows, whose weight is then C times its own. The rows that remain are independent draws.
     *
     * @param copies C, the same for every event
     * @param streams the source of randomness; the choice depends on the event's origin alone
     */
    public EventSample oneCopyEach(int copies, RandomStreams streams) {
        if (copies == 1) {
            return this;
        }
        int[] kept = new int[size()];
        int count = 0;
        int first = 0;
        while (first < size()) {
            int end = first;
            while (end < size() && origin[end] == origin[first]) {
                end++;
            }
            int pick = streams.stream("copy", origin[first]).nextInt(copies);
            if (first + pick < end) {
                kept[count++] = first + pick;
            }
            first = end;
        }
        return subset(Arrays.copyOf(kept, count), copies);
    }

    /**
     * Return data events with these features, without weights, of the first process by name only.
     *
     * @param rows features of each event, each {@code [d]}
     */
    public EventSample ofData(List<double[]> rows) {
        int d = dimension();
        double[] x = new double[rows.size() * d];
        for (int i = 0; i < rows.size(); i++) {
            Check.length("the features of a data event", rows.get(i).length, d);
            System.arraycopy(rows.get(i), 0, x, i * d, d);
        }
        return new EventSample(
                space,
                featureNames,
                processes,
                basis,
                x,
                new double[rows.size() * basis.size()],
                new int[rows.size()],
                new long[rows.size()]);
    }

    /** Return the number of different generator events behind the rows. */
    public long origins() {
        return Arrays.stream(origin).distinct().count();
    }

    /** Return the rows of one process. */
    public int[] rowsOf(int wanted) {
        return IntStream.range(0, size()).filter(i -> process[i] == wanted).toArray();
    }

    @Override
    public int size() {
        return process.length;
    }

    /** Return the number d of features. */
    public int dimension() {
        return featureNames.size();
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public List<String> featureNames() {
        return featureNames;
    }

    /** Return the names of the processes. */
    public List<String> processes() {
        return processes;
    }

    /** Return the monomials of the event weights. */
    public MonomialBasis basis() {
        return basis;
    }

    @Override
    public double feature(int event, int index) {
        return features[event * featureNames.size() + index];
    }

    /** Copy the features of one event into {@code target}, which has at least d entries. */
    public void features(int event, double[] target) {
        System.arraycopy(features, event * featureNames.size(), target, 0, featureNames.size());
    }

    /**
     * {@inheritDoc}
     *
     * @throws hep.aurum.base.BadInput if a coefficient is not finite
     */
    @Override
    public Labeller labeller() {
        RowTable table = ArrayTable.of(coefficients, basis.size());
        return new PolynomialLabeller(
                space, basis, table, PolynomialLabeller.total(table, this::origin, "the sample:"));
    }

    /** Return the coefficient of a monomial in an event's weight, in pb. */
    public double coefficient(int event, int monomial) {
        return coefficients[event * basis.size() + monomial];
    }

    /** Return the position of an event's process in {@link #processes()}. */
    public int process(int event) {
        return process[event];
    }

    @Override
    public long origin(int event) {
        return origin[event];
    }

    /**
     * Return the weight of an event, in pb, from monomials that were evaluated before.
     *
     * @param monomials {@code [m]} from {@link MonomialBasis#values(double[], double[])}
     */
    public double weight(int event, double[] monomials) {
        double sum = 0;
        int row = event * monomials.length;
        for (int j = 0; j < monomials.length; j++) {
            sum += coefficients[row + j] * monomials[j];
        }
        return sum;
    }

    /** Return the weight of an event at θ, in pb; {@code theta [k]}. Allocates nothing. */
    public double weightAt(int event, double[] theta) {
        double sum = 0;
        for (int j = 0; j < basis.size(); j++) {
            sum += coefficients[event * basis.size() + j] * basis.value(j, theta);
        }
        return sum;
    }

    /** Return the summed coefficients \(C_j = \sum_i c_{ij}\), so that \(\sigma(\theta) = \sum_j C_j\phi_j(\theta)\). */
    public double[] totalCoefficients() {
        double[] total = new double[basis.size()];
        for (int row = 0; row < coefficients.length; row += total.length) {
            for (int j = 0; j < total.length; j++) {
                total[j] += coefficients[row + j];
            }
        }
        return total;
    }

    /**
     * Return the rows at the given positions, their weights multiplied by a factor.
     *
     * @param rows positions, in the order of the new sample
     * @param scale for a fraction f of the events, 1/f keeps the cross-section
     */
    public EventSample subset(int[] rows, double scale) {
        double[] scales = new double[rows.length];
        Arrays.fill(scales, scale);
        return subset(rows, scales);
    }

    /**
     * Return the rows at the given positions, each weight multiplied by its own factor.
     *
     * @param rows positions, in the order of the new sample
     * @param scales one factor per row
     */
    public EventSample subset(int[] rows, double[] scales) {
        Check.length("scales", scales.length, rows.length);
        int d = dimension();
        int m = basis.size();
        double[] x = new double[rows.length * d];
        double[] c = new double[rows.length * m];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(features, rows[i] * d, x, i * d, d);
            for (int j = 0; j < m; j++) {
                c[i * m + j] = coefficients[rows[i] * m + j] * scales[i];
            }
        }
        int[] p = Arrays.stream(rows).map(r -> process[r]).toArray();
        long[] o = Arrays.stream(rows).mapToLong(r -> origin[r]).toArray();
        return new EventSample(space, featureNames, processes, basis, x, c, p, o);
    }

    /**
     * Put samples one after the other. Their cross-sections add up, so samples of the <em>same</em> process must have been
     * combined by {@link MixtureWeights} before.
     *
     * @param samples at least one, of the same parameters, features and monomials
     */
    public static EventSample join(List<EventSample> samples) {
        EventSample first = samples.get(0);
        List<String> names =
                samples.stream().flatMap(s -> s.processes.stream()).distinct().toList();
        int n = samples.stream().mapToInt(EventSample::size).sum();
        double[] x = new double[n * first.dimension()];
        double[] c = new double[n * first.basis.size()];
        int[] p = new int[n];
        long[] o = new long[n];
        int row = 0;
        for (EventSample s : samples) {
            Check.argument(s.space.equals(first.space), "the samples to join have different parameters");
            Check.argument(s.basis.equals(first.basis), "the samples to join have different monomials");
            Check.argument(s.featureNames.equals(first.featureNames), "the samples to join have different features");
            System.arraycopy(s.features, 0, x, row * first.dimension(), s.features.length);
            System.arraycopy(s.coefficients, 0, c, row * first.basis.size(), s.coefficients.length);
            System.arraycopy(s.origin, 0, o, row, s.size());
            for (int i = 0; i < s.size(); i++) {
                p[row + i] = names.indexOf(s.processes.get(s.process[i]));
            }
            row += s.size();
        }
        return new EventSample(first.space, first.featureNames, names, first.basis, x, c, p, o);
    }
}

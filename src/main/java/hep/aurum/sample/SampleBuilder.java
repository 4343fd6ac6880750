package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterSpace;
import hep.aurum.param.ProcessWeights;
import java.util.Arrays;
import java.util.List;

/**
 * Collect the selected events of one generated sample of one process, while they stream past.
 *
 * <p>Every event of the file must be shown: selected ones by {@link #add}, the others by {@link #pass}, because the
 * cross-section before selection, which a generator's header can check, is the sum over both.
 *
 * <pre>{@code
 * SampleBuilder builder = SampleBuilder.of(space, names, basis, "signal", weights, 0);
 * for (Event e = cursor.next(); e != null; e = cursor.next()) {
 *     if (selection.accepts(e, x)) {
 *         builder.add(e.number(), e.weight(), benchmarkWeights, 1, x);
 *     } else {
 *         builder.pass(e.number(), e.weight(), benchmarkWeights);
 *     }
 * }
 * EventSample sample = builder.build(1.0 / builder.generated());
 * }</pre>
 *
 * <p>Not for use by several threads. Memory: d + m + 2 numbers per selected event.
 */
public final class SampleBuilder {

    /** Event numbers stay below this bound; the sample's number stands above. */
    private static final int NUMBER_BITS = 40;

    private final ParameterSpace space;
    private final List<String> featureNames;
    private final MonomialBasis basis;
    private final String process;
    private final ProcessWeights weights;
    private final int[] positions;
    private final long sampleNumber;
    private final CrossSection.Sum generated;
    private final double[] own;
    private final double[] full;
    private double[] features = new double[0];
    private double[] coefficients = new double[0];
    private long[] origins = new long[0];
    private int size;

    private SampleBuilder(
            ParameterSpace space,
            List<String> featureNames,
            MonomialBasis basis,
            String process,
            ProcessWeights weights,
            long sampleNumber) {
        this.space = space;
        this.featureNames = List.copyOf(featureNames);
        this.basis = basis;
        this.process = process;
        this.weights = weights;
        this.positions = weights.basis().positionsIn(basis);
        this.sampleNumber = sampleNumber;
        this.generated = new CrossSection.Sum(basis);
        this.own = new double[weights.basis().size()];
        this.full = new double[basis.size()];
    }

    /**
     * Start a sample.
     *
     * @param space the parameters of the study
     * @param featureNames names of the d features
     * @param basis the monomials of the study, among them all of this process: the {@link MonomialBasis#union} of all
     *     processes
     * @param process its name
     * @param weights how its weights depend on the parameters
     * @param sampleNumber position among the samples of the study, so that no two events share an origin; 0 to 2^20
     */
    public static SampleBuilder of(
            ParameterSpace space,
            List<String> featureNames,
            MonomialBasis basis,
            String process,
            ProcessWeights weights,
            int sampleNumber) {
        Check.argument(
                sampleNumber >= 0 && sampleNumber < 1 << 20, "sample number %d, expected 0 to 2^20", sampleNumber);
        return new SampleBuilder(space, featureNames, basis, process, weights, sampleNumber);
    }

    /** Return the number of the sample that an event's identifier was made with. */
    static long sampleNumber(long origin) {
        return origin >>> NUMBER_BITS;
    }

    /** Return the identifier of an event of a sample. */
    static long origin(long sampleNumber, long eventNumber) {
        return (sampleNumber << NUMBER_BITS) | eventNumber;
    }

    /**
     * Take in a selected event.
     *
     * @param number position in the file
     * @param nominal nominal weight
     * @param benchmarkWeights {@code [b]} at the morphing's benchmarks; ignored where weights are constant
     * @param efficiency a factor on the weight of the selected event, 1 where selection is all or nothing
     * @param x {@code [d]}
     * @throws BadInput if a number is not finite
     */
    public void add(long number, double nominal, double[] benchmarkWeights, double efficiency, double[] x) {
        pass(number, nominal, benchmarkWeights);
        addCopy(number, efficiency, x);
    }

    /**
     * Take in another smeared copy of the event that was shown last. The efficiencies of an event's copies should add up to
     * its own.
     *
     * @param number position in the file
     * @param efficiency factor on the weight
     * @param x {@code [d]}
     */
    public void addCopy(long number, double efficiency, double[] x) {
        int d = featureNames.size();
        int m = full.length;
        grow();
        for (int i = 0; i < d; i++) {
            if (!Double.isFinite(x[i])) {
                throw new BadInput(
                        "event " + number + " of sample " + process + " has " + featureNames.get(i) + " = " + x[i],
                        "",
                        "exclude such events by a cut, or give the observable a value where it is undefined");
            }
            features[size * d + i] = x[i];
        }
        for (int j = 0; j < m; j++) {
            coefficients[size * m + j] = full[j] * efficiency;
        }
        origins[size++] = origin(sampleNumber, number);
    }

    /**
     * Take note of an event that the selection rejects.
     *
     * @param number position in the file
     * @param nominal nominal weight
     * @param benchmarkWeights {@code [b]}
     * @throws BadInput if a weight is not finite
     */
    public void pass(long number, double nominal, double[] benchmarkWeights) {
        weights.coefficients(nominal, benchmarkWeights, own);
        for (int j = 0; j < own.length; j++) {
            if (!Double.isFinite(own[j])) {
                throw new BadInput(
                        "event " + number + " of sample " + process + " has a weight that is not finite",
                        "",
                        "generate or reweight the sample again");
            }
            full[positions[j]] = own[j];
        }
        generated.add(full);
    }

    private void grow() {
        if (size == origins.length) {
            int capacity = Math.max(1024, size + size / 2);
            features = Arrays.copyOf(features, capacity * featureNames.size());
            coefficients = Arrays.copyOf(coefficients, capacity * full.length);
            origins = Arrays.copyOf(origins, capacity);
        }
    }

    /** Return the number of events shown so far, selected or not. */
    public int generated() {
        return generated.events();
    }

    /**
     * Return the cross-section before selection.
     *
     * @param scale as in {@link #build}
     */
    public CrossSection generatedCrossSection(double scale) {
        return generated.scaled(scale);
    }

    /**
     * Return the selected events.
     *
     * @param scale factor that turns weights into contributions to the cross-section in pb: 1/N of all generated events
     *     where the mean of the weights is the cross-section, 1 where their sum is
     */
    public EventSample build(double scale) {
        int d = featureNames.size();
        double[] c = Arrays.copyOf(coefficients, size * full.length);
        for (int j = 0; j < c.length; j++) {
            c[j] *= scale;
        }
        return new EventSample(
                space,
                featureNames,
                List.of(process),
                basis,
                Arrays.copyOf(features, size * d),
                c,
                new int[size],
                Arrays.copyOf(origins, size));
    }
}

package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Show an event sample as arrays of ND4J, and make one of such arrays.
 *
 * <p>Arrays are copies in float64, one row for each event, in the order of the sample. Shapes: features {@code [n, d]},
 * coefficients {@code [n, m]}, weights {@code [n]}; weights and coefficients in pb.
 *
 * <pre>{@code
 * INDArray x = SampleArrays.features(sample);
 * INDArray w = SampleArrays.weights(sample, new double[] {0.3});
 * EventSample again = SampleArrays.sample(space, names, "ttH", basis, x, SampleArrays.coefficients(sample));
 * }</pre>
 */
public final class SampleArrays {

    private SampleArrays() {}

    /** Return the features {@code [n, d]}. */
    public static INDArray features(EventSample sample) {
        int d = sample.dimension();
        double[] values = new double[sample.size() * d];
        double[] row = new double[d];
        for (int i = 0; i < sample.size(); i++) {
            sample.features(i, row);
            System.arraycopy(row, 0, values, i * d, d);
        }
        return HostArrays.matrix(values, sample.size(), d);
    }

    /** Return the coefficients of the monomials in the events' weights, {@code [n, m]}. */
    public static INDArray coefficients(EventSample sample) {
        int m = sample.basis().size();
        double[] values = new double[sample.size() * m];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample.coefficient(i / m, i % m);
        }
        return HostArrays.matrix(values, sample.size(), m);
    }

    /** Return the weights {@code [n]} at θ; {@code theta [k]}. */
    public static INDArray weights(EventSample sample, double[] theta) {
        Check.length("theta", theta.length, sample.space().size());
        double[] values = new double[sample.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample.weightAt(i, theta);
        }
        return HostArrays.vector(values);
    }

    /**
     * Return a sample of one process whose events are independent: each row is a generator event of its own.
     *
     * @param space the k parameters
     * @param featureNames names of the d features
     * @param process the name of the process
     * @param basis the m monomials of the weights
     * @param features {@code [n, d]}, finite
     * @param coefficients {@code [n, m]}, in pb, finite
     * @throws BadInput if an array has another type or shape, or a number that is not finite
     */
    public static EventSample sample(
            ParameterSpace space,
            List<String> featureNames,
            String process,
            MonomialBasis basis,
            INDArray features,
            INDArray coefficients) {
        double[] x = HostArrays.rows("features", features, featureNames.size());
        double[] c = HostArrays.rows("coefficients", coefficients, basis.size());
        int n = x.length / featureNames.size();
        if (c.length / basis.size() != n) {
            throw new BadInput(
                    "features has " + n + " rows and coefficients has " + c.length / basis.size(),
                    "",
                    "give each event one row in both");
        }
        long[] origin = LongStream.range(0, n).toArray();
        return new EventSample(space, featureNames, List.of(process), basis, x, c, new int[n], origin);
    }
}

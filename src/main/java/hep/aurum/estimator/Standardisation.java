package hep.aurum.estimator;

import hep.aurum.base.Check;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.EventSample;
import java.util.Arrays;

/**
 * Shift and scale numbers to zero mean and unit spread, \(u_i = (x_i - m_i)/s_i\).
 *
 * <p>Features take mean and standard deviation from the training events alone, each counted once; a constant feature keeps
 * its unit. Parameters take centre and spread of the uniform law on their range, \(s = (\max-\min)/\sqrt{12}\).
 */
public final class Standardisation {

    private final double[] mean;
    private final double[] scale;

    private Standardisation(double[] mean, double[] scale) {
        this.mean = mean;
        this.scale = scale;
    }

    /**
     * Return a standardisation.
     *
     * @param mean {@code [d]}, finite
     * @param scale {@code [d]}, finite and positive
     */
    public static Standardisation of(double[] mean, double[] scale) {
        Check.length("scale", scale.length, mean.length);
        for (int i = 0; i < mean.length; i++) {
            Check.finite("a mean", mean[i]);
            Check.argument(
                    Check.finite("a scale", scale[i]) > 0, "a scale is %s, expected a positive number", scale[i]);
        }
        return new Standardisation(mean.clone(), scale.clone());
    }

    /** Return the standardisation of the features of a sample. */
    public static Standardisation ofFeatures(EventSample sample) {
        int d = sample.dimension();
        int n = sample.size();
        Check.argument(n > 0, "a sample without events has no mean");
        double[] mean = new double[d];
        double[] scale = new double[d];
        for (int j = 0; j < d; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += Check.finite(sample.featureNames().get(j), sample.feature(i, j));
            }
            mean[j] = sum / n;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double x = sample.feature(i, j) - mean[j];
                squares += x * x;
            }
            double spread = Math.sqrt(squares / n);
            boolean constant = !(spread > 1e-12 * Math.abs(mean[j]));
            scale[j] = constant ? 1 : spread;
        }
        return of(mean, scale);
    }

    /** Return the standardisation of the parameters. */
    public static Standardisation ofParameters(ParameterSpace space) {
        double[] mean = space.parameters().stream()
                .mapToDouble(p -> (p.min() + p.max()) / 2)
                .toArray();
        double[] scale = space.parameters().stream()
                .mapToDouble((Parameter p) -> (p.max() - p.min()) / Math.sqrt(12))
                .toArray();
        return of(mean, scale);
    }

    /** Return the number of components. */
    public int size() {
        return mean.length;
    }

    /** Return the mean of a component. */
    public double mean(int index) {
        return mean[index];
    }

    /** Return the scale of a component. */
    public double scale(int index) {
        return scale[index];
    }

    /** Return the standardised value of a component, rounded to the network's precision. */
    public float apply(int index, double value) {
        return (float) ((value - mean[index]) / scale[index]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standardisation s && Arrays.equals(mean, s.mean) && Arrays.equals(scale, s.scale);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(scale);
    }
}

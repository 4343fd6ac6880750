package hep.aurum.estimator;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.LabelledSample;
import hep.aurum.sample.MinedEvents;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

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

    /**
     * Return the standardisation of the features of events.
     *
     * @throws BadInput if there is no event, or a feature is not finite
     */
    public static Standardisation ofFeatures(MinedEvents events) {
        return ofFeatures(
                events.size(), events.featureNames(), events::feature, i -> "generator event " + events.origin(i));
    }

    /**
     * Return the standardisation of the features of labelled examples.
     *
     * @throws BadInput if there is no example, or a feature is not finite
     */
    public static Standardisation ofFeatures(LabelledSample sample) {
        return ofFeatures(sample.size(), sample.featureNames(), sample.x()::get, i -> "example " + i);
    }

    /** Give a feature of an event. */
    private interface Features {
        double get(int event, int index);
    }

    private static Standardisation ofFeatures(int n, List<String> names, Features x, IntFunction<String> event) {
        if (n == 0) {
            throw new BadInput("there are no training events", "", "loosen the selection, or add events");
        }
        double[] mean = new double[names.size()];
        double[] scale = new double[names.size()];
        // Event by event, so that events on disk are read twice in order and not twice for every feature.
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += finite(names.get(j), x.get(i, j), event, i);
            }
        }
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= n;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < mean.length; j++) {
                double miss = x.get(i, j) - mean[j];
                scale[j] += miss * miss;
            }
        }
        for (int j = 0; j < mean.length; j++) {
            double spread = Math.sqrt(scale[j] / n);
            boolean constant = !(spread > 1e-12 * Math.abs(mean[j]));
            scale[j] = constant ? 1 : spread;
        }
        return of(mean, scale);
    }

    private static double finite(String name, double x, IntFunction<String> event, int i) {
        if (!Double.isFinite(x)) {
            throw new BadInput(
                    "feature " + name + " of " + event.apply(i) + " is " + x,
                    "row " + i,
                    "cut such events, or define the observable so that it is finite");
        }
        return x;
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

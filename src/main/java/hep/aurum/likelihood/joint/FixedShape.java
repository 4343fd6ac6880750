package hep.aurum.likelihood.joint;

import hep.aurum.base.BadModel;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A density that no parameter moves, such as that of a background.
 *
 * @param features names of the features
 * @param logRatio \(\log r(x)\), {@code x [d]}
 */
public record FixedShape(List<String> features, ToDoubleFunction<double[]> logRatio) implements ShapeRatio {

    private static final ToDoubleFunction<double[]> REFERENCE = x -> 0.0;

    /** Copy the list. */
    public FixedShape {
        features = List.copyOf(features);
    }

    /** Return the reference law itself, r = 1. */
    public static FixedShape reference(List<String> features) {
        return new FixedShape(features, REFERENCE);
    }

    /** Return whether this is {@link #reference}. */
    public boolean isReference() {
        return logRatio == REFERENCE;
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public EventShape at(double[] events) {
        int d = features.size();
        double[] fixed = new double[events.length / d];
        double[] x = new double[d];
        for (int i = 0; i < fixed.length; i++) {
            System.arraycopy(events, i * d, x, 0, d);
            fixed[i] = StrictMath.exp(logRatio.applyAsDouble(x));
            if (!Double.isFinite(fixed[i])) {
                throw new BadModel("the ratio of event " + i + " is " + fixed[i], "", "examine its features");
            }
        }
        return new Fixed(fixed);
    }

    record Fixed(double[] ratios) implements EventShape {

        @Override
        public int size() {
            return ratios.length;
        }

        @Override
        public void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
            System.arraycopy(ratios, 0, ratio, 0, ratios.length);
        }
    }
}

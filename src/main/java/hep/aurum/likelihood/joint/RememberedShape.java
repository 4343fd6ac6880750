package hep.aurum.likelihood.joint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keep the last point of a density: a search that moves rates alone asks for the same one again and again. */
final class RememberedShape implements EventShape {

    private final EventShape shape;
    private double[] point = new double[0];
    private double[] values = new double[0];
    private double[] slopes = new double[0];
    private double[] bends = new double[0];
    private boolean isKnown;
    private boolean isSloped;

    RememberedShape(EventShape shape) {
        this.shape = shape;
    }

    @Override
    public int size() {
        return shape.size();
    }

    @Override
    public void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
        boolean isWanted = gradient != null && hessian != null;
        if (!isKnown || !Arrays.equals(s, point) || (isWanted && !isSloped)) {
            shape.evaluate(s, ratio, gradient, hessian);
            keep(s, ratio, gradient, hessian);
            return;
        }
        System.arraycopy(values, 0, ratio, 0, values.length);
        if (gradient != null && hessian != null) {
            System.arraycopy(slopes, 0, gradient, 0, slopes.length);
            System.arraycopy(bends, 0, hessian, 0, bends.length);
        }
    }

    private void keep(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
        isKnown = true;
        point = s.clone();
        values = Arrays.copyOf(ratio, shape.size());
        isSloped = gradient != null && hessian != null;
        if (gradient != null && hessian != null) {
            slopes = gradient.clone();
            bends = hessian.clone();
        }
    }
}

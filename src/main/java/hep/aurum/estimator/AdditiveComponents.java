package hep.aurum.estimator;

/**
 * Let each output be one component: \(E_s[c_j|x] \approx C_j/n + s_j\,o_j\), in units of the spread \(s_j\) of the events' coefficients.
 *
 * <p>Any polynomial can be written so, one that is negative somewhere as well.
 *
 * @param mean \(C_j/n\), {@code [m]}
 * @param spread \(s_j\), {@code [m]}
 */
@SuppressWarnings("ArrayRecordComponent")
record AdditiveComponents(double[] mean, double[] spread) implements MorphingComponents {

    private static final double FLOOR = 0.01;

    @Override
    public int outputs() {
        return mean.length;
    }

    @Override
    public double floor() {
        return FLOOR;
    }

    @Override
    public void components(double[] outputs, double[] components) {
        for (int j = 0; j < mean.length; j++) {
            components[j] = mean[j] + spread[j] * outputs[j];
        }
    }

    @Override
    public void pullBack(double[] outputs, double[] upstream, double[] derivatives) {
        for (int j = 0; j < mean.length; j++) {
            derivatives[j] = spread[j] * upstream[j];
        }
    }
}

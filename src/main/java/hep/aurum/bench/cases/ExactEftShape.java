package hep.aurum.bench.cases;

import hep.aurum.likelihood.joint.EventShape;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.toy.EftToy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exact density of the effective theory in one parameter: \(r\,S(\theta)\) is quadratic in θ, so that its values at three points
 * give it everywhere.
 *
 * @param toy the simulator, of one parameter
 * @param parameter its name in the model
 */
record ExactEftShape(EftToy toy, String parameter) implements ShapeRatio {

    private static final double STEP = 0.25;

    @Override
    public List<String> parameters() {
        return List.of(parameter);
    }

    @Override
    public List<String> features() {
        return toy.featureNames();
    }

    @Override
    public EventShape at(double[] events) {
        ExactTruth truth = toy.truth();
        double[] coefficients = new double[2 * events.length];
        double[] x = new double[1];
        for (int i = 0; i < events.length; i++) {
            x[0] = events[i];
            double below = product(truth, x, -STEP);
            double above = product(truth, x, STEP);
            coefficients[2 * i] = (above - below) / (2 * STEP);
            coefficients[2 * i + 1] = (above + below - 2) / (2 * STEP * STEP);
        }
        return new Bound(coefficients);
    }

    private static double product(ExactTruth truth, double[] x, double theta) {
        double[] at = {theta};
        return StrictMath.exp(truth.logRatio(x, at, new double[1])) * EftToy.rate(at);
    }

    /** Hold \(r = (1 + c_1\theta + c_2\theta^2)/(1 + 2\theta + 2\theta^2)\) of each event, {@code [n*2]} by rows. */
    private record Bound(double[] coefficients) implements EventShape {

        @Override
        public int size() {
            return coefficients.length / 2;
        }

        @Override
        public void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
            double theta = s[0];
            double rate = EftToy.rate(s);
            double rateSlope = 2 + 4 * theta;
            for (int i = 0; i < size(); i++) {
                double c1 = coefficients[2 * i];
                double c2 = coefficients[2 * i + 1];
                double r = (1 + theta * (c1 + theta * c2)) / rate;
                ratio[i] = r;
                if (gradient != null && hessian != null) {
                    gradient[i] = (c1 + 2 * theta * c2 - r * rateSlope) / rate;
                    hessian[i] = (2 * c2 - 2 * gradient[i] * rateSlope - 4 * r) / rate;
                }
            }
        }
    }
}

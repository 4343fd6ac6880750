package hep.aurum.estimator.ratio;

import hep.aurum.estimator.Standardisation;
import hep.aurum.nn.Pass;

/**
 * Let the network's output be \(\log\hat r(x|\theta_0)\) to a fixed reference ({@link Parameterisation#SINGLE}).
 *
 * @param parameters how θ is standardised
 */
record SingleHead(Standardisation parameters) implements RatioHead {

    @Override
    public int rows() {
        return 1;
    }

    @Override
    public void fill(Pass pass, int row, Example example) {
        fill(pass, row, example.x(), example.theta0(), parameters);
    }

    /** Write one row of features and parameters. */
    static void fill(Pass pass, int row, float[] x, double[] theta, Standardisation parameters) {
        pass.setInputs(row, x, 0);
        for (int i = 0; i < theta.length; i++) {
            pass.setSlopeInput(row, i, parameters.apply(i, theta[i]));
        }
    }

    @Override
    public void evaluate(Pass pass, int row, Example example, boolean score, LossPoint point) {
        point.setLogRatio(pass.value(row, 0));
        for (int i = 0; score && i < point.score().length; i++) {
            point.score()[i] = pass.slope(row, i);
        }
    }

    @Override
    public void push(Pass pass, int row, Example example, boolean score, LossPoint point, double scale) {
        pass.setUpstream(row, 0, (float) (scale * point.logRatioDerivative()));
        for (int i = 0; score && i < point.score().length; i++) {
            pass.setUpstreamSlope(row, i, (float) (scale * point.scoreDerivative()[i]));
        }
    }
}

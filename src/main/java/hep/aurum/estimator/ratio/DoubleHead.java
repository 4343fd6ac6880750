package hep.aurum.estimator.ratio;

import hep.aurum.estimator.Standardisation;
import hep.aurum.nn.Pass;

/**
 * Let the difference of the network's outputs at two points be \(\log\hat r(x|\theta_0,\theta_1) = f(x,\theta_0) -
 * f(x,\theta_1)\) ({@link Parameterisation#DOUBLE}).
 *
 * @param parameters how θ is standardised
 */
record DoubleHead(Standardisation parameters) implements RatioHead {

    @Override
    public int rows() {
        return 2;
    }

    @Override
    public void fill(Pass pass, int row, Example example) {
        SingleHead.fill(pass, row, example.x(), example.theta0(), parameters);
        SingleHead.fill(pass, row + 1, example.x(), example.theta1(), parameters);
    }

    @Override
    public void evaluate(Pass pass, int row, Example example, boolean score, LossPoint point) {
        point.setLogRatio((double) pass.value(row, 0) - pass.value(row + 1, 0));
        for (int i = 0; score && i < point.score().length; i++) {
            point.score()[i] = pass.slope(row, i);
        }
    }

    @Override
    public void push(Pass pass, int row, Example example, boolean score, LossPoint point, double scale) {
        float df = (float) (scale * point.logRatioDerivative());
        pass.setUpstream(row, 0, df);
        pass.setUpstream(row + 1, 0, -df);
        for (int i = 0; score && i < point.score().length; i++) {
            pass.setUpstreamSlope(row, i, (float) (scale * point.scoreDerivative()[i]));
            pass.setUpstreamSlope(row + 1, i, 0);
        }
    }
}

package hep.aurum.estimator.ratio;

import hep.aurum.estimator.MorphedPolynomial;
import hep.aurum.estimator.Standardisation;
import hep.aurum.nn.Pass;

/** Let the network's outputs make a polynomial in θ ({@link Parameterisation#MORPHING}). */
final class MorphingHead implements RatioHead {

    private final Standardisation parameters;
    private final MorphedPolynomial.Evaluation polynomial;
    private final double[] outputs;
    private final double[] derivatives;
    private final double[] scoreDerivative;

    MorphingHead(MorphedPolynomial polynomial, Standardisation parameters) {
        this.parameters = parameters;
        this.polynomial = polynomial.evaluation();
        this.outputs = new double[polynomial.outputs()];
        this.derivatives = new double[polynomial.outputs()];
        this.scoreDerivative = new double[parameters.size()];
    }

    @Override
    public int rows() {
        return 1;
    }

    @Override
    public void fill(Pass pass, int row, Example example) {
        pass.setInputs(row, example.x(), 0);
    }

    @Override
    public void evaluate(Pass pass, int row, Example example, boolean score, LossPoint point) {
        for (int j = 0; j < outputs.length; j++) {
            outputs[j] = pass.value(row, j);
        }
        polynomial.at(example.theta0());
        point.setLogRatio(polynomial.logRatio(outputs, point.score()));
        for (int a = 0; a < point.score().length; a++) {
            point.score()[a] *= parameters.scale(a);
        }
    }

    /** {@inheritDoc} Follows {@link #evaluate} of the same example. */
    @Override
    public void push(Pass pass, int row, Example example, boolean score, LossPoint point, double scale) {
        for (int a = 0; a < scoreDerivative.length; a++) {
            scoreDerivative[a] = score ? scale * point.scoreDerivative()[a] * parameters.scale(a) : 0;
        }
        polynomial.derivatives(outputs, scale * point.logRatioDerivative(), scoreDerivative, derivatives);
        for (int j = 0; j < outputs.length; j++) {
            pass.setUpstream(row, j, (float) derivatives[j]);
        }
    }
}

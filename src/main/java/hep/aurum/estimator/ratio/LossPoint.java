package hep.aurum.estimator.ratio;

/** Hold what the network says of one event and, after a loss was evaluated there, the derivatives of the loss. */
public final class LossPoint {

    private final double[] score;
    private final double[] scoreDerivative;
    private double logRatio;
    private double logRatioDerivative;

    /** Create a point with k parameters. */
    public LossPoint(int parameters) {
        this.score = new double[parameters];
        this.scoreDerivative = new double[parameters];
    }

    /** Return \(\log\hat r\). */
    public double logRatio() {
        return logRatio;
    }

    /** Set \(\log\hat r\). */
    public void setLogRatio(double value) {
        logRatio = value;
    }

    /** Return the array {@code [k]} of \(g = \nabla_\theta\log\hat r\). */
    public double[] score() {
        return score;
    }

    /** Return the derivative of the loss in \(\log\hat r\). */
    public double logRatioDerivative() {
        return logRatioDerivative;
    }

    /** Set the derivative of the loss in \(\log\hat r\). */
    public void setLogRatioDerivative(double value) {
        logRatioDerivative = value;
    }

    /** Return the array {@code [k]} of the derivatives of the loss in g, for a loss to write to. */
    public double[] scoreDerivative() {
        return scoreDerivative;
    }
}

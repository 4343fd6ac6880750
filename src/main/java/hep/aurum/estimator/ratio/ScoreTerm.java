package hep.aurum.estimator.ratio;

/**
 * Regress the joint score under the numerator's law: \(b\,|t - g|^2\) up to a constant, \(b|g|^2 - 2g\cdot bt\).
 *
 * @see <a href="https://arxiv.org/abs/1805.00020">Brehmer, Cranmer, Louppe, Pavez, Eq. (31)</a>
 */
final class ScoreTerm {

    private ScoreTerm() {}

    /** Return \(\alpha\) times the term and write its derivatives in g to the point. */
    static double evaluate(JointLabel label, double alpha, LossPoint point) {
        double[] g = point.score();
        double[] weighted = label.weightedScore();
        double[] derivative = point.scoreDerivative();
        double b = label.numeratorWeight();
        double sum = 0;
        for (int i = 0; i < g.length; i++) {
            sum += g[i] * (b * g[i] - 2 * weighted[i]);
            derivative[i] = 2 * alpha * (b * g[i] - weighted[i]);
        }
        return alpha * sum;
    }
}

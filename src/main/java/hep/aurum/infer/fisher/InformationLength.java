package hep.aurum.infer.fisher;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.param.ParameterPoint;
import java.util.function.Function;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Measure the length of a straight line in the metric that the information defines,
 *
 * <p>\[ d = \int_0^1 \sqrt{\delta^T\,I(\theta_a + s\,\delta)\,\delta}\;ds, \qquad \delta = \theta_b - \theta_a, \]
 *
 * <p>by Gauss and Legendre's rule. It is the geodesic distance in one parameter and an upper bound on it in several.
 *
 * @see <a href="https://arxiv.org/abs/1612.05261">Brehmer, Cranmer, Kling, Plehn, section II: local and global
 *     distances</a>
 */
public final class InformationLength {

    private InformationLength() {}

    /**
     * Return the length.
     *
     * @param metric the information at any point of the line, on parameters in the order of its components
     * @param nodes how often the metric is asked, 1 or more; a polynomial integrand of degree 2 nodes − 1 is exact
     * @throws BadModel if the information along the line is negative somewhere
     */
    public static double of(
            Function<ParameterPoint, FisherInformation> metric, ParameterPoint from, ParameterPoint to, int nodes) {
        Check.argument(nodes >= 1, "%d nodes, expected 1 or more", nodes);
        Check.length("to", to.size(), from.size());
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodes, 0, 1);
        double length = 0;
        for (int n = 0; n < nodes; n++) {
            double[] point = from.toArray();
            for (int a = 0; a < point.length; a++) {
                point[a] += rule.getPoint(n) * (to.get(a) - from.get(a));
            }
            length += rule.getWeight(n) * metric.apply(ParameterPoint.of(point)).distance(from, to);
        }
        return length;
    }
}

package hep.aurum.infer.fisher;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Compute the information of counted events from expectations that are known exactly.
 *
 * <p>\[ I_{ab} = \sum_i \frac{1}{\nu_i}\frac{\partial\nu_i}{\partial\theta_a}\frac{\partial\nu_i}{\partial\theta_b}, \]
 *
 * <p>over bins in any number of dimensions, as a flat list; one bin is a measurement of the rate. Expectations
 * \(\nu_i = L\sigma_i\) are numbers of events: 1000 times luminosity in fb⁻¹ times cross-section in pb. Shapes: {@code
 * k} parameters, {@code n} bins.
 *
 * @see <a href="https://arxiv.org/abs/1907.10621">Brehmer, Kling, Espejo, Cranmer: MadMiner, on the Fisher
 *     information</a>
 */
public final class PoissonInformation {

    private PoissonInformation() {}

    /**
     * Return the information of the number of events alone.
     *
     * @param names of the parameters
     * @param expected \(\nu\), positive
     * @param gradient of it, {@code [k]}
     * @throws BadModel if the expectation is negative, or zero with a gradient
     */
    public static FisherInformation ofCount(List<String> names, double expected, double[] gradient) {
        return ofBins(names, new double[] {expected}, new double[][] {gradient});
    }

    /**
     * Return the information of the numbers of events in bins. A bin in which nothing is expected and nothing changes
     * says nothing.
     *
     * @param names of the parameters
     * @param expected \(\nu_i\), {@code [n]}
     * @param gradients of them, {@code [n][k]}
     * @throws BadModel if an expectation is negative, or zero with a gradient; the message names the bin
     */
    public static FisherInformation ofBins(List<String> names, double[] expected, double[][] gradients) {
        int k = FisherInformation.checked(names).size();
        Check.length("gradients", gradients.length, expected.length);
        CompensatedSums sums = new CompensatedSums(EntryCovariance.entries(k));
        double[] terms = new double[sums.size()];
        for (int i = 0; i < expected.length; i++) {
            Check.length("the gradient of a bin", gradients[i].length, k);
            requireRate("bin " + i, expected[i], gradients[i]);
            terms(expected[i], gradients[i], terms);
            sums.add(terms);
        }
        return FisherInformation.of(names, sums.values(), EntryCovariance.exact(k));
    }

    /** Refuse a rate at which the logarithm of the Poisson law has no derivative. */
    static void requireRate(String what, double rate, double[] gradient) {
        Check.finite("the rate of " + what, rate);
        if (rate < 0 || rate == 0 && Arrays.stream(gradient).anyMatch(g -> g != 0)) {
            throw new BadModel(
                    what + " has the rate " + rate + (rate < 0 ? "" : " and the gradient " + Arrays.toString(gradient)),
                    "",
                    "merge bins until all rates are positive, or simulate more events");
        }
    }

    /** Compute \(g_ag_b/\nu\), {@code [m]}; zero where the rate is. */
    static void terms(double rate, double[] gradient, double[] terms) {
        int entry = 0;
        for (int a = 0; a < gradient.length; a++) {
            for (int b = a; b < gradient.length; b++) {
                terms[entry++] = rate == 0 ? 0 : gradient[a] * gradient[b] / rate;
            }
        }
    }

    /**
     * Add the derivatives of {@code factor} \(g_ag_b/\nu\) by \((\nu, g_1, \ldots, g_k)\) to the first columns of a
     * matrix {@code [m][≥1+k]}.
     */
    static void addSlopes(double rate, double[] gradient, double factor, DMatrixRMaj slopes) {
        int entry = 0;
        for (int a = 0; a < gradient.length; a++) {
            for (int b = a; b < gradient.length && rate != 0; b++) {
                slopes.add(entry, 0, -factor * (gradient[a] / rate) * (gradient[b] / rate));
                slopes.add(entry, 1 + a, factor * gradient[b] / rate);
                slopes.add(entry, 1 + b, factor * gradient[a] / rate);
                entry++;
            }
        }
    }
}

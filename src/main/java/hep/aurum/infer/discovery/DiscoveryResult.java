package hep.aurum.infer.discovery;

import java.util.List;

/**
 * Report a test of the background-only hypothesis.
 *
 * @param muHat fitted signal strength
 * @param q0 observed statistic
 * @param p0 observed p-value, \( 1-\Phi(\sqrt{q_0}) \)
 * @param z observed local significance \( \sqrt{q_0} \)
 * @param muExpected the signal strength assumed for the expected values
 * @param q0Expected the statistic of Asimov data with this signal
 * @param p0Expected its p-value: the median expected one
 * @param zExpected the median expected significance
 * @param p0Band expected p-values at −2, −1, 0, 1 and 2 standard deviations, the smallest first, as pyhf lists them
 */
public record DiscoveryResult(
        double muHat,
        double q0,
        double p0,
        double z,
        double muExpected,
        double q0Expected,
        double p0Expected,
        double zExpected,
        List<Double> p0Band) {

    /** Copy the list. */
    public DiscoveryResult {
        p0Band = List.copyOf(p0Band);
    }
}

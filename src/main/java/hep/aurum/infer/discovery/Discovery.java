package hep.aurum.infer.discovery;

import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.likelihood.StatisticalModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Compute the significance of a positive signal.
 *
 * <p>\[ q_0 = -2\ln\lambda(0) \text{ for } \hat\mu \ge 0, \text{ else } 0; \qquad p_0 = 1-\Phi(\sqrt{q_0}), \qquad Z =
 * \sqrt{q_0}. \] Expected values are those of the Asimov data with a signal of strength \( \mu' \), nuisances at their
 * conditional fit to the observed data.
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, Eq. (12), (52) and (53)</a>
 */
public final class Discovery {

    private Discovery() {}

    /** Test background alone, with expectations for a signal of strength 1. */
    public static DiscoveryResult of(StatisticalModel model) {
        return of(model, 1.0);
    }

    /**
     * Test background alone.
     *
     * @param model with its data
     * @param muExpected the signal strength of the expectation
     * @throws hep.aurum.base.BadModel if the model has no free parameter of interest
     * @throws hep.aurum.base.NotConverged if a fit fails
     */
    public static DiscoveryResult of(StatisticalModel model, double muExpected) {
        Profile observed = Profile.of(model);
        double q0 = TestStatistic.Q0.value(observed, 0.0);
        double[] signal = observed.conditional(muExpected).point();
        Profile asimov = observed.with(model.asimov(signal), signal);
        double q0Expected = TestStatistic.Q0.value(asimov, 0.0);
        double zExpected = Math.sqrt(q0Expected);
        List<Double> band = new ArrayList<>();
        for (int sigma = 2; sigma >= -2; sigma--) {
            band.add(Gaussian.pValue(sigma + zExpected));
        }
        return new DiscoveryResult(
                observed.muHat(),
                q0,
                Gaussian.pValue(Math.sqrt(q0)),
                Math.sqrt(q0),
                muExpected,
                q0Expected,
                Gaussian.pValue(zExpected),
                zExpected,
                band);
    }
}

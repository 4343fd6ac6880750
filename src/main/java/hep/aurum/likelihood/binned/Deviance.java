package hep.aurum.likelihood.binned;

/**
 * Sum twice the logarithm of the likelihood ratio to the saturated model, term by term.
 *
 * <p>A Poisson term rises above its minimum, at λ = n, by \( 2(\lambda - n + n\ln(n/\lambda)) \), which is written \( 2n(d -
 * \ln(1+d)) \) with \( d = \lambda/n - 1 \) so that rounding leaves errors of the order of \( 10^{-16}|\lambda - n| \) and not
 * \( 10^{-16} n\ln n \); a Gaussian one by the square of its pull.
 */
final class Deviance {

    private Deviance() {}

    /** Return the contribution of one count; rates below the floor are floored. */
    static double poisson(double n, double rate) {
        if (n == 0.0) {
            return 2.0 * PoissonTerm.floored(rate);
        }
        if (rate < PoissonTerm.FLOOR) {
            return PoissonTerm.value(n, rate) - 2.0 * (n - n * StrictMath.log(n));
        }
        double excess = (rate - n) / n;
        return 2.0 * n * (excess - StrictMath.log1p(excess));
    }

    /** Return the sum over all bins and constraints. */
    static double of(
            CompiledModel model,
            RateTable rates,
            double[] theta,
            double[] counts,
            double[] gaussianData,
            double[] poissonData) {
        double sum = 0.0;
        for (int b = 0; b < model.bins; b++) {
            sum += poisson(counts[b], rates.rate[b]);
        }
        for (int i = 0; i < gaussianData.length; i++) {
            double pull = (theta[model.gaussianParameter[i]] - gaussianData[i]) / model.gaussianSigma[i];
            sum += pull * pull;
        }
        for (int i = 0; i < poissonData.length; i++) {
            sum += poisson(poissonData[i], model.poissonTau[i] * theta[model.poissonParameter[i]]);
        }
        return sum;
    }
}

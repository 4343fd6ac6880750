package hep.aurum.infer.test;

import hep.aurum.infer.fit.Profile;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Put the asymptotic answer and that of toys side by side, with what may keep them apart.
 *
 * @param asymptotic by formula
 * @param toys by pseudo-experiments
 * @param zDifference how many standard deviations of a Gaussian toys move \( \mathrm{CL}_{s+b} \): \( Z_{\rm toys} - Z_{\rm
 *     asymptotic} \)
 * @param pull the difference of the p-values in binomial standard errors of the toys; beyond 3 it is not chance
 * @param reasons why the formula may be off here, one sentence each
 */
public record ToyComparison(
        TestResult asymptotic, ToyResult toys, double zDifference, double pull, List<String> reasons) {

    /** Below this many events in a bin the Poisson law is visibly no Gaussian. */
    private static final double FEW = 10.0;

    /** Copy the list. */
    public ToyComparison {
        reasons = List.copyOf(reasons);
    }

    /**
     * Test one value by formula and by toys.
     *
     * @param model with its data
     * @param statistic not {@link TestStatistic#Q0}
     * @param mu the tested value
     * @param plan how to draw the toys
     */
    public static ToyComparison of(StatisticalModel model, TestStatistic statistic, double mu, ToyPlan plan) {
        TestResult asymptotic = AsymptoticTest.of(model, statistic).at(mu);
        ToyTest test = ToyTest.of(model, statistic, plan);
        ToyResult toys = test.at(mu);
        double p = toys.test().clsb();
        return new ToyComparison(
                asymptotic,
                toys,
                significance(p, toys.clsbError()) - Gaussian.significance(asymptotic.clsb()),
                (p - asymptotic.clsb()) / toys.clsbError(),
                reasons(statistic, test.observed(), mu));
    }

    /** A p-value that no toy reached, or all did, counts as half a toy off. */
    private static double significance(double p, double error) {
        return Gaussian.significance(Math.max(0.5 * error, Math.min(1.0 - 0.5 * error, p)));
    }

    /** Return why asymptotic formulas may be off for a data set and a tested value, one sentence each. */
    public static List<String> reasons(TestStatistic statistic, Profile observed, double mu) {
        List<String> reasons = new ArrayList<>();
        StatisticalModel model = observed.model();
        double[] theta = observed.conditional(mu).point();
        double[] counts = model.expectedCounts(theta);
        int few = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double count : counts) {
            few += count < FEW ? 1 : 0;
            smallest = Math.min(smallest, count);
        }
        if (few > 0) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "low counts: %d of %d bins expect fewer than %.0f events, the least %.3g",
                    few,
                    counts.length,
                    FEW,
                    smallest));
        }
        if (statistic.isUpper() && observed.muHat() > mu) {
            reasons.add(
                    "ties: the best fit is above the tested value, where a one-sided statistic is 0 for data and toys "
                            + "alike; toys count all of them");
        }
        boundaries(observed, theta, reasons);
        if (!model.otherStarts(theta).isEmpty()) {
            reasons.add("functions: yields are not linear in the parameters, so that estimates have no Gaussian law");
        }
        return reasons;
    }

    private static void boundaries(Profile observed, double[] theta, List<String> reasons) {
        if (observed.muHat() <= observed.lowerBound() || observed.muHat() >= observed.upperBound()) {
            reasons.add(String.format(
                    Locale.ROOT, "boundary: the best fit is at %s, an end of its interval", observed.muHat()));
        }
        List<ModelParameter> parameters = observed.model().parameters();
        String poi = observed.model().poi().orElse("");
        for (int i = 0; i < theta.length; i++) {
            ModelParameter p = parameters.get(i);
            boolean isAtEnd = theta[i] <= p.lower() || theta[i] >= p.upper();
            if (!p.isFixed() && isAtEnd && !p.name().equals(poi)) {
                reasons.add(String.format(
                        Locale.ROOT, "boundary: %s is at %s, an end of its interval", p.name(), theta[i]));
            }
        }
    }
}

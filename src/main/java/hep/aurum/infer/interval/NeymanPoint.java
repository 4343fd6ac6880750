package hep.aurum.infer.interval;

/**
 * Hold one point of a Neyman belt.
 *
 * @param value of the parameter of interest
 * @param observed t of the observed data
 * @param threshold the least t that a fraction of the toys equal to the level do not exceed; \(\chi^2_1\)'s where Wilks holds
 * @param pValue fraction of toys with t at least as large as observed, ties included
 * @param pValueError its binomial standard error
 * @param isAccepted whether the point belongs to the set: the p-value exceeds one minus the level
 */
public record NeymanPoint(
        double value, double observed, double threshold, double pValue, double pValueError, boolean isAccepted) {}

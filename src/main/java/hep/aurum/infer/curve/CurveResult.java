package hep.aurum.infer.curve;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.infer.fit.Covariance;
import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.math.formula.Formula;
import java.util.List;
import java.util.OptionalDouble;

/** Hold the outcome of the fit of a curve. */
public final class CurveResult {

    private final Formula formula;
    private final double[] values;
    private final Covariance covariance;
    private final CurveStatistic statistic;
    private final double minimum;
    private final int degreesOfFreedom;
    private final int points;
    private final int skipped;
    private final List<String> atBound;

    CurveResult(
            Formula formula,
            double[] values,
            Covariance covariance,
            CurveStatistic statistic,
            double minimum,
            int degreesOfFreedom,
            int points,
            int skipped,
            List<String> atBound) {
        this.formula = formula;
        this.values = values;
        this.covariance = covariance;
        this.statistic = statistic;
        this.minimum = minimum;
        this.degreesOfFreedom = degreesOfFreedom;
        this.points = points;
        this.skipped = skipped;
        this.atBound = List.copyOf(atBound);
    }

    /** Return the formula that was fitted. */
    public Formula formula() {
        return formula;
    }

    /** Return the names of all parameters {@code [k]}. */
    public List<String> names() {
        return formula.parameters();
    }

    /** Return the fitted values {@code [k]}. */
    public double[] values() {
        return values.clone();
    }

    /** Return the errors {@code [k]}: roots of the variances, 0 for what was fixed or ended on an end of its interval. */
    public double[] errors() {
        return names().stream().mapToDouble(this::error).toArray();
    }

    /**
     * Return a fitted value.
     *
     * @throws NotFound if there is no such parameter
     */
    public double value(String name) {
        return values[index(name)];
    }

    /**
     * Return the error of a parameter.
     *
     * @throws NotFound if there is no such parameter
     */
    public double error(String name) {
        index(name);
        int row = covariance.names().indexOf(name);
        return row < 0 ? 0 : Math.sqrt(covariance.get(row, row));
    }

    /** Return the covariance of the parameters that have an error. */
    public Covariance covariance() {
        return covariance;
    }

    /** Return the statistic that was minimised. */
    public CurveStatistic statistic() {
        return statistic;
    }

    /** Return its value at the minimum. */
    public double minimum() {
        return minimum;
    }

    /** Return the number of points less that of the parameters that were not fixed. */
    public int degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /**
     * Return the probability of a worse fit if the curve is true, by the asymptotic \(\chi^2\) law; empty without degrees of
     * freedom, and for least squares, which knows no errors.
     */
    public OptionalDouble pValue() {
        return degreesOfFreedom > 0 && statistic != CurveStatistic.LEAST_SQUARES
                ? OptionalDouble.of(ChiSquare.pValue(degreesOfFreedom, Math.max(0, minimum)))
                : OptionalDouble.empty();
    }

    /** Return the number of points that were fitted. */
    public int points() {
        return points;
    }

    /** Return the number of points that were left out because they have no error. */
    public int skipped() {
        return skipped;
    }

    /** Return the parameters that ended on an end of their interval; they have no error. */
    public List<String> atBound() {
        return atBound;
    }

    private int index(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new NotFound("no parameter is named \"" + name + "\"", "", Names.suggest(name, names()));
        }
        return index;
    }
}

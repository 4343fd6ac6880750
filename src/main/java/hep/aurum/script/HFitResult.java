package hep.aurum.script;

import hep.aurum.base.Check;
import hep.aurum.infer.curve.CurveResult;
import java.util.List;
import java.util.Locale;

/** Hold the result of a fit; parameters are numbered from 0 in the order of their names. */
public final class HFitResult {

    private final CurveResult curve;
    private final double min;
    private final double max;

    HFitResult(CurveResult curve, double min, double max) {
        this.curve = curve;
        this.min = min;
        this.max = max;
    }

    CurveResult curve() {
        return curve;
    }

    /** Return the names of the parameters. */
    public String[] fittedParameterNames() {
        return curve.names().toArray(new String[0]);
    }

    /** Return the fitted values. */
    public double[] fittedParameters() {
        return curve.values();
    }

    /** Return a fitted value. */
    public double fittedParameter(String name) {
        return curve.value(name);
    }

    /** Return the errors; 0 for a parameter that was fixed or ended on an end of its range. */
    public double[] errors() {
        return curve.errors();
    }

    /** Return the error of a parameter. */
    public double error(String name) {
        return curve.error(name);
    }

    /** Return the covariance of two parameters; 0 if one of them has no error. */
    public double covMatrixElement(int i, int j) {
        int n = curve.names().size();
        Check.argument(i >= 0 && i < n && j >= 0 && j < n, "element (%d, %d) of %d parameters", i, j, n);
        List<String> rows = curve.covariance().names();
        int a = rows.indexOf(curve.names().get(i));
        int b = rows.indexOf(curve.names().get(j));
        return a < 0 || b < 0 ? 0 : curve.covariance().get(a, b);
    }

    /** Return what was minimised, at its minimum: chi2, or minus twice the logarithm of the likelihood ratio. */
    public double chi2() {
        return curve.minimum();
    }

    /** Return the number of points less that of free parameters. */
    public int ndf() {
        return curve.degreesOfFreedom();
    }

    /** Return chi2/ndf, as AIDA has it; NaN without degrees of freedom. */
    public double quality() {
        return ndf() > 0 ? chi2() / ndf() : Double.NaN;
    }

    /** Return the probability of a worse fit; NaN without degrees of freedom and for least squares. */
    public double pValue() {
        return curve.pValue().orElse(Double.NaN);
    }

    /** Return the number of points without error that the fit left out. */
    public int skipped() {
        return curve.skipped();
    }

    /** Return the parameters that ended on an end of their range. */
    public List<String> atBound() {
        return curve.atBound();
    }

    /** Return the fitted function over the range of the fit. */
    public F1D fittedFunction() {
        return F1D.of("Fit", curve.formula(), curve.values(), min, max);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int width = curve.names().stream().mapToInt(String::length).max().orElse(1);
        for (String name : curve.names()) {
            text.append(String.format(
                            Locale.ROOT,
                            "%-" + width + "s = %12.6g +- %.3g%n",
                            name,
                            curve.value(name),
                            curve.error(name))
                    .replace("\r", ""));
        }
        text.append(String.format(Locale.ROOT, "chi2/ndf = %.4g/%d, p = %.3g", chi2(), ndf(), pValue()));
        if (skipped() > 0) {
            text.append(", ").append(skipped()).append(" points without error left out");
        }
        if (!atBound().isEmpty()) {
            text.append(", at an end of their range: ").append(String.join(", ", atBound()));
        }
        return text.toString();
    }
}

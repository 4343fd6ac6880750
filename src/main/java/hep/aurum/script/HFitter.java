package hep.aurum.script;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.infer.curve.CurveData;
import hep.aurum.infer.curve.CurveFit;
import hep.aurum.infer.curve.CurveStatistic;
import hep.aurum.infer.curve.ProfileInterval;
import hep.aurum.math.formula.Formula;
import hep.aurum.math.optim.Box;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fit a function to a histogram or to points.
 *
 * <p>Functions by name: {@code g} or {@code gauss} (amplitude, mean, sigma), {@code g2} (two of them), {@code e} (amplitude,
 * exponent), {@code p0} to {@code p9} (p0, p1, ...), {@code l} or {@code lorentzian} (amplitude, mean, gamma),
 * {@code moyal} (amplitude, mpv, width), {@code pow} (a, b, c), and sums such as {@code g+p2}; these start from values that are
 * guessed from the data. Or a formula of one's own, whose names other than x are the parameters; what {@link #setPar} does not
 * set starts at 1.
 *
 * <p>Methods: {@code chi2} (errors of the data; bins without are left out), {@code cleverchi2} (the variance is the
 * prediction), {@code bml} (binned Poisson likelihood, for counts), {@code leastsquares}. A histogram is compared with the
 * function at the centres of its bins unless {@link #setBinMean} says otherwise. Errors are those of the curvature at the
 * minimum; {@link #minos} follows the valley.
 */
public final class HFitter {

    private static final Map<String, CurveStatistic> METHODS = methods();
    private static final Set<String> WIDTHS = Set.of("sigma", "sigma2", "gamma", "width");

    private String method;
    private @Nullable Formula formula;
    private List<String> parts = List.of();
    private final Map<String, Double> starts = new LinkedHashMap<>();
    private final Map<String, double[]> ranges = new LinkedHashMap<>();
    private final Set<String> fixed = new TreeSet<>();
    private double min = Double.NEGATIVE_INFINITY;
    private double max = Double.POSITIVE_INFINITY;
    private boolean binMean;
    private @Nullable CurveFit lastFit;
    private @Nullable CurveData lastData;
    private @Nullable HFitResult result;

    /** Create a fitter that minimises chi2. */
    public HFitter() {
        this("chi2");
    }

    /** Create a fitter of a method. */
    public HFitter(String method) {
        this.method = checked(method);
    }

    private static Map<String, CurveStatistic> methods() {
        Map<String, CurveStatistic> methods = new LinkedHashMap<>();
        methods.put("chi2", CurveStatistic.CHI2);
        methods.put("cleverchi2", CurveStatistic.PEARSON);
        methods.put("bml", CurveStatistic.POISSON);
        methods.put("leastsquares", CurveStatistic.LEAST_SQUARES);
        return methods;
    }

    private static String checked(String method) {
        String name = method.toLowerCase(Locale.ROOT);
        if (name.equals("uml")) {
            throw new NotSupported(
                    "unbinned fits are not offered here", "", "fill the values into an H1D with fine bins and use bml");
        }
        if (!METHODS.containsKey(name)) {
            throw new NotFound(
                    "no fit method is named \"" + method + "\"", "", Names.suggest(method, METHODS.keySet()));
        }
        return name;
    }

    /** Choose the method: {@code chi2}, {@code cleverchi2}, {@code bml} or {@code leastsquares}. */
    public HFitter setFitMethod(String newMethod) {
        method = checked(newMethod);
        return this;
    }

    /** Return the method. */
    public String getFitMethod() {
        return method;
    }

    /** Return the methods. */
    public String[] getFitMethods() {
        return METHODS.keySet().toArray(new String[0]);
    }

    /** Return the names of functions. */
    public String[] getFuncCatalog() {
        return FitCatalog.names().toArray(new String[0]);
    }

    /**
     * Choose the function by its name, or write a formula; forgets values, ranges and what was fixed.
     *
     * @throws NotFound if a single word names nothing
     */
    public HFitter setFunc(String function) {
        parts = FitCatalog.parts(function);
        return use(FitCatalog.formula(function));
    }

    /**
     * Choose a formula with parameters in a given order, as AIDA scripts write it.
     *
     * @param name of the function
     * @param dimension 1
     * @param definition in x or x[0]
     * @param parameters names with commas between
     */
    public HFitter setFunc(String name, int dimension, String definition, String parameters) {
        Check.argument(dimension == 1, "the function %s has %d variables, expected 1", name, dimension);
        parts = List.of();
        return use(Formula.parse(
                definition,
                Arrays.stream(parameters.split(",", -1)).map(String::strip).toList()));
    }

    /** Choose a function; the parameters that have values start there. */
    public HFitter setFunc(F1D function) {
        Formula chosen = function.formula();
        if (chosen == null) {
            throw new NotSupported(
                    "the function " + function.getTitle() + " is code, which has no parameters to fit",
                    "",
                    "write it as a formula");
        }
        parts = List.of();
        use(chosen);
        for (String name : chosen.parameters()) {
            if (!Double.isNaN(function.getPar(name))) {
                starts.put(name, function.getPar(name));
            }
        }
        return this;
    }

    private HFitter use(Formula chosen) {
        if (chosen.parameters().isEmpty()) {
            throw new BadInput(
                    "the function " + chosen.text() + " has no parameters to fit", "", "name them, such as a*x + b");
        }
        formula = chosen;
        starts.clear();
        ranges.clear();
        fixed.clear();
        result = null;
        return this;
    }

    private Formula function() {
        if (formula == null) {
            throw new BadInput("there is no function to fit", "", "choose one by setFunc(\"gauss\")");
        }
        return formula;
    }

    private String known(String name) {
        List<String> names = function().parameters();
        if (!names.contains(name)) {
            throw new NotFound("no parameter is named \"" + name + "\"", "", Names.suggest(name, names));
        }
        return name;
    }

    /** Return the function with its parameters where the fit would start, as far as they are set. */
    public F1D getFunc() {
        Formula chosen = function();
        double[] values = chosen.parameters().stream()
                .mapToDouble(name -> starts.getOrDefault(name, Double.NaN))
                .toArray();
        return F1D.of(chosen.text(), chosen, values, min, max);
    }

    /** Set where a parameter starts. */
    public HFitter setPar(String name, double value) {
        starts.put(known(name), Check.finite(name, value));
        return this;
    }

    /** Set the interval of a parameter. */
    public HFitter setParRange(String name, double from, double to) {
        Check.argument(from < to, "the range of %s is %s to %s, expected min < max", name, from, to);
        ranges.put(known(name), new double[] {from, to});
        return this;
    }

    /** Accept a step, which this search by exact derivatives does not need. */
    public HFitter setParStep(String name, double step) {
        Check.argument(step > 0, "the step of %s is %s, expected more than 0", known(name), step);
        return this;
    }

    /** Hold a parameter at its starting value. */
    public HFitter setParFixed(String name) {
        return setParFixed(name, true);
    }

    /** Hold a parameter at its starting value, or let it go. */
    public HFitter setParFixed(String name, boolean held) {
        if (held) {
            fixed.add(known(name));
        } else {
            fixed.remove(known(name));
        }
        return this;
    }

    /** Fit only what lies between two values of x: points, or bins by their centres. */
    public HFitter setRange(double from, double to) {
        Check.argument(from < to, "the range is %s to %s, expected min < max", from, to);
        min = from;
        max = to;
        return this;
    }

    /** Compare histograms with the mean of the function over each bin, not with its value at the centre. */
    public HFitter setBinMean(boolean yes) {
        binMean = yes;
        return this;
    }

    /** Fit a histogram. */
    public HFitter fit(H1D histogram) {
        CurveData data = CurveData.ofBins(histogram.get(), min, max);
        return run(binMean ? data.withMeanOverBins() : data, histogram.getMin(), histogram.getMax());
    }

    /** Fit points; the error of y is the mean of both directions, errors of x do not count. */
    public HFitter fit(P1D points) {
        int[] kept = IntStream.range(0, points.size())
                .filter(i -> points.getX(i) >= min && points.getX(i) <= max)
                .toArray();
        CurveData data = CurveData.ofPoints(
                Arrays.stream(kept).mapToDouble(points::getX).toArray(),
                Arrays.stream(kept).mapToDouble(points::getY).toArray(),
                Arrays.stream(kept)
                        .mapToDouble(i -> 0.5 * (points.getYupper(i) + points.getYlower(i)))
                        .toArray());
        return run(data, points.size() == 0 ? 0 : points.getMin(0), points.size() == 0 ? 0 : points.getMax(0));
    }

    private HFitter run(CurveData data, double left, double right) {
        Formula chosen = function();
        Map<String, Double> from = FitStart.of(parts, data);
        from.putAll(starts);
        double[] start = chosen.parameters().stream()
                .mapToDouble(name -> from.getOrDefault(name, 1.0))
                .toArray();
        CurveFit fit = CurveFit.of(chosen).withStart(start).withBox(box(chosen, start, data));
        double first = Math.max(min, left);
        double last = Math.min(max, right);
        result = new HFitResult(
                fit.fit(Objects.requireNonNull(METHODS.get(method)), data), first, first < last ? last : first + 1);
        lastFit = fit;
        lastData = data;
        return this;
    }

    private Box box(Formula chosen, double[] start, CurveData data) {
        double[] lower = new double[start.length];
        double[] upper = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            String name = chosen.parameters().get(i);
            double[] range = ranges.get(name);
            boolean width = !parts.isEmpty() && WIDTHS.contains(name);
            lower[i] = range != null ? range[0] : width ? FitStart.narrowest(data) : Double.NEGATIVE_INFINITY;
            upper[i] = range != null ? range[1] : Double.POSITIVE_INFINITY;
            if (fixed.contains(name)) {
                lower[i] = start[i];
                upper[i] = start[i];
            }
        }
        return Box.of(lower, upper);
    }

    /** Return the result of the last fit. */
    public HFitResult getResult() {
        if (result == null) {
            throw new BadInput("nothing was fitted yet", "", "call fit(...) first");
        }
        return result;
    }

    /** Return the fitted function over the range of the fit. */
    public F1D getFittedFunc() {
        return getResult().fittedFunction();
    }

    /**
     * Return how far a parameter can move down and up, the others fitted anew, until the fit is worse by one.
     *
     * @return {down, up}, infinite where the range of the parameter ends before
     */
    public double[] minos(String name) {
        HFitResult last = getResult();
        if (lastFit == null || lastData == null) {
            throw new BadInput("nothing was fitted yet", "", "call fit(...) first");
        }
        ProfileInterval interval = lastFit.profile(last.curve(), lastData, name);
        return new double[] {interval.down(), interval.up()};
    }

    @Override
    public String toString() {
        return "HFitter by " + method + (formula == null ? "" : " of " + formula.text())
                + (result == null ? "" : "\n" + result);
    }
}

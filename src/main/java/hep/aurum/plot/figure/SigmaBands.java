package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.infer.limit.LimitResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hold an expectation along an axis: its median and its bands of one and two standard deviations. */
public final class SigmaBands {

    private static final List<String> KEYS =
            List.of("minus_2_sigma", "minus_1_sigma", "median", "plus_1_sigma", "plus_2_sigma");

    private final double[] x;
    private final double[][] values;

    private SigmaBands(double[] x, double[][] values) {
        this.x = x;
        this.values = values;
    }

    /**
     * Create bands.
     *
     * @param x {@code [n]}, finite and strictly ascending
     * @param values {@code [n][5]} at −2, −1, 0, 1 and 2 standard deviations, finite and not descending
     * @throws IllegalArgumentException if a number is not as it should be
     */
    public static SigmaBands of(double[] x, List<List<Double>> values) {
        Check.argument(x.length > 0, "bands without a point");
        Check.length("points of the bands", values.size(), x.length);
        double[][] columns = new double[5][x.length];
        for (int i = 0; i < x.length; i++) {
            Check.finite("x of the bands", x[i]);
            Check.argument(i == 0 || x[i] > x[i - 1], "x of the bands does not ascend at %s", x[i]);
            Check.length("expected values at x = " + x[i], values.get(i).size(), 5);
            for (int band = 0; band < 5; band++) {
                columns[band][i] = Check.finite(
                        "an expected value at x = " + x[i], values.get(i).get(band));
                Check.argument(
                        band == 0 || columns[band][i] >= columns[band - 1][i],
                        "the expected values %s at x = %s descend; their order is −2, −1, 0, 1, 2 sigma",
                        values.get(i),
                        x[i]);
            }
        }
        return new SigmaBands(x.clone(), columns);
    }

    /** Create the bands of expected limits, one at each value of x. */
    public static SigmaBands ofLimits(double[] x, List<LimitResult> limits) {
        return of(x, limits.stream().map(LimitResult::expected).toList());
    }

    /** Return the number of points. */
    public int size() {
        return x.length;
    }

    /** Return the curve at a number of standard deviations from −2 to 2. */
    public Curve at(int sigma) {
        return Curve.of(x, values[sigma + 2]);
    }

    /** Return the median. */
    public Curve median() {
        return at(0);
    }

    /** Return all five curves by the names that documents give them. */
    Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (int band = 0; band < 5; band++) {
            numbers.put(KEYS.get(band), Curve.list(values[band]));
        }
        return numbers;
    }

    List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (int sigma = -2; sigma <= 2; sigma++) {
            curves.add(at(sigma));
        }
        return curves;
    }
}

package hep.aurum.script;

import hep.aurum.infer.curve.CurveData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Guess where a fit of catalogued functions starts, from the data. */
final class FitStart {

    /** Widths below this fraction of the distance of neighbouring points cannot be measured. */
    private static final double NARROWEST = 1e-3;

    /** Full width at half maximum of a Gaussian, in standard deviations. */
    private static final double FWHM = 2 * Math.sqrt(2 * StrictMath.log(2));

    private final CurveData data;
    private final Map<String, Double> values = new HashMap<>();

    private FitStart(CurveData data) {
        this.data = data;
    }

    /** Return starting values by parameter for a sum of functions of the catalogue. */
    static Map<String, Double> of(List<String> parts, CurveData data) {
        FitStart start = new FitStart(data);
        if (data.size() > 1) {
            boolean alone = parts.size() == 1;
            double base = alone ? 0 : start.baseline();
            for (String part : parts) {
                start.guess(part, base, alone);
            }
        }
        return start.values;
    }

    /** Return the least width that peaks may take in a fit. */
    static double narrowest(CurveData data) {
        return data.size() < 2 ? 0 : NARROWEST * Math.abs(data.x(data.size() - 1) - data.x(0)) / (data.size() - 1);
    }

    private void guess(String part, double base, boolean alone) {
        switch (part) {
            case "g", "lorentzian", "moyal", "g2" -> peak(part, base, alone);
            case "e" -> exponential();
            case "pow" -> {
                // Nothing is known of its end point but that it lies beyond the data.
                values.put("b", 2 * data.x(data.size() - 1) - data.x(0));
            }
            default -> polynomial(part, alone ? mean() : base);
        }
    }

    private void polynomial(String part, double constant) {
        int degree = Integer.parseInt(part.substring(1));
        for (int i = 0; i <= degree; i++) {
            values.put("p" + i, i == 0 ? constant : 0.0);
        }
    }

    private double mean() {
        return mean(0, data.size());
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += data.y(i);
        }
        return sum / (to - from);
    }

    /** The lower one of the two ends' levels. */
    private double baseline() {
        int tenth = Math.max(1, data.size() / 10);
        return Math.min(mean(0, tenth), mean(data.size() - tenth, data.size()));
    }

    private void exponential() {
        int n = data.size();
        int half = n / 2;
        double first = mean(0, half);
        double second = mean(half, n);
        double distance = 0.5 * (data.x(n - 1) - data.x(0));
        double slope = first > 0 && second > 0 && distance != 0 ? StrictMath.log(second / first) / distance : 0;
        values.put("exponent", slope);
        values.put("amplitude", mean() * StrictMath.exp(-slope * 0.5 * (data.x(0) + data.x(n - 1))));
    }

    private void peak(String part, double base, boolean alone) {
        int top = 0;
        for (int i = 1; i < data.size(); i++) {
            top = data.y(i) > data.y(top) ? i : top;
        }
        double height = data.y(top) - base;
        double centre = data.x(top);
        double sigma = widthAround(top, base + 0.5 * height) / FWHM;
        if (alone) {
            double[] moments = moments();
            centre = moments[0];
            sigma = moments[1] > 0 ? moments[1] : sigma;
        }
        values.put("amplitude", part.equals("moyal") ? height * Math.sqrt(Math.E) : height);
        values.put(part.equals("moyal") ? "mpv" : "mean", part.equals("g") ? centre : data.x(top));
        switch (part) {
            case "lorentzian" -> values.put("gamma", widthAround(top, base + 0.5 * height));
            case "moyal" -> values.put("width", 0.5 * sigma);
            default -> values.put("sigma", part.equals("g2") ? 0.5 * sigma : sigma);
        }
        if (part.equals("g2")) {
            values.put("amplitude2", 0.3 * height);
            values.put("mean2", centre);
            values.put("sigma2", 2 * sigma);
        }
    }

    /** Mean and spread of x, weighted by what is positive. */
    private double[] moments() {
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < data.size(); i++) {
            double weight = Math.max(0, data.y(i));
            sum += weight;
            first += weight * data.x(i);
        }
        double mean = sum > 0 ? first / sum : data.x(data.size() / 2);
        for (int i = 0; i < data.size(); i++) {
            double distance = data.x(i) - mean;
            second += Math.max(0, data.y(i)) * distance * distance;
        }
        return new double[] {mean, sum > 0 ? Math.sqrt(second / sum) : 0};
    }

    /** The width of the data above a level around their highest point, at least one distance of neighbours. */
    private double widthAround(int top, double level) {
        int left = top;
        while (left > 0 && data.y(left - 1) > level) {
            left--;
        }
        int right = top;
        while (right < data.size() - 1 && data.y(right + 1) > level) {
            right++;
        }
        double spacing = Math.abs(data.x(data.size() - 1) - data.x(0)) / (data.size() - 1);
        return Math.abs(data.x(right) - data.x(left)) + spacing;
    }
}

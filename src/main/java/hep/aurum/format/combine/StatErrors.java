package hep.aurum.format.combine;

import hep.aurum.likelihood.binned.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Add the statistical uncertainties of the histograms of a channel, by Combine's rules for {@code autoMCStats}.
 *
 * <p>A bin whose sum of backgrounds is worth more unweighted events than the threshold gets one factor for the sum of
 * all processes with a Gaussian constraint. In other bins each process has a factor of its own: Poisson if it is worth
 * no more unweighted events than the threshold, rounded to an integer and at least one, else Gaussian.
 */
final class StatErrors {

    private final String name;
    private final double threshold;
    private final boolean countsSignal;
    private final boolean isWhole;

    private StatErrors(String name, double threshold, boolean countsSignal, boolean isWhole) {
        this.name = name;
        this.threshold = threshold;
        this.countsSignal = countsSignal;
        this.isWhole = isWhole;
    }

    /** Read {@code channel autoMCStats threshold [include-signal] [mode]}. */
    static StatErrors of(String channel, CardLine line) {
        double threshold = line.number(2, "threshold");
        double mode = line.size() > 4 ? line.number(4, "mode") : 1.0;
        if (mode != 1.0 && mode != 2.0) {
            throw line.notSupported("the mode " + mode + " of autoMCStats", "use 1 or 2");
        }
        boolean countsSignal = line.size() > 3 && line.number(3, "include-signal") != 0.0;
        return new StatErrors("prop_bin" + channel, threshold, countsSignal, mode == 2.0);
    }

    /** Return whether variations move rate and shape of a histogram together. */
    boolean isWhole() {
        return isWhole;
    }

    /** Add the factors; a negative threshold asks for none. */
    void addTo(List<Cell> cells) {
        if (cells.isEmpty() || threshold < 0.0) {
            return;
        }
        int bins = cells.get(0).nominal().bins();
        boolean[] isTotal = new boolean[bins];
        boolean[] isSkipped = new boolean[bins];
        for (int b = 0; b < bins; b++) {
            double sum = 0.0;
            double square = 0.0;
            for (Cell cell : cells) {
                if (countsSignal || !cell.column().isSignal()) {
                    sum += cell.nominal().contents().get(b);
                    square += squared(cell.nominal().errors().get(b));
                }
            }
            isSkipped[b] = square == 0.0;
            isTotal[b] = !isSkipped[b] && Math.rint(sum * sum / square) > threshold;
        }
        for (Cell cell : cells) {
            addTo(cell, isTotal, isSkipped);
        }
    }

    private void addTo(Cell cell, boolean[] isTotal, boolean[] isSkipped) {
        List<Double> total = new ArrayList<>();
        List<Double> gauss = new ArrayList<>();
        List<Double> poisson = new ArrayList<>();
        for (int b = 0; b < isTotal.length; b++) {
            double content = cell.nominal().contents().get(b);
            double error = cell.nominal().errors().get(b);
            double events = error > 0.0 ? Math.rint(squared(content / error)) : 0.0;
            boolean isAlone = !isSkipped[b] && !isTotal[b] && error > 0.0 && content > 0.0;
            total.add(isTotal[b] ? error : 0.0);
            gauss.add(isAlone && events > threshold ? error : 0.0);
            poisson.add(isAlone && events <= threshold ? content / Math.sqrt(Math.max(1.0, events)) : 0.0);
        }
        // Bins without an uncertainty are held; a factor of no bin at all is left out.
        if (hasAny(isTotal)) {
            cell.add(new Modifier.StatError(name, total));
        }
        String own = name + "_" + cell.column().process();
        if (hasAny(poisson)) {
            cell.add(new Modifier.ShapeSys(own, poisson));
        }
        if (hasAny(gauss)) {
            cell.add(new Modifier.StatError(hasAny(poisson) ? own + "_gauss" : own, gauss));
        }
    }

    private static double squared(double x) {
        return x * x;
    }

    private static boolean hasAny(List<Double> values) {
        return values.stream().anyMatch(x -> x > 0.0);
    }

    private static boolean hasAny(boolean[] values) {
        for (boolean value : values) {
            if (value) {
                return true;
            }
        }
        return false;
    }
}

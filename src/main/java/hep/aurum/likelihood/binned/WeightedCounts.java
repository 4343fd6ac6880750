package hep.aurum.likelihood.binned;

import java.util.Arrays;
import java.util.List;

/** Hold the sum of weights and of squared weights by bin. */
final class WeightedCounts {

    private final double[] sums;
    private final double[] squares;

    WeightedCounts(double[] sums, double[] squares) {
        this.sums = sums;
        this.squares = squares;
    }

    double sum(int bin) {
        return sums[bin];
    }

    double square(int bin) {
        return squares[bin];
    }

    int bins() {
        return sums.length;
    }

    /** Return the bin contents. */
    List<Double> contents() {
        return Arrays.stream(sums).boxed().toList();
    }

    /** Return the statistical uncertainties, the square roots of the summed squares. */
    List<Double> errors() {
        return Arrays.stream(squares).map(Math::sqrt).boxed().toList();
    }

    /** The number of unweighted events with the same relative uncertainty; 0 where the contents are not positive. */
    static double effective(double sum, double square) {
        return sum > 0.0 ? sum * sum / square : 0.0;
    }
}

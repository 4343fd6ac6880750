package hep.aurum.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Count the events of a mixture from θ in bins of their predicted probability to be, each of about the same variance. */
final class CalibrationBins {

    private static final int MOST = 10;
    private static final double LEAST_VARIANCE = 100;

    private final List<Bin> bins;
    private final double total;

    private CalibrationBins(List<Bin> bins, double total) {
        this.bins = bins;
        this.total = total;
    }

    /** One bin: weights of its events, of those from θ, predicted for θ, and the variance of the difference. */
    private record Bin(double weight, double fromPoint, double predicted, double variance) {

        double excess() {
            return fromPoint - predicted;
        }
    }

    /** One event with its predicted probability to be from θ. */
    private record Toss(double probability, double weight, boolean isFromPoint, double variance) {}

    /** Sort events into bins; none if their variance does not fill one. */
    static CalibrationBins of(Answers reference, Answers point) {
        List<Toss> tosses = new ArrayList<>();
        add(tosses, reference, false);
        add(tosses, point, true);
        tosses.sort(Comparator.comparingDouble(Toss::probability));
        double variance = tosses.stream().mapToDouble(Toss::variance).sum();
        int count = (int) Math.min(MOST, variance / LEAST_VARIANCE);
        List<Bin> bins = new ArrayList<>();
        int first = 0;
        double seen = 0;
        for (int i = 0; i < tosses.size() && count > 0; i++) {
            seen += tosses.get(i).variance();
            boolean isFull = bins.size() < count - 1 && seen >= variance * (bins.size() + 1) / count;
            if (isFull || i == tosses.size() - 1) {
                bins.add(bin(tosses.subList(first, i + 1)));
                first = i + 1;
            }
        }
        return new CalibrationBins(bins, tosses.stream().mapToDouble(Toss::weight).sum());
    }

    /**
     * The variance of a toss is \(w^2 p(1-p)\). Weights of a weighted law stand for their mean square, since they are not part of
     * what the ratio predicts.
     */
    private static void add(List<Toss> tosses, Answers answers, boolean isFromPoint) {
        double sum = Arrays.stream(answers.weights()).sum();
        double squares = Arrays.stream(answers.weights()).map(w -> w * w).sum();
        for (int i = 0; i < answers.weights().length; i++) {
            double p = 1 - Answers.output(answers.logRatios()[i]);
            double w = answers.weights()[i];
            tosses.add(new Toss(p, w, isFromPoint, Math.abs(w) * squares / sum * p * (1 - p)));
        }
    }

    private static Bin bin(List<Toss> tosses) {
        double weight = 0;
        double fromPoint = 0;
        double predicted = 0;
        double variance = 0;
        double squares = 0;
        boolean isWeighted = false;
        for (Toss toss : tosses) {
            double excess = toss.weight() * ((toss.isFromPoint() ? 1 : 0) - toss.probability());
            weight += toss.weight();
            fromPoint += toss.isFromPoint() ? toss.weight() : 0;
            predicted += toss.weight() * toss.probability();
            variance += toss.variance();
            squares += excess * excess;
            isWeighted |= toss.weight() != 1;
        }
        // Weights that depend on x may scatter more than their mean square tells; what is seen in the bin then counts.
        return new Bin(weight, fromPoint, predicted, isWeighted ? Math.max(variance, squares) : variance);
    }

    int size() {
        return bins.size();
    }

    double chiSquare() {
        return bins.stream().mapToDouble(b -> b.excess() * b.excess() / b.variance()).sum();
    }

    /** Return the expected calibration error. */
    double error() {
        return bins.stream().mapToDouble(b -> Math.abs(b.excess())).sum() / total;
    }

    /** Return the calibration error of a perfect classifier, by the tosses alone. */
    double expectedError() {
        return bins.stream()
                        .mapToDouble(b -> Math.sqrt(2 / Math.PI * b.variance()))
                        .sum()
                / total;
    }

    /** Return the standard deviation of the calibration error of a perfect classifier. */
    double errorOfError() {
        return Math.sqrt(bins.stream()
                        .mapToDouble(b -> (1 - 2 / Math.PI) * b.variance())
                        .sum())
                / total;
    }

    /** Return the offset of all fractions that gives a non-centrality of \(\chi^2\). */
    double findable(double nonCentrality) {
        double perSquare =
                bins.stream().mapToDouble(b -> b.weight() * b.weight() / b.variance()).sum();
        return Math.sqrt(nonCentrality / perSquare);
    }

    /** Return the mean prediction in each bin. */
    double[] predictions() {
        return bins.stream().mapToDouble(b -> b.predicted() / b.weight()).toArray();
    }

    /** Return the fraction from θ in each bin. */
    double[] fractions() {
        return bins.stream().mapToDouble(b -> b.fromPoint() / b.weight()).toArray();
    }
}

package hep.aurum.source;

/**
 * Sum up one weight over the events of a sample.
 *
 * <p>The sums are compensated (Neumaier 1974), so that they keep their digits for any number of events.
 */
public final class WeightSums {

    private long count;
    private long negative;
    private double sum;
    private double sumError;
    private double sumOfSquares;
    private double squaresError;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    /** Create empty sums. */
    public WeightSums() {}

    /** Add the weight of one event. */
    public void add(double weight) {
        count++;
        negative += weight < 0 ? 1 : 0;
        double total = sum + weight;
        sumError += Math.abs(sum) >= Math.abs(weight) ? sum - total + weight : weight - total + sum;
        sum = total;
        double square = weight * weight;
        double squares = sumOfSquares + square;
        squaresError += sumOfSquares >= square ? sumOfSquares - squares + square : square - squares + sumOfSquares;
        sumOfSquares = squares;
        least = Math.min(least, weight);
        greatest = Math.max(greatest, weight);
    }

    /** Return the number n of events. */
    public long count() {
        return count;
    }

    /** Return \(\sum w\). */
    public double sum() {
        return sum + sumError;
    }

    /** Return \(\sum w^2\). */
    public double sumOfSquares() {
        return sumOfSquares + squaresError;
    }

    /** Return the mean \(\bar w\); 0 without events. */
    public double mean() {
        return count == 0 ? 0 : sum() / count;
    }

    /**
     * Return the standard error of the mean, \(\sqrt{(\overline{w^2} - \bar w^2)/(n-1)}\).
     *
     * @return infinity for fewer than two events, exactly 0 when all weights are equal
     */
    public double meanError() {
        if (count < 2) {
            return Double.POSITIVE_INFINITY;
        }
        if (least == greatest) {
            return 0;
        }
        double mean = mean();
        return Math.sqrt(Math.max(0, sumOfSquares() / count - mean * mean) / (count - 1));
    }

    /** Return the effective number of events \((\sum w)^2 / \sum w^2\); 0 where all weights are 0. */
    public double effectiveCount() {
        double squares = sumOfSquares();
        return squares > 0 ? sum() * sum() / squares : 0;
    }

    /** Return the least weight; infinity without events. */
    public double least() {
        return least;
    }

    /** Return the greatest weight; minus infinity without events. */
    public double greatest() {
        return greatest;
    }

    /** Return the largest absolute weight; 0 without events. */
    public double greatestMagnitude() {
        return count == 0 ? 0 : Math.max(Math.abs(least), Math.abs(greatest));
    }

    /** Return the fraction of events whose weight is negative; 0 without events. */
    public double negativeFraction() {
        return count == 0 ? 0 : (double) negative / count;
    }
}

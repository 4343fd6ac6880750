package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.Arrays;

/**
 * Keep every fill with its weight, for as long as it is not known how to bin them.
 *
 * <p>Moments are those of the fills themselves; a histogram of any binning can be made later.
 */
public final class Cloud implements Content {

    /** Largest number of coordinates. */
    public static final int MAX_DIMENSION = 3;

    private final String title;
    private final double[][] coordinates;
    private final double[] weights;

    private Cloud(String title, double[][] coordinates, double[] weights) {
        this.title = title;
        this.coordinates = coordinates;
        this.weights = weights;
    }

    /** Start to fill an empty cloud of 1 to {@link #MAX_DIMENSION} coordinates. */
    public static Builder builder(String title, int dimension) {
        return new Builder(title, dimension);
    }

    @Override
    public String title() {
        return title;
    }

    /** Return the number of coordinates. */
    public int dimension() {
        return coordinates.length;
    }

    /** Return the number of fills. */
    public int size() {
        return weights.length;
    }

    /** Return coordinate {@code d} of fill {@code i}. */
    public double value(int i, int d) {
        return coordinates[d][i];
    }

    /** Return the weight of fill {@code i}. */
    public double weight(int i) {
        return weights[i];
    }

    /** Return \(\sum w\). */
    public double sumW() {
        return sum(0, 0);
    }

    /** Return the mean of coordinate {@code d}, 0 for an empty cloud. */
    public double mean(int d) {
        return BinSums.mean(sum(d, 0), sum(d, 1));
    }

    /** Return the spread of coordinate {@code d}, 0 for an empty cloud. */
    public double rms(int d) {
        return BinSums.rms(sum(d, 0), sum(d, 1), sum(d, 2));
    }

    /** Return \((\sum w)^2/\sum w^2\), 0 for an empty cloud. */
    public double effectiveEntries() {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return BinSums.effective(sumW(), squares);
    }

    private double sum(int d, int power) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double x = coordinates[d][i];
            sum += power == 0 ? weights[i] : power == 1 ? weights[i] * x : weights[i] * x * x;
        }
        return sum;
    }

    /** Return the smallest and the largest value of coordinate {@code d}; infinite and reversed for an empty cloud. */
    public double[] range(int d) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double x : coordinates[d]) {
            range[0] = Math.min(range[0], x);
            range[1] = Math.max(range[1], x);
        }
        return range;
    }

    /**
     * Bin the first coordinate.
     *
     * @throws IllegalArgumentException if there is not exactly one coordinate
     */
    public Histogram1D histogram(Axis axis) {
        Check.argument(dimension() == 1, "a cloud of %d coordinates cannot fill one axis", dimension());
        Histogram1D.Builder fill = Histogram1D.builder(title, axis);
        for (int i = 0; i < weights.length; i++) {
            fill.fill(coordinates[0][i], weights[i]);
        }
        return fill.build();
    }

    /**
     * Bin two coordinates.
     *
     * @throws IllegalArgumentException if there are not exactly two coordinates
     */
    public Histogram2D histogram(Axis xAxis, Axis yAxis) {
        Check.argument(dimension() == 2, "a cloud of %d coordinates cannot fill two axes", dimension());
        Histogram2D.Builder fill = Histogram2D.builder(title, xAxis, yAxis);
        for (int i = 0; i < weights.length; i++) {
            fill.fill(coordinates[0][i], coordinates[1][i], weights[i]);
        }
        return fill.build();
    }

    /** Add the fills of another cloud behind these. */
    public Cloud plus(Cloud other) {
        Builder both = new Builder(title, dimension());
        both.addAll(this);
        both.addAll(other);
        return both.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cloud cloud
                && title.equals(cloud.title)
                && Arrays.equals(weights, cloud.weights)
                && Arrays.deepEquals(coordinates, cloud.coordinates);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weights) + Arrays.deepHashCode(coordinates);
    }

    @Override
    public String toString() {
        return "Cloud " + title + ": " + size() + " fills of dimension " + dimension();
    }

    /** Fill a cloud; one builder belongs to one thread. */
    public static final class Builder {

        private static final int FIRST = 16;

        private final String title;
        private final double[][] coordinates;
        private double[] weights = new double[FIRST];
        private int size;

        private Builder(String title, int dimension) {
            Check.argument(
                    dimension >= 1 && dimension <= MAX_DIMENSION,
                    "a cloud of dimension %d, expected 1 to %d",
                    dimension,
                    MAX_DIMENSION);
            this.title = title;
            this.coordinates = new double[dimension][FIRST];
        }

        /**
         * Keep a fill.
         *
         * @param weight of any sign, finite
         * @param x one finite value per coordinate
         */
        public Builder fill(double weight, double... x) {
            Check.length("a fill of the cloud", x.length, coordinates.length);
            Check.finite("weight", weight);
            if (size == weights.length) {
                weights = Arrays.copyOf(weights, 2 * size);
                for (int d = 0; d < coordinates.length; d++) {
                    coordinates[d] = Arrays.copyOf(coordinates[d], 2 * size);
                }
            }
            for (int d = 0; d < x.length; d++) {
                coordinates[d][size] = Check.finite("coordinate", x[d]);
            }
            weights[size++] = weight;
            return this;
        }

        private void addAll(Cloud cloud) {
            double[] x = new double[cloud.dimension()];
            for (int i = 0; i < cloud.size(); i++) {
                for (int d = 0; d < x.length; d++) {
                    x[d] = cloud.value(i, d);
                }
                fill(cloud.weight(i), x);
            }
        }

        /** Return what was filled so far; later fills do not change it. */
        public Cloud build() {
            double[][] copies = new double[coordinates.length][];
            for (int d = 0; d < copies.length; d++) {
                copies[d] = Arrays.copyOf(coordinates[d], size);
            }
            return new Cloud(title, copies, Arrays.copyOf(weights, size));
        }
    }
}

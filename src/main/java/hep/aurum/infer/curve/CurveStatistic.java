package hep.aurum.infer.curve;

/**
 * Say how far a prediction f is from an observation y, summed over points; all are \(\chi^2\)-like: an error of one standard
 * deviation raises the sum by one.
 *
 * @see <a href="https://doi.org/10.1016/0167-5087(84)90016-4">Baker, Cousins: Clarification of the use of chi-square and
 *     likelihood functions in fits to histograms (1984)</a>
 */
public enum CurveStatistic {

    /** \((y-f)^2/\sigma^2\) with the errors of the data (Neyman); points without an error are left out. */
    CHI2 {
        @Override
        double value(double y, double sigma, double f) {
            double pull = (y - f) / sigma;
            return pull * pull;
        }

        @Override
        double first(double y, double sigma, double f) {
            return 2 * (f - y) / sigma / sigma;
        }

        @Override
        double second(double y, double sigma, double f) {
            return 2 / sigma / sigma;
        }
    },

    /** \((y-f)^2\): every point has the error one. */
    LEAST_SQUARES {
        @Override
        double value(double y, double sigma, double f) {
            return CHI2.value(y, 1, f);
        }

        @Override
        double first(double y, double sigma, double f) {
            return CHI2.first(y, 1, f);
        }

        @Override
        double second(double y, double sigma, double f) {
            return CHI2.second(y, 1, f);
        }
    },

    /** \((y-f)^2/f\): the variance is the prediction (Pearson); a negative prediction is infinitely far. */
    PEARSON {
        @Override
        double value(double y, double sigma, double f) {
            if (y == 0) {
                return f >= 0 ? f : Double.POSITIVE_INFINITY;
            }
            return f > 0 ? (y - f) * (y - f) / f : Double.POSITIVE_INFINITY;
        }

        @Override
        double first(double y, double sigma, double f) {
            return y == 0 ? 1 : 1 - y * y / (f * f);
        }

        @Override
        double second(double y, double sigma, double f) {
            return y == 0 ? 0 : 2 * y * y / (f * f * f);
        }
    },

    /** \(2\,(f - y + y\ln(y/f))\): minus twice the logarithm of the ratio of Poisson likelihoods to the saturated one. */
    POISSON {
        @Override
        double value(double y, double sigma, double f) {
            if (y == 0) {
                return f >= 0 ? 2 * f : Double.POSITIVE_INFINITY;
            }
            return f > 0 ? 2 * (f - y + y * StrictMath.log(y / f)) : Double.POSITIVE_INFINITY;
        }

        @Override
        double first(double y, double sigma, double f) {
            return y == 0 ? 2 : 2 * (1 - y / f);
        }

        @Override
        double second(double y, double sigma, double f) {
            return y == 0 ? 0 : 2 * y / (f * f);
        }
    };

    abstract double value(double y, double sigma, double f);

    /** Return the first derivative in f. */
    abstract double first(double y, double sigma, double f);

    /** Return the second derivative in f. */
    abstract double second(double y, double sigma, double f);

    /** Return whether predictions must be positive. */
    boolean needsPositive() {
        return this == PEARSON || this == POISSON;
    }
}

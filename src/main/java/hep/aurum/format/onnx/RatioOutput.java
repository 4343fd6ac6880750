package hep.aurum.format.onnx;

/** Say what the output f of a network means, so that \(\log r\) can be had from it. */
public enum RatioOutput {
    /** \(f = \log r\). */
    LOG_RATIO {
        @Override
        double logRatio(double f) {
            return f;
        }

        @Override
        double slope(double f) {
            return 1;
        }
    },
    /** \(f = r\). */
    RATIO {
        @Override
        double logRatio(double f) {
            return StrictMath.log(f);
        }

        @Override
        double slope(double f) {
            return 1 / f;
        }
    },
    /** \(f = \hat s = 1/(1+r)\), the probability of the reference law, labelled 1: \(\log r = \log(1-\hat s) - \log\hat s\). */
    CLASSIFIER {
        @Override
        double logRatio(double f) {
            return StrictMath.log1p(-f) - StrictMath.log(f);
        }

        @Override
        double slope(double f) {
            return -1 / (f * (1 - f));
        }
    };

    /** Return \(\log r\). */
    abstract double logRatio(double f);

    /** Return \(d\log r/df\). */
    abstract double slope(double f);
}

package hep.aurum.nn;

import org.apache.commons.math3.special.Erf;

/** Evaluate an activation and its derivatives in double precision, by the textbook. */
enum DoubleActivation {
    TANH {
        @Override
        double value(double z) {
            return Math.tanh(z);
        }

        @Override
        double first(double z) {
            return 1 - value(z) * value(z);
        }

        @Override
        double second(double z) {
            return -2 * value(z) * first(z);
        }
    },
    SILU {
        @Override
        double value(double z) {
            return z * logistic(z);
        }

        @Override
        double first(double z) {
            return logistic(z) * (1 + z * logistic(-z));
        }

        @Override
        double second(double z) {
            return logistic(z) * logistic(-z) * (2 + z * (1 - 2 * logistic(z)));
        }
    },
    RELU {
        @Override
        double value(double z) {
            return Math.max(0, z);
        }

        @Override
        double first(double z) {
            return z > 0 ? 1 : 0;
        }

        @Override
        double second(double z) {
            return 0;
        }
    },
    GELU {
        @Override
        double value(double z) {
            return z * probability(z);
        }

        @Override
        double first(double z) {
            return probability(z) + z * density(z);
        }

        @Override
        double second(double z) {
            return (2 - z * z) * density(z);
        }
    },
    SOFTPLUS {
        @Override
        double value(double z) {
            return Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
        }

        @Override
        double first(double z) {
            return logistic(z);
        }

        @Override
        double second(double z) {
            return logistic(z) * logistic(-z);
        }
    };

    abstract double value(double z);

    abstract double first(double z);

    abstract double second(double z);

    static DoubleActivation of(Activation activation) {
        return valueOf(activation.name());
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double probability(double z) {
        return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }

    private static double density(double z) {
        return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    }
}

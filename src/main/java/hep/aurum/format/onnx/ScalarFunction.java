package hep.aurum.format.onnx;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Compute one number from one number, with the derivative that tangents need. */
interface ScalarFunction {

    NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Return \(f(z)\). */
    double value(double z);

    /**
     * Return \(f'(z)\); at a kink that of the side on the left.
     *
     * @param f the value there, which often is half the work
     */
    double slope(double z, double f);

    /** The functions without parameters. */
    enum Plain implements ScalarFunction {
        RELU {
            @Override
            public double value(double z) {
                return Math.max(z, 0);
            }

            @Override
            public double slope(double z, double f) {
                return z > 0 ? 1 : 0;
            }
        },
        TANH {
            @Override
            public double value(double z) {
                return StrictMath.tanh(z);
            }

            @Override
            public double slope(double z, double f) {
                return 1 - f * f;
            }
        },
        SIGMOID {
            @Override
            public double value(double z) {
                return 1 / (1 + StrictMath.exp(-z));
            }

            @Override
            public double slope(double z, double f) {
                return f * (1 - f);
            }
        },
        /** \(\log(1+e^z)\), written so that neither end overflows. */
        SOFTPLUS {
            @Override
            public double value(double z) {
                return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
            }

            @Override
            public double slope(double z, double f) {
                return SIGMOID.value(z);
            }
        },
        /** \({\rm erf}\,z = 2\Phi(\sqrt2 z) - 1\). */
        ERF {
            @Override
            public double value(double z) {
                return 2 * NORMAL.cumulativeProbability(z * Math.sqrt(2)) - 1;
            }

            @Override
            public double slope(double z, double f) {
                return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-z * z);
            }
        },
        /** \(z\Phi(z)\). */
        GELU {
            @Override
            public double value(double z) {
                return z * NORMAL.cumulativeProbability(z);
            }

            @Override
            public double slope(double z, double f) {
                return NORMAL.cumulativeProbability(z) + z * NORMAL.density(z);
            }
        },
        /** \(\frac z2(1+\tanh u)\) with \(u = \sqrt{2/\pi}(z + 0.044715 z^3)\), the approximation of \(z\Phi(z)\). */
        GELU_TANH {
            @Override
            public double value(double z) {
                return z / 2 * (1 + tanh(z));
            }

            @Override
            public double slope(double z, double f) {
                double t = tanh(z);
                double du = Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * z * z);
                return (1 + t) / 2 + z / 2 * (1 - t * t) * du;
            }

            private double tanh(double z) {
                return StrictMath.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z));
            }
        },
        EXP {
            @Override
            public double value(double z) {
                return StrictMath.exp(z);
            }

            @Override
            public double slope(double z, double f) {
                return f;
            }
        },
        LOG {
            @Override
            public double value(double z) {
                return StrictMath.log(z);
            }

            @Override
            public double slope(double z, double f) {
                return 1 / z;
            }
        },
        SQRT {
            @Override
            public double value(double z) {
                return Math.sqrt(z);
            }

            @Override
            public double slope(double z, double f) {
                return 0.5 / f;
            }
        },
        RECIPROCAL {
            @Override
            public double value(double z) {
                return 1 / z;
            }

            @Override
            public double slope(double z, double f) {
                return -f * f;
            }
        },
        ABS {
            @Override
            public double value(double z) {
                return Math.abs(z);
            }

            @Override
            public double slope(double z, double f) {
                return z > 0 ? 1 : -1;
            }
        },
        SIGN {
            @Override
            public double value(double z) {
                return Math.signum(z);
            }

            @Override
            public double slope(double z, double f) {
                return 0;
            }
        },
        SOFTSIGN {
            @Override
            public double value(double z) {
                return z / (1 + Math.abs(z));
            }

            @Override
            public double slope(double z, double f) {
                double a = 1 + Math.abs(z);
                return 1 / (a * a);
            }
        }
    }

    /** Return z for positive z, else \(\alpha z\). */
    static ScalarFunction leakyRectifier(double alpha) {
        return new ScalarFunction() {
            @Override
            public double value(double z) {
                return z > 0 ? z : alpha * z;
            }

            @Override
            public double slope(double z, double f) {
                return z > 0 ? 1 : alpha;
            }
        };
    }

    /** Return \(\gamma z\) for positive z, else \(\gamma\alpha(e^z-1)\): the exponential unit. */
    static ScalarFunction exponentialUnit(double alpha, double gamma) {
        return new ScalarFunction() {
            @Override
            public double value(double z) {
                return gamma * (z > 0 ? z : alpha * StrictMath.expm1(z));
            }

            @Override
            public double slope(double z, double f) {
                return gamma * (z > 0 ? 1 : alpha * StrictMath.exp(z));
            }
        };
    }

    /** Return \(z^p\). */
    static ScalarFunction power(double p) {
        return new ScalarFunction() {
            @Override
            public double value(double z) {
                return StrictMath.pow(z, p);
            }

            @Override
            public double slope(double z, double f) {
                return p == 0 ? 0 : p * StrictMath.pow(z, p - 1);
            }
        };
    }
}

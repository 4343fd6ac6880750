package hep.aurum.nn;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.Locale;

/**
 * Choose the non-linearity \(\varphi\) of the hidden layers.
 *
 * <p>All are built on rational and polynomial approximations of our own, so that their bits do not depend on the Java release;
 * the loops have no branches, so that the compiler turns them into vector instructions. Each gives \(\varphi\),
 * \(\varphi'\) and \(\varphi''\), which the score term needs, to 1e-6 or better; NaN stays NaN.
 */
public enum Activation {
    /** \(\varphi(z) = \tanh z\), \(\varphi' = 1-\varphi^2\), \(\varphi'' = -2\varphi\varphi'\). */
    TANH {
        @Override
        void apply(float[] z, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                z[i] = tanh(z[i]);
            }
        }

        @Override
        void apply(float[] z, float[] first, float[] second, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                float a = tanh(z[i]);
                float d = Math.fma(-a, a, 1f);
                z[i] = a;
                first[i] = d;
                second[i] = -2f * a * d;
            }
        }
    },
    /**
     * \(\varphi(z) = z s\) with \(s = 1/(1+e^{-z})\), \(\varphi' = s(1+z(1-s))\), \(\varphi'' = s(1-s)(2+z(1-2s))\); also
     * named swish.
     */
    SILU {
        @Override
        void apply(float[] z, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                float x = z[i];
                z[i] = x * Math.fma(0.5f, tanh(0.5f * x), 0.5f);
            }
        }

        @Override
        void apply(float[] z, float[] first, float[] second, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                float x = z[i];
                float s = Math.fma(0.5f, tanh(0.5f * x), 0.5f);
                float c = 1f - s;
                z[i] = x * s;
                first[i] = s * Math.fma(x, c, 1f);
                second[i] = s * c * Math.fma(x, c - s, 2f);
            }
        }
    },
    /** \(\varphi(z) = \max(0, z)\), \(\varphi' = 1\) for \(z > 0\) and 0 elsewhere, \(\varphi'' = 0\). */
    RELU {
        @Override
        void apply(float[] z, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                z[i] = Math.max(0f, z[i]);
            }
        }

        @Override
        void apply(float[] z, float[] first, float[] second, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                float a = Math.max(0f, z[i]);
                z[i] = a;
                // One for every positive number, the smallest too, and without a branch.
                first[i] = Math.min(1f, a * Float.MAX_VALUE * Float.MAX_VALUE);
                second[i] = 0f;
            }
        }
    },
    /**
     * \(\varphi(z) = z\Phi(z)\) with the normal distribution \(\Phi\) and its density \(\phi\), \(\varphi' =
     * \Phi+z\phi\), \(\varphi'' = (2-z^2)\phi\); the exact form, not the one with tanh.
     *
     * @see <a href="https://arxiv.org/abs/1606.08415">Hendrycks, Gimpel: Gaussian error linear units, Section 2</a>
     */
    GELU {
        @Override
        void apply(float[] z, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                float x = z[i];
                z[i] = x * normalDistribution(x);
            }
        }

        @Override
        void apply(float[] z, float[] first, float[] second, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                float x = z[i];
                float probability = normalDistribution(x);
                float cut = Math.max(-6.5f, Math.min(6.5f, x));
                float density = normalDensity(cut);
                z[i] = x * probability;
                first[i] = Math.fma(cut, density, probability);
                second[i] = Math.fma(-cut, cut, 2f) * density;
            }
        }
    },
    /** \(\varphi(z) = \ln(1+e^z)\), \(\varphi' = s = 1/(1+e^{-z})\), \(\varphi'' = s(1-s)\). */
    SOFTPLUS {
        @Override
        void apply(float[] z, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                float x = z[i];
                z[i] = Math.max(0f, x) + softplusExcess(tanh(0.5f * x));
            }
        }

        @Override
        void apply(float[] z, float[] first, float[] second, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                float x = z[i];
                float t = tanh(0.5f * x);
                z[i] = Math.max(0f, x) + softplusExcess(t);
                first[i] = Math.fma(0.5f, t, 0.5f);
                second[i] = 0.25f * Math.fma(-t, t, 1f);
            }
        }
    };

    private static final float TANH_CUT = 7.99878f;
    private static final float PHI_CUT = 5.43f;

    /** Replace z by \(\varphi(z)\). */
    abstract void apply(float[] z, int offset, int length);

    /** Replace z by \(\varphi(z)\) and write \(\varphi'(z)\) and \(\varphi''(z)\). */
    abstract void apply(float[] z, float[] first, float[] second, int offset, int length);

    /** Return the name in lower case, as in model files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Return the activation of a name.
     *
     * @throws NotFound if there is none
     */
    public static Activation parse(String name) {
        return Names.constant(Activation.class, "activation", name);
    }

    /**
     * Approximate tanh to 4e-7 by \(zP(z^2)/Q(z^2)\), P and Q of degree 4.
     *
     * <p>The coefficients are a least-maximum fit of the relative error (2e-8 before rounding) on [-9, 9]. The argument is cut
     * off where the ratio is 1 to the last bit and tanh is 1 - 2.3e-7; the ratio exceeds 1 nowhere below. One cut is cheaper
     * than two: a maximum that heeds NaN and signed zeros takes five vector instructions.
     */
    static float tanh(float z) {
        float x = Math.max(-TANH_CUT, Math.min(TANH_CUT, z));
        float u = x * x;
        float p = Math.fma(1.3354679e-8f, u, 2.0609097e-5f);
        p = Math.fma(p, u, 3.4955891e-3f);
        p = Math.fma(p, u, 0.13381027f);
        p = Math.fma(p, u, 1f);
        float q = Math.fma(7.7765662e-7f, u, 3.2856362e-4f);
        q = Math.fma(q, u, 2.5876986e-2f);
        q = Math.fma(q, u, 0.46714342f);
        q = Math.fma(q, u, 1f);
        return x * p / q;
    }

    /**
     * Approximate \(\Phi(z)\) to 1e-7 by \(\frac12 + zP(z^2)/Q(z^2)\), P and Q of degree 5: a least-maximum fit on [-6, 6].
     *
     * <p>The argument is cut off where the ratio is one half to the last bit, so that \(\Phi\) is exactly 0 or 1 outside.
     */
    static float normalDistribution(float z) {
        float x = Math.max(-PHI_CUT, Math.min(PHI_CUT, z));
        float u = x * x;
        float p = Math.fma(2.01514518e-8f, u, 6.49722132e-6f);
        p = Math.fma(p, u, 1.98275597e-4f);
        p = Math.fma(p, u, 4.85766431e-3f);
        p = Math.fma(p, u, 3.6803445e-2f);
        p = Math.fma(p, u, 0.398942158f);
        float q = Math.fma(1.13181185e-6f, u, 8.27446618e-5f);
        q = Math.fma(q, u, 2.0526716e-3f);
        q = Math.fma(q, u, 3.03329388e-2f);
        q = Math.fma(q, u, 0.2589172f);
        q = Math.fma(q, u, 1f);
        return 0.5f + x * p / q;
    }

    /**
     * Approximate \(\phi(z) = e^{-z^2/2}/\sqrt{2\pi}\) to 3e-7 for \(|z| \le 6.5\): \(e^{-z^2/16}\) by a polynomial of degree
     * 9 in \(z^2\), interpolated at the nodes of Chebyshev, to the power of eight.
     */
    static float normalDensity(float z) {
        float u = z * z;
        float p = Math.fma(-1.11411649e-17f, u, 3.73662016e-15f);
        p = Math.fma(p, u, -6.49720037e-13f);
        p = Math.fma(p, u, 8.02870013e-11f);
        p = Math.fma(p, u, -7.90295363e-9f);
        p = Math.fma(p, u, 6.35296159e-7f);
        p = Math.fma(p, u, -4.06870033e-5f);
        p = Math.fma(p, u, 1.95311489e-3f);
        p = Math.fma(p, u, -6.24999871e-2f);
        p = Math.fma(p, u, 1f);
        float square = p * p;
        float fourth = square * square;
        return 0.3989423f * fourth * fourth;
    }

    /**
     * Approximate \(\ln(1+e^{-|z|}) = \ln 2 - \ln(1+|t|)\) with \(t = \tanh(z/2)\) to 3e-7; the second logarithm is \(|t|\)
     * times a polynomial of degree 9, interpolated at the nodes of Chebyshev.
     */
    private static float softplusExcess(float t) {
        float x = Math.abs(t);
        float p = Math.fma(-3.17605701e-3f, x, 1.95425272e-2f);
        p = Math.fma(p, x, -5.63736426e-2f);
        p = Math.fma(p, x, 0.105436238f);
        p = Math.fma(p, x, -0.152696671f);
        p = Math.fma(p, x, 0.196632742f);
        p = Math.fma(p, x, -0.249516163f);
        p = Math.fma(p, x, 0.333297105f);
        p = Math.fma(p, x, -0.499998926f);
        p = Math.fma(p, x, 1f);
        return Math.fma(-x, p, 0.6931472f);
    }
}

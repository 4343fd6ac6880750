package hep.aurum.nn;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Choose the non-linearity \(\varphi\) of the hidden layers.
 *
 * <p>All are built on one rational approximation of tanh, so that their bits do not depend on the Java release. Each gives
 * \(\varphi\), \(\varphi'\) and \(\varphi''\), which the score term needs, and each has \(\varphi(0) = 0\), which keeps the
 * padding of a layer at zero.
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
    };

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
        List<String> known = Arrays.stream(values()).map(Activation::label).toList();
        int index = known.indexOf(name.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new NotFound("no activation is named \"" + name + "\"", "", Names.suggest(name, known));
        }
        return values()[index];
    }

    /**
     * Approximate tanh to 4e-7 by \(zP(z^2)/Q(z^2)\), P and Q of degree 4.
     *
     * <p>The coefficients are a least-maximum fit of the relative error (2e-8 before rounding) on [-9, 9]. The argument is cut
     * off at 8, where the ratio is 1 - 1.2e-7 and tanh is 1 - 2.3e-7; below, the ratio never exceeds 1. One cut is
     * cheaper than two: a maximum that heeds NaN and signed zeros takes five vector instructions.
     */
    static float tanh(float z) {
        float x = Math.max(-8f, Math.min(8f, z));
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
}

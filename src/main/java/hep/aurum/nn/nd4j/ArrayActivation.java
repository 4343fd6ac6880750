package hep.aurum.nn.nd4j;

import hep.aurum.base.NotSupported;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Give \(\varphi\), \(\varphi'\) and \(\varphi''\) of an activation on whole arrays, in place.
 *
 * <p>The names are the labels of {@link hep.aurum.nn.Activation}; one that only this backend knows does no harm.
 */
enum ArrayActivation {
    /** \(\varphi = \tanh z\), \(\varphi' = 1-\varphi^2\), \(\varphi'' = -2\varphi\varphi'\). */
    TANH {
        @Override
        void apply(INDArray z) {
            Transforms.tanh(z, false);
        }

        @Override
        void apply(INDArray z, INDArray first, INDArray second) {
            apply(z);
            first.assign(z).muli(z).rsubi(1);
            second.assign(z).muli(first).muli(-2);
        }
    },
    /** \(\varphi = zs\), \(\varphi' = s + \varphi(1-s)\), \(\varphi'' = s(1-s)(2+z(1-2s))\), \(s = 1/(1+e^{-z})\). */
    SILU {
        @Override
        void apply(INDArray z) {
            try (INDArray s = Transforms.sigmoid(z, true)) {
                z.muli(s);
            }
        }

        @Override
        void apply(INDArray z, INDArray first, INDArray second) {
            try (INDArray s = Transforms.sigmoid(z, true);
                    INDArray slope = s.rsub(1)) {
                second.assign(s).muli(-2).addi(1).muli(z).addi(2).muli(s).muli(slope);
                z.muli(s);
                first.assign(slope).muli(z).addi(s);
            }
        }
    },
    /** \(\varphi = \max(z, 0)\), \(\varphi' = 1\) for z above 0 and else 0, \(\varphi'' = 0\). */
    RELU {
        @Override
        void apply(INDArray z) {
            Transforms.relu(z, false);
        }

        @Override
        void apply(INDArray z, INDArray first, INDArray second) {
            Transforms.step(first.assign(z), false);
            second.assign(0);
            apply(z);
        }
    },
    /**
     * \(\varphi = z\Phi\), \(\varphi' = \Phi + z\phi\), \(\varphi'' = \phi(2-z^2)\) with the normal law's integral \(\Phi =
     * (1+\mathrm{erf}(z/\sqrt2))/2\) and density \(\phi\).
     */
    GELU {
        @Override
        void apply(INDArray z) {
            try (INDArray integral = integral(z)) {
                z.muli(integral);
            }
        }

        @Override
        void apply(INDArray z, INDArray first, INDArray second) {
            try (INDArray integral = integral(z);
                    INDArray square = z.mul(z);
                    INDArray density = Transforms.exp(square.mul(-0.5), false).muli(ROOT_OF_TWO_PI_INVERSE)) {
                first.assign(density).muli(z).addi(integral);
                second.assign(square).rsubi(2).muli(density);
                z.muli(integral);
            }
        }

        private INDArray integral(INDArray z) {
            INDArray scaled = z.mul(ROOT_OF_HALF);
            return Nd4j.getExecutioner().exec(new Erf(scaled, scaled)).addi(1).muli(0.5);
        }
    },
    /** \(\varphi = \ln(1+e^z) = \max(z,0) + \ln(1+e^{-|z|})\), \(\varphi' = s\), \(\varphi'' = s(1-s)\), s as above. */
    SOFTPLUS {
        @Override
        void apply(INDArray z) {
            try (INDArray tail = Transforms.exp(Transforms.abs(z, true).negi(), false)) {
                Transforms.relu(z, false).addi(Transforms.log1p(tail, false));
            }
        }

        @Override
        void apply(INDArray z, INDArray first, INDArray second) {
            Transforms.sigmoid(first.assign(z), false);
            second.assign(first).rsubi(1).muli(first);
            apply(z);
        }
    };

    private static final double ROOT_OF_HALF = Math.sqrt(0.5);
    private static final double ROOT_OF_TWO_PI_INVERSE = 1 / Math.sqrt(2 * Math.PI);

    /** Replace z by \(\varphi(z)\). */
    abstract void apply(INDArray z);

    /** Replace z by \(\varphi(z)\) and write \(\varphi'(z)\) and \(\varphi''(z)\). */
    abstract void apply(INDArray z, INDArray first, INDArray second);

    /**
     * Return the activation of a label.
     *
     * @throws NotSupported if there is none
     */
    static ArrayActivation named(String label) {
        List<String> known = Arrays.stream(values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = known.indexOf(label);
        if (index < 0) {
            throw new NotSupported(
                    "the backend nd4j has no activation \"" + label + "\"",
                    "",
                    "use one of " + known + ", or the backend fused");
        }
        return values()[index];
    }
}

package hep.aurum.nn;

import hep.aurum.base.Check;

/**
 * Take steps of stochastic gradient descent with momentum and weight decay.
 *
 * <p>\[ v \leftarrow \mu v + g + \lambda w,\quad w \leftarrow w - \eta v,\qquad \mu = 0.9 \]
 *
 * @see <a href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever, Martens, Dahl, Hinton (2013), Eqs. (1), (2)</a>
 */
public final class Momentum implements Optimiser {

    private static final float KEPT = 0.9f;

    private final float[] velocity;
    private final float decay;

    /**
     * Create an optimiser at rest.
     *
     * @param size the length of the gradient
     * @param decay \(\lambda\), zero for none
     */
    public Momentum(int size, double decay) {
        Check.argument(decay >= 0 && decay < 1, "the weight decay is %s, expected 0 <= decay < 1", decay);
        this.velocity = new float[size];
        this.decay = (float) decay;
    }

    @Override
    public void step(NetworkWeights weights, float[] gradient, float factor, double rate) {
        float[] w = weights.values();
        float eta = (float) rate;
        for (int i = 0; i < w.length; i++) {
            float g = Math.fma(decay, w[i], factor * gradient[i]);
            velocity[i] = Math.fma(KEPT, velocity[i], g);
            w[i] = Math.fma(-eta, velocity[i], w[i]);
        }
        weights.refresh();
    }
}

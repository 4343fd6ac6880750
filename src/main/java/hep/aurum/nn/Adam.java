package hep.aurum.nn;

import hep.aurum.base.Check;

/**
 * Take steps of the Adam optimiser, with weight decay that is decoupled from the gradient or a part of it.
 *
 * <p>\[ m \leftarrow \beta_1 m + (1-\beta_1) g,\quad v \leftarrow \beta_2 v + (1-\beta_2) g^2,\quad w \leftarrow w -
 * \eta\left[\frac{m/(1-\beta_1^t)}{\sqrt{v/(1-\beta_2^t)}+\epsilon} + \lambda w\right] \]
 *
 * <p>with \(\beta_1 = 0.9\), \(\beta_2 = 0.999\), \(\epsilon = 10^{-8}\). In the gradient, \(\lambda w\) is added to g
 * instead. The decay acts on biases as well.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma, Ba: Adam, Algorithm 1</a>
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov, Hutter: Decoupled weight decay, Algorithm 2</a>
 */
public final class Adam implements Optimiser {

    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final float[] first;
    private final float[] second;
    private final double decoupled;
    private final float coupled;
    private int steps;

    /**
     * Create an optimiser at rest, whose decay is decoupled from the gradient.
     *
     * @param size the length of the gradient
     * @param decay \(\lambda\), zero for plain Adam
     */
    public Adam(int size, double decay) {
        this(size, decay, 0);
    }

    private Adam(int size, double decoupled, double coupled) {
        double decay = decoupled + coupled;
        Check.argument(decay >= 0 && decay < 1, "the weight decay is %s, expected 0 <= decay < 1", decay);
        this.first = new float[size];
        this.second = new float[size];
        this.decoupled = decoupled;
        this.coupled = (float) coupled;
    }

    /** Return an optimiser at rest whose decay is added to the gradient. */
    public static Adam withDecayInTheGradient(int size, double decay) {
        return new Adam(size, 0, decay);
    }

    @Override
    public void step(NetworkWeights weights, float[] gradient, float factor, double rate) {
        steps++;
        float scale = (float) (rate / (1 - StrictMath.pow(BETA_1, steps)));
        float root = (float) (1 / Math.sqrt(1 - StrictMath.pow(BETA_2, steps)));
        float shrink = (float) (1 - rate * (float) decoupled);
        update(weights.values(), gradient, factor, scale, root, shrink);
        weights.refresh();
    }

    private void update(float[] w, float[] gradient, float factor, float scale, float root, float shrink) {
        for (int i = 0; i < w.length; i++) {
            float g = Math.fma(coupled, w[i], factor * gradient[i]);
            float m = Math.fma(BETA_1, first[i], (1 - BETA_1) * g);
            float v = Math.fma(BETA_2, second[i], (1 - BETA_2) * g * g);
            first[i] = m;
            second[i] = v;
            float size = (float) Math.sqrt(v) * root + EPSILON;
            w[i] = shrink * w[i] - scale * m / size;
        }
    }
}

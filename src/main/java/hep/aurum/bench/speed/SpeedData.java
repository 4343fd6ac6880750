package hep.aurum.bench.speed;

import hep.aurum.math.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Hold the rows that the reference networks train on, all in memory.
 *
 * @param x inputs, standard normal, {@code [ROWS * 10]} by rows
 * @param y soft labels, uniform in [0, 1], {@code [ROWS]}
 * @param t targets of the slopes, standard normal, {@code [ROWS * 2]} by rows
 */
record SpeedData(float[] x, float[] y, float[] t) {

    /** The number of rows. */
    static final int ROWS = 16384;

    private static final int INPUTS = Work.FEATURES + Work.PARAMETERS;

    static SpeedData draw() {
        UniformRandomProvider random = RandomStreams.of(1).stream("speed", 0);
        float[] y = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            y[i] = random.nextFloat();
        }
        return new SpeedData(normal(random, ROWS * INPUTS), y, normal(random, ROWS * Work.PARAMETERS));
    }

    private static float[] normal(UniformRandomProvider random, int length) {
        ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(random);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) gauss.sample();
        }
        return values;
    }
}

package hep.aurum.nn.kernel;

/** Lend each thread the partial sums of a scalar product, so that the evaluation of a single event allocates nothing. */
final class Lanes {

    private static final ThreadLocal<float[]> OF_THREAD = ThreadLocal.withInitial(() -> new float[Kernels.LANES]);

    private Lanes() {}

    /** Return {@code [16]} numbers with whatever they were left with. */
    static float[] ofThread() {
        return OF_THREAD.get();
    }
}

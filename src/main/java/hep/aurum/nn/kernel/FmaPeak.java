package hep.aurum.nn.kernel;

/**
 * Do fused multiply-adds on registers alone, as fast as the processor can: what a matrix product could reach at best.
 *
 * <p>Twelve independent chains hide the latency of the instruction on every processor known today. Nothing is loaded or stored
 * inside the loop. Without the vector module there is one lane.
 */
public final class FmaPeak {

    private static final boolean VECTOR = Kernels.vectorModulePresent();

    private FmaPeak() {}

    /** Return the number of floating-point operations of one turn of the loop. */
    public static int operationsPerTurn() {
        return VECTOR ? VectorPeak.operationsPerTurn() : 8;
    }

    /**
     * Go round the loop.
     *
     * @return a number that depends on every operation, so that the compiler keeps them all; do use it
     */
    public static float run(int turns, float start) {
        return VECTOR ? VectorPeak.run(turns, start) : plain(turns, start);
    }

    private static float plain(int turns, float start) {
        float a = start;
        float b = start + 1;
        float c = start + 2;
        float d = start + 3;
        for (int i = 0; i < turns; i++) {
            a = Math.fma(a, 0.5f, start);
            b = Math.fma(b, 0.5f, start);
            c = Math.fma(c, 0.5f, start);
            d = Math.fma(d, 0.5f, start);
        }
        return (a + b) + (c + d);
    }
}

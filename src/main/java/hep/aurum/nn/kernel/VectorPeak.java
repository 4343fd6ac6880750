package hep.aurum.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Do fused multiply-adds on vector registers. */
final class VectorPeak {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;

    private VectorPeak() {}

    /** Return the number of floating-point operations of one turn of the loop, an addition and a product each. */
    static int operationsPerTurn() {
        return 2 * CHAINS * SPECIES.length();
    }

    /** Go round the loop and return a number that depends on every operation. */
    static float run(int turns, float start) {
        FloatVector x = FloatVector.broadcast(SPECIES, 0.5f);
        FloatVector y = FloatVector.broadcast(SPECIES, start);
        FloatVector s0 = y;
        FloatVector s1 = y.add(1f);
        FloatVector s2 = y.add(2f);
        FloatVector s3 = y.add(3f);
        FloatVector s4 = y.add(4f);
        FloatVector s5 = y.add(5f);
        FloatVector s6 = y.add(6f);
        FloatVector s7 = y.add(7f);
        FloatVector s8 = y.add(8f);
        FloatVector s9 = y.add(9f);
        FloatVector s10 = y.add(10f);
        FloatVector s11 = y.add(11f);
        for (int i = 0; i < turns; i++) {
            s0 = s0.fma(x, y);
            s1 = s1.fma(x, y);
            s2 = s2.fma(x, y);
            s3 = s3.fma(x, y);
            s4 = s4.fma(x, y);
            s5 = s5.fma(x, y);
            s6 = s6.fma(x, y);
            s7 = s7.fma(x, y);
            s8 = s8.fma(x, y);
            s9 = s9.fma(x, y);
            s10 = s10.fma(x, y);
            s11 = s11.fma(x, y);
        }
        FloatVector sum = s0.add(s1)
                .add(s2)
                .add(s3)
                .add(s4)
                .add(s5)
                .add(s6)
                .add(s7)
                .add(s8)
                .add(s9)
                .add(s10)
                .add(s11);
        return sum.lane(0);
    }
}

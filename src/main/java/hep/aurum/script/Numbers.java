package hep.aurum.script;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import java.util.List;

/** Turn what scripts hand over into arrays. */
final class Numbers {

    private Numbers() {}

    /** Return the numbers of a list; scripts may put anything into one. */
    static double[] array(List<?> list) {
        double[] values = new double[list.size()];
        int i = 0;
        for (Object entry : list) {
            if (!(entry instanceof Number number)) {
                throw new BadInput("entry " + i + " of a list is " + entry + ", expected a number", "", "");
            }
            values[i++] = number.doubleValue();
        }
        return values;
    }

    static void sameLength(String first, int n, String second, int m) {
        Check.argument(n == m, "%d %s with %d %s, expected as many", n, first, m, second);
    }
}

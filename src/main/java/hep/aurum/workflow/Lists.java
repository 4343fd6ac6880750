package hep.aurum.workflow;

import java.util.Arrays;
import java.util.List;

/** Turn arrays into lists for records. */
final class Lists {

    private Lists() {}

    static List<Double> of(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}

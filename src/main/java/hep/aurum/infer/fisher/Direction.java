package hep.aurum.infer.fisher;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Hold a direction in the space of parameters, and what is known along it.
 *
 * <p>Directions depend on the units in which parameters are measured.
 *
 * @param value the information along the direction, or the fraction of it that an observable keeps
 * @param names of the parameters
 * @param components {@code [k]}, of unit length, the largest positive
 */
public record Direction(double value, List<String> names, List<Double> components) {

    /** Smaller components are rounding and left out of the text; parameters in other units may have small ones. */
    private static final double VISIBLE = 1e-6;

    /** Copy the lists. */
    public Direction {
        names = List.copyOf(names);
        components = List.copyOf(components);
        Check.length("components", components.size(), names.size());
    }

    /** Normalise a vector and choose its sign. */
    static Direction of(double value, List<String> names, double[] vector) {
        double squares = 0;
        int largest = 0;
        for (int i = 0; i < vector.length; i++) {
            squares += vector[i] * vector[i];
            // The margin keeps the sign when rounding decides which of two equal components is larger.
            largest = Math.abs(vector[i]) > Math.abs(vector[largest]) * (1 + 1e-9) ? i : largest;
        }
        double factor = Math.copySign(1 / Math.sqrt(squares), vector[largest]);
        List<Double> components = new ArrayList<>();
        for (double component : vector) {
            components.add(component * factor);
        }
        return new Direction(value, names, components);
    }

    /** Return \(1/\sqrt{I}\), the standard deviation of the estimate along an eigenvector of the information. */
    public double uncertainty() {
        return 1 / Math.sqrt(value);
    }

    /** Return the combination, such as {@code 0.800 cHW - 0.600 cHB}. */
    public String combination() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            double component = components.get(i);
            if (Math.abs(component) >= VISIBLE) {
                String sign = component < 0 ? "- " : text.isEmpty() ? "" : "+ ";
                text.append(text.isEmpty() ? "" : " ").append(sign);
                text.append(String.format(Locale.ROOT, "%.3g %s", Math.abs(component), names.get(i)));
            }
        }
        return text.toString();
    }
}

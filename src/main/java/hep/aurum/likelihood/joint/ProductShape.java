package hep.aurum.likelihood.joint;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The product of ratios: \(r = \prod_f r_f\), such as the odds of a process at its standard point times the ratio that moves it
 * away from there, \(\frac{p_p(x|s_p)}{p_{ref}(x)}\cdot\frac{p_p(x|\theta)}{p_p(x|s_p)}\).
 *
 * @param factors at least one; no two share a parameter
 */
public record ProductShape(List<ShapeRatio> factors) implements ShapeRatio {

    /** Check the factors. */
    public ProductShape {
        factors = List.copyOf(factors);
        Check.argument(!factors.isEmpty(), "a product needs a factor");
        List<String> names = names(factors);
        Check.argument(
                names.stream().distinct().count() == names.size(),
                "two factors of a density depend on one of %s",
                names);
        for (ShapeRatio factor : factors) {
            Check.argument(
                    factor.features().equals(factors.get(0).features()), "the factors of a density see other features");
        }
    }

    private static List<String> names(List<ShapeRatio> factors) {
        List<String> names = new ArrayList<>();
        factors.forEach(factor -> names.addAll(factor.parameters()));
        return List.copyOf(names);
    }

    @Override
    public List<String> parameters() {
        return names(factors);
    }

    @Override
    public List<String> features() {
        return factors.get(0).features();
    }

    @Override
    public EventShape at(double[] events) {
        return new Bound(factors.stream().map(factor -> factor.at(events)).toList(), factors);
    }

    private static final class Bound implements EventShape {

        private final List<EventShape> shapes;
        private final int[] first;
        private final int n;
        private final double[][] values;
        private final double[][] slopes;
        private final double[][] bends;
        private final double[][] variables;

        private Bound(List<EventShape> shapes, List<ShapeRatio> factors) {
            this.shapes = shapes;
            n = shapes.get(0).size();
            int count = shapes.size();
            first = new int[count + 1];
            values = new double[count][n];
            slopes = new double[count][];
            bends = new double[count][];
            variables = new double[count][];
            for (int f = 0; f < count; f++) {
                int own = factors.get(f).parameters().size();
                first[f + 1] = first[f] + own;
                variables[f] = new double[own];
                slopes[f] = new double[n * own];
                bends[f] = new double[n * own * own];
            }
        }

        @Override
        public int size() {
            return n;
        }

        @Override
        public void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
            Arrays.fill(ratio, 0, n, 1);
            boolean isSloped = gradient != null && hessian != null;
            for (int f = 0; f < values.length; f++) {
                System.arraycopy(s, first[f], variables[f], 0, variables[f].length);
                shapes.get(f)
                        .evaluate(variables[f], values[f], isSloped ? slopes[f] : null, isSloped ? bends[f] : null);
                for (int i = 0; i < n; i++) {
                    ratio[i] *= values[f][i];
                }
            }
            if (gradient != null && hessian != null) {
                for (int i = 0; i < n; i++) {
                    derivatives(i, gradient, hessian);
                }
            }
        }

        /** Fill in the derivatives of one event, whose factors' others multiply them. */
        private void derivatives(int i, double[] gradient, double[] hessian) {
            int m = first[values.length];
            for (int f = 0; f < values.length; f++) {
                int own = first[f + 1] - first[f];
                double others = without(i, f, f);
                for (int a = 0; a < own; a++) {
                    int row = first[f] + a;
                    gradient[i * m + row] = others * slopes[f][i * own + a];
                    for (int b = 0; b < own; b++) {
                        hessian[(i * m + row) * m + first[f] + b] = others * bends[f][(i * own + a) * own + b];
                    }
                    mix(i, f, a, hessian);
                }
            }
        }

        private void mix(int i, int f, int a, double[] hessian) {
            int m = first[values.length];
            int own = first[f + 1] - first[f];
            for (int g = 0; g < values.length; g++) {
                int other = first[g + 1] - first[g];
                for (int b = 0; g != f && b < other; b++) {
                    hessian[(i * m + first[f] + a) * m + first[g] + b] =
                            without(i, f, g) * slopes[f][i * own + a] * slopes[g][i * other + b];
                }
            }
        }

        private double without(int i, int f, int g) {
            double product = 1;
            for (int h = 0; h < values.length; h++) {
                product *= h == f || h == g ? 1 : values[h][i];
            }
            return product;
        }
    }
}

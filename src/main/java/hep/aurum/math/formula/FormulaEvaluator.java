package hep.aurum.math.formula;

import hep.aurum.base.Check;
import java.util.Objects;

/**
 * Evaluate a formula with its derivatives, exactly, by the chain rule step by step.
 *
 * <p>A work space: it belongs to one thread, and calls allocate nothing after the first of their kind.
 */
public final class FormulaEvaluator {

    private final Step[] steps;
    private final int count;
    private final double[] values;
    private final Derivatives inX;
    private final Derivatives inParameters;

    FormulaEvaluator(Step[] steps, int count) {
        this.steps = steps;
        this.count = count;
        this.values = new double[steps.length];
        this.inX = new Derivatives(1, Step.Kind.VARIABLE);
        this.inParameters = new Derivatives(count, Step.Kind.PARAMETER);
    }

    /**
     * Return the value; NaN or infinite where the formula is not defined.
     *
     * @param parameters {@code [k]}
     */
    public double value(double x, double[] parameters) {
        Check.length("parameters of the formula", parameters.length, count);
        for (int s = 0; s < steps.length; s++) {
            Step step = steps[s];
            values[s] = switch (step.kind()) {
                case NUMBER -> step.number();
                case VARIABLE -> x;
                case PARAMETER -> parameters[step.a()];
                case CALL -> function(step).value(values[step.a()]);
                default -> step.value(values[step.a()], values[step.b()]);
            };
        }
        return values[steps.length - 1];
    }

    /** Return the derivative in x. */
    public double slope(double x, double[] parameters) {
        value(x, parameters);
        inX.run();
        return inX.gradient[steps.length - 1];
    }

    /**
     * Return the value with its derivatives in the parameters.
     *
     * @param gradient overwritten, {@code [k]}
     * @param hessian overwritten, {@code [k*k]}, both triangles
     */
    public double derivatives(double x, double[] parameters, double[] gradient, double[] hessian) {
        double value = value(x, parameters);
        inParameters.run();
        int last = steps.length - 1;
        System.arraycopy(inParameters.gradient, last * count, gradient, 0, count);
        System.arraycopy(inParameters.hessian, last * count * count, hessian, 0, count * count);
        return value;
    }

    private static UnaryFunction function(Step step) {
        return Objects.requireNonNull(step.function());
    }

    /** Carry first and second derivatives in some variables through all steps; those of constants stay zero. */
    private final class Derivatives {

        private final int k;
        private final Step.Kind variable;
        private final boolean[] active = new boolean[steps.length];
        private double[] gradient = {};
        private double[] hessian = {};

        Derivatives(int k, Step.Kind variable) {
            this.k = k;
            this.variable = variable;
            for (int s = 0; s < steps.length; s++) {
                Step step = steps[s];
                active[s] = step.kind() == variable
                        || (step.kind() == Step.Kind.CALL && active[step.a()])
                        || (step.isBinary() && (active[step.a()] || active[step.b()]));
            }
        }

        void run() {
            if (gradient.length == 0) {
                gradient = new double[steps.length * k];
                hessian = new double[steps.length * k * k];
            }
            for (int s = 0; s < steps.length; s++) {
                Step step = steps[s];
                if (!active[s]) {
                    continue;
                }
                if (step.kind() == variable) {
                    gradient[s * k + (variable == Step.Kind.PARAMETER ? step.a() : 0)] = 1;
                } else if (step.kind() == Step.Kind.CALL) {
                    double u = values[step.a()];
                    double v = values[s];
                    chain(
                            s,
                            step.a(),
                            function(step).first(u, v),
                            function(step).second(u, v));
                } else {
                    binary(s, step);
                }
            }
        }

        private void chain(int s, int a, double first, double second) {
            for (int i = 0; i < k; i++) {
                double gi = gradient[a * k + i];
                gradient[s * k + i] = first * gi;
                for (int j = 0; j < k; j++) {
                    double outer = gi * gradient[a * k + j];
                    // Where nothing moves, an infinite second derivative must not become 0 times infinity.
                    hessian[(s * k + i) * k + j] =
                            first * hessian[(a * k + i) * k + j] + (outer == 0 ? 0 : second * outer);
                }
            }
        }

        private void binary(int s, Step step) {
            double u = values[step.a()];
            double w = values[step.b()];
            double v = values[s];
            switch (step.kind()) {
                case ADD -> combine(s, step, 1, 1, 0, 0, 0);
                case SUBTRACT -> combine(s, step, 1, -1, 0, 0, 0);
                case MULTIPLY -> combine(s, step, w, u, 0, 1, 0);
                case DIVIDE -> combine(s, step, 1 / w, -v / w, 0, -1 / (w * w), 2 * v / (w * w));
                case POWER -> power(s, step, u, w, v);
                case MIN -> combine(s, step, u <= w ? 1 : 0, u <= w ? 0 : 1, 0, 0, 0);
                case MAX -> combine(s, step, u >= w ? 1 : 0, u >= w ? 0 : 1, 0, 0, 0);
                default -> throw new IllegalStateException("no two operands");
            }
        }

        private void power(int s, Step step, double u, double w, double v) {
            double first = w == 0 ? 0 : w * StrictMath.pow(u, w - 1);
            double second = w == 0 || w == 1 ? 0 : w * (w - 1) * StrictMath.pow(u, w - 2);
            if (!active[step.b()]) {
                chain(s, step.a(), first, second);
                return;
            }
            // The power of zero is flat in its exponent, which the logarithm alone does not know.
            double log = v == 0 ? 0 : StrictMath.log(u);
            double mixed = v == 0 ? 0 : StrictMath.pow(u, w - 1) * (1 + w * log);
            combine(s, step, first, v * log, second, mixed, v * log * log);
        }

        /** Apply the chain rule for two operands; a derivative in a constant operand does not count. */
        private void combine(int s, Step step, double fa, double fb, double faa, double fab, double fbb) {
            boolean hasA = active[step.a()];
            boolean hasB = active[step.b()];
            int a = step.a() * k;
            int b = step.b() * k;
            for (int i = 0; i < k; i++) {
                double ai = gradient[a + i];
                double bi = gradient[b + i];
                gradient[s * k + i] = (hasA ? fa * ai : 0) + (hasB ? fb * bi : 0);
                for (int j = 0; j < k; j++) {
                    double aj = gradient[a + j];
                    double bj = gradient[b + j];
                    double sum = 0;
                    if (hasA) {
                        sum += fa * hessian[(a + i) * k + j] + faa * ai * aj;
                    }
                    if (hasB) {
                        sum += fb * hessian[(b + i) * k + j] + fbb * bi * bj;
                    }
                    if (hasA && hasB) {
                        sum += fab * (ai * bj + bi * aj);
                    }
                    hessian[(s * k + i) * k + j] = sum;
                }
            }
        }
    }
}

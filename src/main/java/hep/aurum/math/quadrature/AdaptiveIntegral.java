package hep.aurum.math.quadrature;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.NotConverged;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Integrate by Gauss–Legendre rules of 15 points, halving intervals until both halves agree with the whole.
 *
 * <p>The result is good to 1e-8 of the integral of |f|, mostly to much more. An infinite interval is mapped to a finite one
 * by \(x = t/(1-t^2)\), a half-infinite one by \(x = a \pm t/(1-t)\). A structure narrower than about a hundredth of the interval
 * may be missed: give the interval where it lives.
 */
public final class AdaptiveIntegral {

    private static final double TOLERANCE = 1e-10;
    private static final int PIECES = 8;
    private static final int MAX_DEPTH = 60;
    private static final int MAX_RULES = 100_000;
    private static final int POINTS = 15;

    private final DoubleUnaryOperator f;
    private final double[] nodes = new double[POINTS];
    private final double[] weights = new double[POINTS];
    private double scale;
    private int rules;

    private AdaptiveIntegral(DoubleUnaryOperator f) {
        this.f = f;
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS);
        for (int i = 0; i < POINTS; i++) {
            nodes[i] = rule.getPoint(i);
            weights[i] = rule.getWeight(i);
        }
    }

    /**
     * Integrate.
     *
     * @param f the function, finite inside the interval
     * @param a lower end, may be {@code -Infinity}
     * @param b upper end, may be {@code Infinity}; below {@code a} the sign turns
     * @throws BadInput if the function is not finite somewhere
     * @throws NotConverged if the integral does not settle, as that of 1/x from 0 does not
     */
    public static double of(DoubleUnaryOperator f, double a, double b) {
        Check.argument(!Double.isNaN(a) && !Double.isNaN(b), "an integral from %s to %s", a, b);
        if (a == b) {
            return 0;
        }
        return a > b ? -of(f, b, a) : mapped(f, a, b);
    }

    private static double mapped(DoubleUnaryOperator f, double a, double b) {
        DoubleUnaryOperator g = checked(f);
        if (Double.isInfinite(a) && Double.isInfinite(b)) {
            return new AdaptiveIntegral(t -> {
                        double gap = 1 - t * t;
                        return g.applyAsDouble(t / gap) * (1 + t * t) / (gap * gap);
                    })
                    .run(-1, 1);
        }
        if (Double.isInfinite(b)) {
            return new AdaptiveIntegral(t -> g.applyAsDouble(a + t / (1 - t)) / ((1 - t) * (1 - t))).run(0, 1);
        }
        if (Double.isInfinite(a)) {
            return new AdaptiveIntegral(t -> g.applyAsDouble(b - t / (1 - t)) / ((1 - t) * (1 - t))).run(0, 1);
        }
        return new AdaptiveIntegral(g).run(a, b);
    }

    private static DoubleUnaryOperator checked(DoubleUnaryOperator f) {
        return x -> {
            double value = f.applyAsDouble(x);
            if (!Double.isFinite(value)) {
                throw new BadInput(
                        "cannot integrate: the function is " + value + " at x = " + x,
                        "",
                        "integrate where it is defined");
            }
            return value;
        };
    }

    private double run(double a, double b) {
        double[] whole = new double[PIECES];
        for (int i = 0; i < PIECES; i++) {
            whole[i] = rule(edge(a, b, i), edge(a, b, i + 1), true);
        }
        double sum = 0;
        for (int i = 0; i < PIECES; i++) {
            sum += refine(edge(a, b, i), edge(a, b, i + 1), whole[i], 0);
        }
        return sum;
    }

    private static double edge(double a, double b, int i) {
        return i == PIECES ? b : a + i * ((b - a) / PIECES);
    }

    private double refine(double a, double b, double whole, int depth) {
        double middle = a + 0.5 * (b - a);
        double left = rule(a, middle, false);
        double right = rule(middle, b, false);
        double halves = left + right;
        if (Math.abs(halves - whole) <= TOLERANCE * Math.max(scale, Math.abs(halves))) {
            return halves;
        }
        if (depth == MAX_DEPTH || rules > MAX_RULES) {
            throw new NotConverged(
                    "the integral does not settle near x = " + middle,
                    "",
                    "the function may grow without bound there: integrate around that place");
        }
        return refine(a, middle, left, depth + 1) + refine(middle, b, right, depth + 1);
    }

    private double rule(double a, double b, boolean measuring) {
        rules++;
        double half = 0.5 * (b - a);
        double centre = a + half;
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double term = weights[i] * f.applyAsDouble(centre + half * nodes[i]);
            sum += term;
            scale += measuring ? Math.abs(term * half) : 0;
        }
        return half * sum;
    }
}

package hep.aurum.math.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.jspecify.annotations.Nullable;

/** List the functions of one argument with their first two derivatives, as functions of the argument u and the value v. */
enum UnaryFunction {
    EXP(StrictMath::exp, (u, v) -> v, (u, v) -> v),
    LOG(StrictMath::log, (u, v) -> 1 / u, (u, v) -> -1 / (u * u)),
    LOG10(StrictMath::log10, (u, v) -> 1 / (u * Constants.LN10), (u, v) -> -1 / (u * u * Constants.LN10)),
    SQRT(Math::sqrt, (u, v) -> 0.5 / v, (u, v) -> -0.25 / (u * v)),
    SIN(StrictMath::sin, (u, v) -> StrictMath.cos(u), (u, v) -> -v),
    COS(StrictMath::cos, (u, v) -> -StrictMath.sin(u), (u, v) -> -v),
    TAN(StrictMath::tan, (u, v) -> 1 + v * v, (u, v) -> 2 * v * (1 + v * v)),
    ASIN(StrictMath::asin, (u, v) -> 1 / Math.sqrt(1 - u * u), (u, v) -> u / ((1 - u * u) * Math.sqrt(1 - u * u))),
    ACOS(StrictMath::acos, (u, v) -> -1 / Math.sqrt(1 - u * u), (u, v) -> -u / ((1 - u * u) * Math.sqrt(1 - u * u))),
    ATAN(StrictMath::atan, (u, v) -> 1 / (1 + u * u), (u, v) -> -2 * u / ((1 + u * u) * (1 + u * u))),
    SINH(StrictMath::sinh, (u, v) -> StrictMath.cosh(u), (u, v) -> v),
    COSH(StrictMath::cosh, (u, v) -> StrictMath.sinh(u), (u, v) -> v),
    TANH(StrictMath::tanh, (u, v) -> 1 - v * v, (u, v) -> -2 * v * (1 - v * v)),
    ABS(Math::abs, (u, v) -> Math.signum(u), (u, v) -> 0),
    ERF(Erf::erf, (u, v) -> bell(u), (u, v) -> -2 * u * bell(u)),
    ERFC(Erf::erfc, (u, v) -> -bell(u), (u, v) -> 2 * u * bell(u)),
    NEGATE(u -> -u, (u, v) -> -1, (u, v) -> 0);

    private final DoubleUnaryOperator value;
    private final DoubleBinaryOperator first;
    private final DoubleBinaryOperator second;

    UnaryFunction(DoubleUnaryOperator value, DoubleBinaryOperator first, DoubleBinaryOperator second) {
        this.value = value;
        this.first = first;
        this.second = second;
    }

    double value(double u) {
        return value.applyAsDouble(u);
    }

    double first(double u, double v) {
        return first.applyAsDouble(u, v);
    }

    double second(double u, double v) {
        return second.applyAsDouble(u, v);
    }

    /** Return the function that a text calls by this name, or null. */
    static @Nullable UnaryFunction named(String name) {
        if (name.equals("ln")) {
            return LOG;
        }
        for (UnaryFunction function : values()) {
            if (function != NEGATE && function.word().equals(name)) {
                return function;
            }
        }
        return null;
    }

    /** Return the names that a text may call. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (UnaryFunction function : values()) {
            if (function != NEGATE) {
                names.add(function.word());
            }
        }
        names.add("ln");
        return names;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The derivative of the error function. */
    private static double bell(double u) {
        return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-u * u);
    }

    /** An enumeration's constants cannot name its own static fields. */
    private static final class Constants {
        static final double LN10 = StrictMath.log(10);
    }
}

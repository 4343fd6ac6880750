package hep.aurum.observable.expression;

import static hep.aurum.observable.expression.ExpressionType.COLLECTION;
import static hep.aurum.observable.expression.ExpressionType.CONDITION;
import static hep.aurum.observable.expression.ExpressionType.NUMBER;
import static hep.aurum.observable.expression.ExpressionType.VECTOR;

import hep.aurum.observable.object.Reconstruction;
import hep.aurum.physics.FourVector;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Hold the functions of the language. {@link StrictMath} throughout, so that every Java gives the same bits. */
final class Functions {

    /** Compose the code of a call from arguments whose types were checked. */
    @FunctionalInterface
    interface Maker {
        Term make(List<Term> arguments);
    }

    /**
     * One function.
     *
     * @param parameters types of its arguments
     * @param least how many of them must be given
     * @param open whether the last may be repeated
     * @param maker composes the code
     */
    record Function(List<ExpressionType> parameters, int least, boolean open, Maker maker) {

        /** Return the type of the argument at a position, or null where there is none. */
        ExpressionType parameter(int position) {
            return parameters.get(Math.min(position, parameters.size() - 1));
        }

        boolean accepts(int count) {
            return count >= least && (open || count <= parameters.size());
        }

        String arity() {
            String number = open ? least + " or more" : least == parameters.size() ? "" + least : "1 or 2";
            return number + (number.equals("1") ? " argument" : " arguments");
        }
    }

    /** Properties of one four-vector; inside braces and in resolutions their names alone mean the object's. */
    static final Map<String, Property> PROPERTIES = properties();

    static final Map<String, Function> ALL = all();

    /** A number that a four-vector has. */
    record Property(ToDoubleFunction<FourVector> value, Unit unit) {}

    private Functions() {}

    private static Map<String, Property> properties() {
        Map<String, Property> map = new LinkedHashMap<>();
        map.put("pt", new Property(FourVector::pt, Unit.GEV));
        map.put("eta", new Property(FourVector::eta, Unit.NONE));
        map.put("phi", new Property(FourVector::phi, Unit.RADIAN));
        map.put("mass", new Property(FourVector::mass, Unit.GEV));
        map.put("energy", new Property(FourVector::energy, Unit.GEV));
        map.put("px", new Property(FourVector::px, Unit.GEV));
        map.put("py", new Property(FourVector::py, Unit.GEV));
        map.put("pz", new Property(FourVector::pz, Unit.GEV));
        map.put("rapidity", new Property(FourVector::rapidity, Unit.NONE));
        map.put("y", new Property(FourVector::rapidity, Unit.NONE));
        return Collections.unmodifiableMap(map);
    }

    private static Map<String, Function> all() {
        Map<String, Function> map = new LinkedHashMap<>();
        PROPERTIES.forEach((name, property) -> map.put(name, ofVector(property)));
        map.put("mt", new Function(List.of(VECTOR, VECTOR), 1, false, Functions::transverseMass));
        map.put("deltaR", ofPair(PairKinematics::deltaR, Unit.NONE));
        map.put("deltaPhi", ofPair(PairKinematics::deltaPhi, Unit.RADIAN));
        map.put("deltaEta", ofPair(PairKinematics::deltaEta, Unit.NONE));
        map.put("signedDeltaPhi", ofPair(PairKinematics::signedDeltaPhi, Unit.RADIAN));
        map.put("costhetastar", ofPair(PairKinematics::cosThetaStar, Unit.NONE));
        map.put("forward", choice(PairKinematics::forward));
        map.put("backward", choice(PairKinematics::backward));
        map.put("exists", new Function(List.of(VECTOR), 1, false, Functions::exists));
        map.put("count", new Function(List.of(COLLECTION), 1, false, Functions::count));
        map.put("sum", new Function(List.of(COLLECTION), 1, false, Functions::sum));
        map.put("ht", new Function(List.of(COLLECTION), 1, false, Functions::scalarSum));
        map.put("if", new Function(List.of(CONDITION, NUMBER, NUMBER), 3, false, Functions::choose));
        map.put("sin", ofNumber(StrictMath::sin, unit -> Unit.NONE));
        map.put("cos", ofNumber(StrictMath::cos, unit -> Unit.NONE));
        map.put("tan", ofNumber(StrictMath::tan, unit -> Unit.NONE));
        map.put("asin", ofNumber(StrictMath::asin, unit -> Unit.RADIAN));
        map.put("acos", ofNumber(StrictMath::acos, unit -> Unit.RADIAN));
        map.put("atan", ofNumber(StrictMath::atan, unit -> Unit.RADIAN));
        map.put("atan2", new Function(List.of(NUMBER, NUMBER), 2, false, Functions::arcTangent));
        map.put("sinh", ofNumber(StrictMath::sinh, unit -> Unit.NONE));
        map.put("cosh", ofNumber(StrictMath::cosh, unit -> Unit.NONE));
        map.put("tanh", ofNumber(StrictMath::tanh, unit -> Unit.NONE));
        map.put("exp", ofNumber(StrictMath::exp, unit -> Unit.NONE));
        map.put("log", ofNumber(StrictMath::log, unit -> Unit.NONE));
        map.put("log10", ofNumber(StrictMath::log10, unit -> Unit.NONE));
        map.put("sqrt", ofNumber(Math::sqrt, unit -> unit.power(0.5)));
        map.put("abs", ofNumber(Math::abs, unit -> unit));
        map.put("sign", ofNumber(Math::signum, unit -> Unit.NONE));
        map.put("bit", new Function(List.of(NUMBER, NUMBER), 2, false, Functions::bit));
        map.put("min", extremum(Math::min));
        map.put("max", extremum(Math::max));
        return Collections.unmodifiableMap(map);
    }

    private static Function ofVector(Property property) {
        return new Function(List.of(VECTOR), 1, false, arguments -> {
            VectorCode vector = vector(arguments, 0);
            ToDoubleFunction<FourVector> value = property.value();
            return ScalarTerm.of(frame -> value.applyAsDouble(vector.at(frame)), property.unit());
        });
    }

    private static Function ofPair(ToDoubleBiFunction<FourVector, FourVector> value, Unit unit) {
        return new Function(List.of(VECTOR, VECTOR), 2, false, arguments -> {
            VectorCode a = vector(arguments, 0);
            VectorCode b = vector(arguments, 1);
            return ScalarTerm.of(frame -> value.applyAsDouble(a.at(frame), b.at(frame)), unit);
        });
    }

    private static Function choice(java.util.function.BinaryOperator<FourVector> which) {
        return new Function(List.of(VECTOR, VECTOR), 2, false, arguments -> {
            VectorCode a = vector(arguments, 0);
            VectorCode b = vector(arguments, 1);
            return new VectorTerm(frame -> which.apply(a.at(frame), b.at(frame)));
        });
    }

    private static Function ofNumber(DoubleUnaryOperator value, UnaryOperator<Unit> unit) {
        return new Function(List.of(NUMBER), 1, false, arguments -> {
            ScalarTerm argument = (ScalarTerm) arguments.get(0);
            ScalarCode x = argument.code();
            return ScalarTerm.of(frame -> value.applyAsDouble(x.at(frame)), unit.apply(argument.unit()));
        });
    }

    private static Function extremum(DoubleBinaryOperator which) {
        return new Function(List.of(NUMBER), 2, true, arguments -> {
            ScalarTerm result = (ScalarTerm) arguments.get(0);
            for (Term argument : arguments.subList(1, arguments.size())) {
                ScalarTerm next = (ScalarTerm) argument;
                ScalarCode a = result.code();
                ScalarCode b = next.code();
                result = ScalarTerm.of(
                        frame -> which.applyAsDouble(a.at(frame), b.at(frame)), Unit.common(result, next));
            }
            return result;
        });
    }

    private static Term transverseMass(List<Term> arguments) {
        VectorCode a = vector(arguments, 0);
        if (arguments.size() == 1) {
            return ScalarTerm.of(frame -> PairKinematics.transverseEnergy(a.at(frame)), Unit.GEV);
        }
        VectorCode b = vector(arguments, 1);
        return ScalarTerm.of(frame -> PairKinematics.transverseMass(a.at(frame), b.at(frame)), Unit.GEV);
    }

    private static Term exists(List<Term> arguments) {
        VectorCode vector = vector(arguments, 0);
        return new ConditionTerm(frame -> {
            String before = frame.missing();
            vector.at(frame);
            boolean there = before != null || frame.missing() == null;
            frame.restoreMissing(before);
            return there;
        });
    }

    private static Term count(List<Term> arguments) {
        CollectionCode collection = ((CollectionTerm) arguments.get(0)).code();
        return ScalarTerm.of(
                frame -> {
                    int count = 0;
                    for (int i = 0; i < frame.event().size(); i++) {
                        count += collection.contains(frame, i) ? 1 : 0;
                    }
                    return count;
                },
                Unit.NONE);
    }

    private static Term sum(List<Term> arguments) {
        CollectionCode collection = ((CollectionTerm) arguments.get(0)).code();
        return new VectorTerm(frame -> {
            Reconstruction event = frame.event();
            FourVector sum = FourVector.ZERO;
            for (int i = 0; i < event.size(); i++) {
                sum = collection.contains(frame, i) ? sum.plus(event.momentum(i)) : sum;
            }
            return sum;
        });
    }

    private static Term scalarSum(List<Term> arguments) {
        CollectionCode collection = ((CollectionTerm) arguments.get(0)).code();
        return ScalarTerm.of(
                frame -> {
                    Reconstruction event = frame.event();
                    double sum = 0;
                    for (int i = 0; i < event.size(); i++) {
                        sum += collection.contains(frame, i) ? event.momentum(i).pt() : 0;
                    }
                    return sum;
                },
                Unit.GEV);
    }

    private static Term choose(List<Term> arguments) {
        ConditionCode condition = ((ConditionTerm) arguments.get(0)).code();
        ScalarTerm then = (ScalarTerm) arguments.get(1);
        ScalarTerm otherwise = (ScalarTerm) arguments.get(2);
        ScalarCode a = then.code();
        ScalarCode b = otherwise.code();
        return ScalarTerm.of(frame -> condition.at(frame) ? a.at(frame) : b.at(frame), Unit.common(then, otherwise));
    }

    /** Whether a bit, counted from 0, of a whole number is set. */
    private static Term bit(List<Term> arguments) {
        ScalarCode number = ((ScalarTerm) arguments.get(0)).code();
        ScalarCode place = ((ScalarTerm) arguments.get(1)).code();
        return new ConditionTerm(frame -> {
            double n = number.at(frame);
            double k = place.at(frame);
            if (n != Math.rint(n) || k != Math.rint(k) || k < 0 || k > 52 || Math.abs(n) > 0x1p53) {
                frame.noteUndefined();
            }
            return ((long) n >> (int) k & 1) != 0;
        });
    }

    private static Term arcTangent(List<Term> arguments) {
        ScalarCode y = ((ScalarTerm) arguments.get(0)).code();
        ScalarCode x = ((ScalarTerm) arguments.get(1)).code();
        return ScalarTerm.of(frame -> StrictMath.atan2(y.at(frame), x.at(frame)), Unit.RADIAN);
    }

    private static VectorCode vector(List<Term> arguments, int position) {
        return ((VectorTerm) arguments.get(position)).code();
    }
}

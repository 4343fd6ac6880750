package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.observable.object.ParticleClass;
import hep.aurum.observable.object.Reconstruction;
import hep.aurum.physics.FourVector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Read one expression by recursive descent, check its types and compose its code.
 *
 * <pre>
 * or         = and {"or" and}
 * and        = not {"and" not}
 * not        = "not" not | comparison
 * comparison = sum [("&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" | "!=") sum]
 * sum        = product {("+" | "-") product}
 * product    = unary {("*" | "/") unary}
 * unary      = ("-" | "+") unary | power
 * power      = postfix ["^" unary]
 * postfix    = primary {"[" index "]" | "{" or "}"}
 * primary    = number | name | name "(" or {"," or} ")" | "(" or ")"
 * </pre>
 */
final class Parser {

    /** Deepest nesting that is read, which bounds the stack. */
    private static final int DEEPEST = 64;

    /** Most operations, those of definitions included each time they are used: bounds time and stack per event. */
    private static final int MOST_OPERATIONS = 1000;

    private static final int GREATEST_INDEX = 1000;
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

    private final String text;
    private final Scope scope;
    private final List<Token> tokens;
    private int position;
    private int depth;
    private int filters;
    private int operations;

    private Parser(String text, Scope scope) {
        this.text = text;
        this.scope = scope;
        this.tokens = Lexer.read(text);
    }

    static Expression parse(String text, Scope scope) {
        Parser parser = new Parser(text, scope);
        Term term = parser.or();
        Token rest = parser.peek();
        if (rest.kind() != Token.Kind.END) {
            throw parser.unexpected(rest, "an operator or the end of the text", parser.comparisonHint(rest));
        }
        return new Expression(text, term, parser.operations);
    }

    /** Return whether a name means something in every scope. */
    static boolean isReserved(String name) {
        return Functions.ALL.containsKey(name)
                || Set.of("met", "pdg", "pi", "object", "and", "or", "not").contains(name);
    }

    private Term or() {
        descend();
        int column = peek().column();
        Term left = and();
        while (takeIf("or")) {
            ConditionCode a = condition(left, column);
            int rightColumn = peek().column();
            ConditionCode b = condition(and(), rightColumn);
            left = new ConditionTerm(frame -> a.at(frame) || b.at(frame));
            count(1);
        }
        depth--;
        return left;
    }

    private Term and() {
        int column = peek().column();
        Term left = not();
        while (takeIf("and")) {
            ConditionCode a = condition(left, column);
            int rightColumn = peek().column();
            ConditionCode b = condition(not(), rightColumn);
            left = new ConditionTerm(frame -> a.at(frame) && b.at(frame));
            count(1);
        }
        return left;
    }

    private Term not() {
        if (!takeIf("not")) {
            return comparison();
        }
        descend();
        int column = peek().column();
        ConditionCode a = condition(not(), column);
        depth--;
        count(1);
        return new ConditionTerm(frame -> !a.at(frame));
    }

    private Term comparison() {
        int column = peek().column();
        Term left = sum();
        Token operator = peek();
        if (operator.kind() != Token.Kind.SYMBOL || !COMPARISONS.contains(operator.text())) {
            return left;
        }
        position++;
        ScalarCode a = number(left, column).code();
        int rightColumn = peek().column();
        ScalarCode b = number(sum(), rightColumn).code();
        count(1);
        return new ConditionTerm(Operators.comparison(operator.text(), a, b));
    }

    private Term sum() {
        int column = peek().column();
        Term left = product();
        while (peek().is("+") || peek().is("-")) {
            boolean plus = next().is("+");
            int rightColumn = peek().column();
            Term right = product();
            count(1);
            if (left instanceof VectorTerm vector) {
                VectorCode b = vector(right, rightColumn);
                left = Operators.vectorSum(vector.code(), b, plus);
            } else {
                left = Operators.sum(number(left, column), number(right, rightColumn), plus);
            }
        }
        return left;
    }

    private Term product() {
        int column = peek().column();
        Term left = unary();
        while (peek().is("*") || peek().is("/")) {
            boolean times = next().is("*");
            ScalarTerm a = number(left, column);
            int rightColumn = peek().column();
            ScalarTerm b = number(unary(), rightColumn);
            count(1);
            left = times ? Operators.product(a, b) : Operators.quotient(a, b);
        }
        return left;
    }

    private Term unary() {
        if (!peek().is("-") && !peek().is("+")) {
            return power();
        }
        boolean minus = next().is("-");
        descend();
        int column = peek().column();
        Term operand = unary();
        depth--;
        count(1);
        if (operand instanceof VectorTerm vector) {
            return minus ? Operators.negated(vector.code()) : operand;
        }
        ScalarTerm a = number(operand, column);
        return minus ? Operators.negated(a) : a;
    }

    private Term power() {
        int column = peek().column();
        Term base = postfix();
        if (!takeIf("^")) {
            return base;
        }
        descend();
        ScalarTerm a = number(base, column);
        int exponentColumn = peek().column();
        ScalarTerm b = number(unary(), exponentColumn);
        depth--;
        count(1);
        return Operators.power(a, b);
    }

    private Term postfix() {
        int column = peek().column();
        Term term = primary();
        while (peek().is("[") || peek().is("{")) {
            CollectionTerm collection = collection(term, column);
            term = next().is("[") ? member(collection, column) : filtered(collection, column);
            count(1);
        }
        return term;
    }

    private Term member(CollectionTerm collection, int column) {
        Token index = next();
        boolean whole = index.kind() == Token.Kind.NUMBER
                && index.text().chars().allMatch(c -> c >= '0' && c <= '9')
                && index.text().length() <= 4;
        int rank = whole ? Integer.parseInt(index.text()) : 0;
        if (rank < 1 || rank > GREATEST_INDEX) {
            throw unexpected(
                    index,
                    "a whole number from 1 to " + GREATEST_INDEX,
                    "objects are counted from 1, by descending transverse momentum");
        }
        expect("]");
        CollectionCode members = collection.code();
        String name = since(column);
        return new VectorTerm(frame -> {
            Reconstruction event = frame.event();
            int left = rank;
            for (int i = 0; i < event.size(); i++) {
                if (members.contains(frame, i) && --left == 0) {
                    return event.momentum(i);
                }
            }
            return frame.miss(name);
        });
    }

    private Term filtered(CollectionTerm collection, int column) {
        int conditionColumn = peek().column();
        filters++;
        ConditionCode condition = condition(or(), conditionColumn);
        filters--;
        expect("}");
        CollectionCode members = collection.code();
        CollectionCode filtered = (frame, i) -> {
            if (!members.contains(frame, i)) {
                return false;
            }
            FourVector before = frame.enter(frame.event().momentum(i));
            boolean passes = condition.at(frame);
            frame.enter(before);
            return passes;
        };
        return new CollectionTerm(filtered, since(column));
    }

    private Term primary() {
        Token token = next();
        count(1);
        if (token.is("(")) {
            Term inner = or();
            expect(")");
            return inner;
        }
        return switch (token.kind()) {
            case NUMBER -> literal(token);
            case NAME -> peek().is("(") ? call(token) : name(token);
            default -> throw unexpected(token, "a number, a particle, a function or \"(\"", "");
        };
    }

    private Term literal(Token token) {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw unexpected(token, "a number below 1.8e308", "");
        }
        return ScalarTerm.literal(value);
    }

    private Term name(Token token) {
        String name = token.text();
        Functions.Property property = Functions.PROPERTIES.get(name);
        if (!scope.isEvent() || filters > 0) {
            if (property != null) {
                ToDoubleFunction<FourVector> value = property.value();
                return ScalarTerm.of(frame -> value.applyAsDouble(frame.object()), property.unit());
            }
            if (name.equals("object")) {
                return new VectorTerm(Frame::object);
            }
        }
        if (name.equals("pi")) {
            return ScalarTerm.literal(Math.PI);
        }
        return scope.isEvent() ? eventName(token) : unknownName(token);
    }

    private Term eventName(Token token) {
        String name = token.text();
        if (name.equals("met")) {
            return new VectorTerm(frame -> frame.event().met());
        }
        Expression definition = scope.definitions().get(name);
        if (definition != null) {
            count(definition.operations());
            return definition.term();
        }
        ParticleClass particles = scope.classes().find(name);
        if (particles == null) {
            return unknownName(token);
        }
        if (scope.classes().isInvisible(particles)) {
            throw new BadInput(
                    "found \"" + name + "\" at column " + token.column() + ", which no detector sees",
                    where(token.column()),
                    "use met, the missing transverse momentum");
        }
        return members(particles, name);
    }

    private static CollectionTerm members(ParticleClass particles, String name) {
        return new CollectionTerm((frame, i) -> particles.contains(frame.event().pdgId(i)), name);
    }

    private Term unknownName(Token token) {
        String name = token.text();
        if (Functions.ALL.containsKey(name)) {
            throw unexpected(token, "its arguments in parentheses", "for example pt(photon[1]) or count(jet)");
        }
        Set<String> known = new LinkedHashSet<>();
        if (scope.isEvent()) {
            known.addAll(scope.definitions().keySet());
            known.add("met");
            known.addAll(scope.classes().names());
        } else {
            known.addAll(Functions.PROPERTIES.keySet());
        }
        throw unknown(token, "a name that is known", known);
    }

    private Term call(Token token) {
        if (token.is("pdg")) {
            return pdg(token.column());
        }
        Functions.Function function = Functions.ALL.get(token.text());
        if (function == null) {
            throw unknown(token, "a function", Functions.ALL.keySet());
        }
        expect("(");
        List<Term> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                int column = peek().column();
                Term argument = or();
                arguments.add(check(argument, function.parameter(arguments.size()), column));
            } while (takeIf(","));
        }
        expect(")");
        if (!function.accepts(arguments.size())) {
            throw new BadInput(
                    "found " + arguments.size() + " arguments of " + token.text() + " at column " + token.column()
                            + ", expected " + function.arity(),
                    where(token.column()),
                    "");
        }
        return function.maker().make(arguments);
    }

    private Term pdg(int column) {
        expect("(");
        String sign = takeIf("-") ? "-" : "";
        Token id = next();
        boolean whole = id.kind() == Token.Kind.NUMBER
                && id.text().length() <= 10
                && id.text().chars().allMatch(c -> c >= '0' && c <= '9');
        long value = whole ? Long.parseLong(sign + id.text()) : Long.MAX_VALUE;
        if (Math.abs(value) > Integer.MAX_VALUE) {
            throw unexpected(id, "a PDG id", "for example pdg(22) or pdg(-11)");
        }
        expect(")");
        return members(ParticleClass.of("pdg", List.of((int) value)), since(column));
    }

    private Term check(Term term, ExpressionType wanted, int column) {
        if (term.type() != wanted) {
            throw new BadInput(
                    "found " + term.type().description() + " at column " + column + ", expected "
                            + wanted.description(),
                    where(column),
                    Operators.conversion(term.type(), wanted));
        }
        return term;
    }

    private ConditionCode condition(Term term, int column) {
        return ((ConditionTerm) check(term, ExpressionType.CONDITION, column)).code();
    }

    private ScalarTerm number(Term term, int column) {
        return (ScalarTerm) check(term, ExpressionType.NUMBER, column);
    }

    private VectorCode vector(Term term, int column) {
        return ((VectorTerm) check(term, ExpressionType.VECTOR, column)).code();
    }

    private CollectionTerm collection(Term term, int column) {
        return (CollectionTerm) check(term, ExpressionType.COLLECTION, column);
    }

    private void descend() {
        if (++depth > DEEPEST) {
            throw new BadInput(
                    "the expression is nested more than " + DEEPEST + " levels deep at column " + peek().column(),
                    where(peek().column()),
                    "split it with definitions");
        }
    }

    private void count(int more) {
        operations += more;
        if (operations > MOST_OPERATIONS) {
            throw new BadInput(
                    "the expression has more than " + MOST_OPERATIONS + " operations, its definitions included",
                    where(1),
                    "make several observables of it");
        }
    }

    private Token peek() {
        return tokens.get(position);
    }

    private Token next() {
        Token token = tokens.get(position);
        if (token.kind() != Token.Kind.END) {
            position++;
        }
        return token;
    }

    private boolean takeIf(String word) {
        boolean found = peek().is(word);
        if (found) {
            position++;
        }
        return found;
    }

    private void expect(String word) {
        Token token = next();
        if (!token.is(word)) {
            throw unexpected(token, "\"" + word + "\"", comparisonHint(token));
        }
    }

    private String comparisonHint(Token token) {
        return COMPARISONS.contains(token.text()) ? "write a < b and b < c for a < b < c" : "";
    }

    private Failure unexpected(Token token, String expected, String fix) {
        return new BadInput(
                "found " + token.description() + " at column " + token.column() + ", expected " + expected,
                where(token.column()),
                fix);
    }

    private Failure unknown(Token token, String expected, Set<String> known) {
        return new NotFound(
                "found " + token.description() + " at column " + token.column() + ", expected " + expected,
                where(token.column()),
                Names.suggest(token.text(), known));
    }

    private String where(int column) {
        return "column " + column + " of: " + Lexer.clip(text);
    }

    /** Return the text from a column up to the current word. */
    private String since(int column) {
        return text.substring(column - 1, peek().column() - 1).strip();
    }
}

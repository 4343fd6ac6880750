package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.observable.object.ParticleClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
 * postfix    = primary {"[" index "]" | "{" or "}" | "." name}
 * primary    = number | name | name "(" or {"," or} ")" | "(" or ")" | column
 * column     = name ["." name] ["[" place "]"]
 * </pre>
 */
final class Parser {

    private static final int GREATEST_INDEX = 1000;

    private final Words words;
    private final Vocabulary vocabulary;

    private Parser(String text, Scope scope) {
        this.words = new Words(text);
        this.vocabulary = new Vocabulary(scope, words);
    }

    static Expression parse(String text, Scope scope) {
        Parser parser = new Parser(text, scope);
        Term term = parser.or();
        parser.words.expectEnd();
        return new Expression(
                text, term, parser.words.operations(), parser.words.filterDepth(), parser.vocabulary.requirements());
    }

    /** Return whether a name means something in every scope. */
    static boolean isReserved(String name) {
        return Functions.ALL.containsKey(name)
                || Set.of("met", "pdg", "pi", "object", "and", "or", "not").contains(name);
    }

    private Term or() {
        words.descend();
        int column = words.column();
        Term left = and();
        while (words.takeIf("or")) {
            ConditionCode a = condition(left, column);
            int rightColumn = words.column();
            ConditionCode b = condition(and(), rightColumn);
            left = new ConditionTerm(frame -> a.at(frame) || b.at(frame));
            words.count(1);
        }
        words.ascend();
        return left;
    }

    private Term and() {
        int column = words.column();
        Term left = not();
        while (words.takeIf("and")) {
            ConditionCode a = condition(left, column);
            int rightColumn = words.column();
            ConditionCode b = condition(not(), rightColumn);
            left = new ConditionTerm(frame -> a.at(frame) && b.at(frame));
            words.count(1);
        }
        return left;
    }

    private Term not() {
        if (!words.takeIf("not")) {
            return comparison();
        }
        words.descend();
        int column = words.column();
        ConditionCode a = condition(not(), column);
        words.ascend();
        words.count(1);
        return new ConditionTerm(frame -> !a.at(frame));
    }

    private Term comparison() {
        int column = words.column();
        Term left = sum();
        if (!words.atComparison()) {
            return left;
        }
        Token operator = words.next();
        ScalarCode a = number(left, column).code();
        int rightColumn = words.column();
        ScalarCode b = number(sum(), rightColumn).code();
        words.count(1);
        return new ConditionTerm(Operators.comparison(operator.text(), a, b));
    }

    private Term sum() {
        int column = words.column();
        Term left = product();
        while (words.peek().is("+") || words.peek().is("-")) {
            boolean plus = words.next().is("+");
            int rightColumn = words.column();
            Term right = product();
            words.count(1);
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
        int column = words.column();
        Term left = unary();
        while (words.peek().is("*") || words.peek().is("/")) {
            boolean times = words.next().is("*");
            ScalarTerm a = number(left, column);
            int rightColumn = words.column();
            ScalarTerm b = number(unary(), rightColumn);
            words.count(1);
            left = times ? Operators.product(a, b) : Operators.quotient(a, b);
        }
        return left;
    }

    private Term unary() {
        if (!words.peek().is("-") && !words.peek().is("+")) {
            return power();
        }
        boolean minus = words.next().is("-");
        words.descend();
        int column = words.column();
        Term operand = unary();
        words.ascend();
        words.count(1);
        if (operand instanceof VectorTerm vector) {
            return minus ? Operators.negated(vector.code()) : operand;
        }
        ScalarTerm a = number(operand, column);
        return minus ? Operators.negated(a) : a;
    }

    private Term power() {
        int column = words.column();
        Term base = postfix();
        if (!words.takeIf("^")) {
            return base;
        }
        words.descend();
        ScalarTerm a = number(base, column);
        int exponentColumn = words.column();
        ScalarTerm b = number(unary(), exponentColumn);
        words.ascend();
        words.count(1);
        return Operators.power(a, b);
    }

    private Term postfix() {
        int column = words.column();
        Term term = primary();
        while (words.peek().is("[") || words.peek().is("{") || words.peek().is(".")) {
            if (words.takeIf(".")) {
                term = vocabulary.property(term, column, words.next());
                continue;
            }
            CollectionTerm collection = collection(term, column);
            term = words.next().is("[") ? member(collection, column) : filtered(collection, column);
            words.count(1);
        }
        return term;
    }

    private Term member(CollectionTerm collection, int column) {
        Token index = words.next();
        boolean whole = index.kind() == Token.Kind.NUMBER
                && index.text().chars().allMatch(c -> c >= '0' && c <= '9')
                && index.text().length() <= 4;
        int rank = whole ? Integer.parseInt(index.text()) : 0;
        if (rank < 1 || rank > GREATEST_INDEX) {
            throw words.unexpected(
                    index,
                    "a whole number from 1 to " + GREATEST_INDEX,
                    "objects are counted from 1, by descending transverse momentum");
        }
        words.expect("]");
        ObjectCode object = Choices.ranked(collection.code(), rank, words.since(column));
        return new VectorTerm(Choices.momentum(object), object, collection.owners());
    }

    private Term filtered(CollectionTerm collection, int column) {
        int conditionColumn = words.column();
        words.enterFilter();
        vocabulary.enter(collection);
        ConditionCode condition = condition(or(), conditionColumn);
        vocabulary.leave();
        words.leaveFilter();
        words.expect("}");
        return new CollectionTerm(
                Choices.filtered(collection.code(), condition), words.since(column), collection.owners());
    }

    private Term primary() {
        Token token = words.next();
        words.count(1);
        if (token.is("(")) {
            Term inner = or();
            words.expect(")");
            return inner;
        }
        return switch (token.kind()) {
            case NUMBER -> literal(token);
            case NAME -> words.peek().is("(") ? call(token) : vocabulary.of(token);
            case QUOTED -> vocabulary.quoted(token);
            default -> throw words.unexpected(token, "a number, a particle, a function or \"(\"", "");
        };
    }

    private Term literal(Token token) {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw words.unexpected(token, "a number below 1.8e308", "");
        }
        return ScalarTerm.literal(value);
    }

    private Term call(Token token) {
        if (token.is("pdg")) {
            return pdg(token.column());
        }
        Functions.Function function = Functions.ALL.get(token.text());
        words.expect("(");
        if (function == null) {
            return member(token);
        }
        List<Term> arguments = new ArrayList<>();
        if (!words.peek().is(")")) {
            do {
                int column = words.column();
                Term argument = or();
                arguments.add(check(argument, function.parameter(arguments.size()), column));
            } while (words.takeIf(","));
        }
        words.expect(")");
        if (!function.accepts(arguments.size())) {
            throw new BadInput(
                    "found " + arguments.size() + " arguments of " + token.text() + " at column " + token.column()
                            + ", expected " + function.arity(),
                    words.where(token.column()),
                    "");
        }
        return function.maker().make(arguments);
    }

    /** Read the argument of a member of objects, such as {@code BTag(Jet[1])}. */
    private Term member(Token name) {
        if (!vocabulary.isMember(name)) {
            throw words.unknown(name, "a function", vocabulary.functions());
        }
        int column = words.column();
        Term object = or();
        words.expect(")");
        return vocabulary.property(object, column, name);
    }

    private Term pdg(int column) {
        words.expect("(");
        String sign = words.takeIf("-") ? "-" : "";
        Token id = words.next();
        boolean whole = id.kind() == Token.Kind.NUMBER
                && id.text().length() <= 10
                && id.text().chars().allMatch(c -> c >= '0' && c <= '9');
        long value = whole ? Long.parseLong(sign + id.text()) : Long.MAX_VALUE;
        if (Math.abs(value) > Integer.MAX_VALUE) {
            throw words.unexpected(id, "a PDG id", "for example pdg(22) or pdg(-11)");
        }
        words.expect(")");
        return vocabulary.members(ParticleClass.of("pdg", List.of((int) value)), words.since(column), column);
    }

    private Term check(Term term, ExpressionType wanted, int column) {
        if (wanted == ExpressionType.NUMBER && term instanceof ConditionTerm truth && truth.column()) {
            ConditionCode code = truth.code();
            return ScalarTerm.of(frame -> code.at(frame) ? 1 : 0, Unit.NONE);
        }
        if (term.type() != wanted) {
            throw new BadInput(
                    "found " + term.type().description() + " at column " + column + ", expected "
                            + wanted.description(),
                    words.where(column),
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
}

package hep.aurum.math.formula;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import java.util.ArrayList;
import java.util.List;

/** Read a formula by recursive descent; length and depth are bounded before anything is built. */
final class FormulaParser {

    private final String text;
    private final List<String> parameters;
    private final boolean isClosed;
    private final List<Step> steps = new ArrayList<>();
    private int at;
    private int depth;

    FormulaParser(String text, List<String> parameters, boolean isClosed) {
        this.text = text;
        this.parameters = new ArrayList<>(parameters);
        this.isClosed = isClosed;
    }

    Formula parse() {
        if (text.length() > Formula.MAX_LENGTH) {
            throw new BadInput(
                    "a formula has " + text.length() + " characters, at most " + Formula.MAX_LENGTH + " are read",
                    "",
                    "give the function as code, not as text");
        }
        if (text.isBlank()) {
            throw new BadInput("a formula is empty", "", "write it in x, for example 2*exp(-x*x/50)");
        }
        sum();
        if (!isAtEnd()) {
            throw problem("expected an operator", at, "a product needs its *");
        }
        return new Formula(text.strip(), parameters, steps);
    }

    private int sum() {
        enter();
        int left = product();
        while (true) {
            if (take('+')) {
                left = add(Step.of(Step.Kind.ADD, left, product()));
            } else if (take('-')) {
                left = add(Step.of(Step.Kind.SUBTRACT, left, product()));
            } else {
                depth--;
                return left;
            }
        }
    }

    private int product() {
        int left = signed();
        while (true) {
            if (take('*')) {
                left = add(Step.of(Step.Kind.MULTIPLY, left, signed()));
            } else if (take('/')) {
                left = add(Step.of(Step.Kind.DIVIDE, left, signed()));
            } else {
                return left;
            }
        }
    }

    private int signed() {
        enter();
        int result;
        if (take('-')) {
            result = add(Step.call(UnaryFunction.NEGATE, signed()));
        } else if (take('+')) {
            result = signed();
        } else {
            result = power();
        }
        depth--;
        return result;
    }

    private int power() {
        int base = atom();
        return take('^') || takePower() ? add(Step.of(Step.Kind.POWER, base, signed())) : base;
    }

    private int atom() {
        if (isAtEnd()) {
            throw problem("the formula ends too early", at, "something must follow");
        }
        char c = text.charAt(at);
        if (take('(')) {
            int inside = sum();
            close();
            return inside;
        }
        if (isDigit(c) || c == '.') {
            return add(Step.number(number()));
        }
        if (isLetter(c)) {
            return named();
        }
        throw problem("unexpected \"" + c + "\"", at, "");
    }

    private double number() {
        int start = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        int exponent = at;
        if (exponent < text.length() && (text.charAt(exponent) == 'e' || text.charAt(exponent) == 'E')) {
            exponent++;
            if (exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            while (exponent < text.length() && isDigit(text.charAt(exponent))) {
                exponent++;
                at = exponent;
            }
        }
        String word = text.substring(start, at);
        if (word.indexOf('.') != word.lastIndexOf('.') || word.equals(".")) {
            throw problem("\"" + word + "\" is no number", start, "");
        }
        double value = Double.parseDouble(word);
        if (!Double.isFinite(value)) {
            throw problem("the number is too large", start, "");
        }
        return value;
    }

    private int named() {
        int start = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        String name = text.substring(start, at);
        if (take('(')) {
            return call(name, start);
        }
        if (name.equals("x")) {
            if (take('[') && !(take('0') && take(']'))) {
                throw problem("expected x[0]", start, "a function has one variable");
            }
            return add(Step.variable());
        }
        if (name.equals("pi") || name.equals("Pi") || name.equals("PI")) {
            return add(Step.number(Math.PI));
        }
        return add(Step.parameter(parameter(name, start)));
    }

    private int parameter(String name, int start) {
        int index = parameters.indexOf(name);
        if (index >= 0) {
            return index;
        }
        if (isClosed) {
            List<String> known = new ArrayList<>(parameters);
            known.add("x");
            throw problem("\"" + name + "\" is not among the parameters", start, Names.suggest(name, known));
        }
        if (UnaryFunction.named(name) != null) {
            throw problem("\"" + name + "\" is a function", start, "write " + name + "(...)");
        }
        if (parameters.size() == Formula.MAX_PARAMETERS) {
            throw problem("a formula has at most " + Formula.MAX_PARAMETERS + " parameters", start, "");
        }
        parameters.add(name);
        return parameters.size() - 1;
    }

    private int call(String name, int start) {
        List<Integer> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (take(','));
        close();
        UnaryFunction function = UnaryFunction.named(name);
        if (function != null) {
            require(name, arguments, 1, start);
            return add(Step.call(function, arguments.get(0)));
        }
        switch (name) {
            case "pow" -> {
                return binary(Step.Kind.POWER, name, arguments, start);
            }
            case "min" -> {
                return binary(Step.Kind.MIN, name, arguments, start);
            }
            case "max" -> {
                return binary(Step.Kind.MAX, name, arguments, start);
            }
            case "gauss" -> {
                require(name, arguments, 3, start);
                return gauss(arguments.get(0), arguments.get(1), arguments.get(2));
            }
            default -> {
                List<String> known = new ArrayList<>(UnaryFunction.names());
                known.addAll(List.of("pow", "min", "max", "gauss"));
                throw problem("no function is named \"" + name + "\"", start, Names.suggest(name, known));
            }
        }
    }

    private int binary(Step.Kind kind, String name, List<Integer> arguments, int start) {
        require(name, arguments, 2, start);
        return add(Step.of(kind, arguments.get(0), arguments.get(1)));
    }

    private int gauss(int u, int mean, int sigma) {
        int pull = add(Step.of(Step.Kind.DIVIDE, add(Step.of(Step.Kind.SUBTRACT, u, mean)), sigma));
        int square = add(Step.of(Step.Kind.MULTIPLY, pull, pull));
        int half = add(Step.of(Step.Kind.MULTIPLY, square, add(Step.number(-0.5))));
        return add(Step.call(UnaryFunction.EXP, half));
    }

    private void require(String name, List<Integer> arguments, int count, int start) {
        if (arguments.size() != count) {
            throw problem(name + " has " + arguments.size() + " arguments, expected " + count, start, "");
        }
    }

    private int add(Step step) {
        steps.add(step);
        return steps.size() - 1;
    }

    private void enter() {
        if (++depth > Formula.MAX_DEPTH) {
            throw problem("nested deeper than " + Formula.MAX_DEPTH, at, "");
        }
    }

    private void close() {
        if (!take(')')) {
            throw problem("expected )", at, "");
        }
    }

    /** Skip blanks and take a character if it is next; a star that is half of a power is none. */
    private boolean take(char c) {
        if (isAtEnd() || text.charAt(at) != c || (c == '*' && isPower())) {
            return false;
        }
        at++;
        return true;
    }

    private boolean takePower() {
        if (isAtEnd() || !isPower()) {
            return false;
        }
        at += 2;
        return true;
    }

    private boolean isPower() {
        return text.startsWith("**", at);
    }

    private boolean isAtEnd() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private BadInput problem(String what, int place, String fix) {
        String line = text.replaceAll("\\s", " ");
        String where = "column " + (place + 1) + "\n         " + line + "\n         " + " ".repeat(place) + "^";
        return new BadInput("cannot read the formula: " + what, where, fix);
    }
}

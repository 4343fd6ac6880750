package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.List;
import java.util.Set;

/** Walk through the words of one expression, within bounds of depth and size, and phrase what is wrong with them. */
final class Words {

    /** Deepest nesting that is read, which bounds the stack. */
    private static final int DEEPEST = 64;

    /** Most operations, those of definitions included each time they are used: bounds time and stack per event. */
    private static final int MOST_OPERATIONS = 1000;

    /** Deepest nesting of filters: each level multiplies the time by the number of objects of an event. */
    private static final int DEEPEST_FILTER = 2;

    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

    private final String text;
    private final List<Token> tokens;
    private int position;
    private int depth;
    private int operations;
    private int filters;
    private int filterDepth;

    Words(String text) {
        this.text = text;
        this.tokens = Lexer.read(text);
    }

    boolean atComparison() {
        return peek().kind() == Token.Kind.SYMBOL && COMPARISONS.contains(peek().text());
    }

    int column() {
        return peek().column();
    }

    int operations() {
        return operations;
    }

    /** Require that no word is left. */
    void expectEnd() {
        Token rest = peek();
        if (rest.kind() != Token.Kind.END) {
            throw unexpected(rest, "an operator or the end of the text", comparisonHint(rest));
        }
    }

    boolean inFilter() {
        return filters > 0;
    }

    int filterDepth() {
        return filterDepth;
    }

    void enterFilter() {
        filters++;
        noteFilters(0);
    }

    void leaveFilter() {
        filters--;
    }

    /** Take note of the filters within something that was read before. */
    void noteFilters(int inner) {
        filterDepth = Math.max(filterDepth, filters + inner);
        if (filterDepth > DEEPEST_FILTER) {
            throw new BadInput(
                    "filters are nested more than " + DEEPEST_FILTER + " levels deep at column " + column(),
                    where(column()),
                    "write one filter with \"and\"");
        }
    }

    void ascend() {
        depth--;
    }

    void descend() {
        if (++depth > DEEPEST) {
            throw new BadInput(
                    "the expression is nested more than " + DEEPEST + " levels deep at column " + peek().column(),
                    where(peek().column()),
                    "split it with definitions");
        }
    }

    void count(int more) {
        operations += more;
        if (operations > MOST_OPERATIONS) {
            throw new BadInput(
                    "the expression has more than " + MOST_OPERATIONS + " operations, its definitions included",
                    where(1),
                    "make several observables of it");
        }
    }

    Token peek() {
        return tokens.get(position);
    }

    /** Return the word behind the current one. */
    Token peekBehind() {
        return tokens.get(Math.min(position + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(position);
        if (token.kind() != Token.Kind.END) {
            position++;
        }
        return token;
    }

    boolean takeIf(String word) {
        boolean found = peek().is(word);
        if (found) {
            position++;
        }
        return found;
    }

    void expect(String word) {
        Token token = next();
        if (!token.is(word)) {
            throw unexpected(token, "\"" + word + "\"", comparisonHint(token));
        }
    }

    private String comparisonHint(Token token) {
        return COMPARISONS.contains(token.text()) ? "write a < b and b < c for a < b < c" : "";
    }

    Failure unexpected(Token token, String expected, String fix) {
        return new BadInput(
                "found " + token.description() + " at column " + token.column() + ", expected " + expected,
                where(token.column()),
                fix);
    }

    Failure unknown(Token token, String expected, Set<String> known) {
        return new NotFound(
                "found " + token.description() + " at column " + token.column() + ", expected " + expected,
                where(token.column()),
                Names.suggest(token.text(), known));
    }

    String where(int column) {
        return "column " + column + " of: " + Lexer.clip(text);
    }

    /** Return the text from a column up to the current word. */
    String since(int column) {
        return text.substring(column - 1, peek().column() - 1).strip();
    }
}

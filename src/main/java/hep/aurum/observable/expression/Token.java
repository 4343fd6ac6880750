package hep.aurum.observable.expression;

/**
 * One word of an expression.
 *
 * @param kind what it is
 * @param text as it is written; {@code and}, {@code or}, {@code not} for their symbols, too
 * @param column where it begins, from 1
 */
record Token(Kind kind, String text, int column) {

    enum Kind {
        NUMBER,
        NAME,
        /** The name of a column between backticks. */
        QUOTED,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equals(word);
    }

    String description() {
        return kind == Kind.END ? "the end of the text" : "\"" + Lexer.clip(text) + "\"";
    }
}

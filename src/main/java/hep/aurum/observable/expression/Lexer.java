package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cut the text of an expression into words. */
final class Lexer {

    /** Longest text that is read: what people write is far shorter, and hostile input stops here. */
    static final int LONGEST = 4096;

    private static final int CLIP = 100;
    private static final String BLANKS = " \t\n\u000B\f\r";
    // Possessive quantifiers: no backtracking, whatever the input.
    private static final Pattern WORD = Pattern.compile("\\s*+(?:"
            + "(?<number>(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*+)"
            + "|`(?<quoted>[^`]++)`"
            + "|(?<symbol><=|>=|==|!=|&&|\\|\\||[-+*/^<>!()\\[\\]{},.]))");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final Map<String, String> SPELLED = Map.of("&&", "and", "||", "or", "!", "not");

    private Lexer() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static List<Token> read(String text) {
        if (text.length() > LONGEST) {
            throw new BadInput(
                    "an expression has " + text.length() + " characters, expected at most " + LONGEST,
                    clip(text),
                    "split it with definitions");
        }
        List<Token> tokens = new ArrayList<>();
        int end = text.stripTrailing().length();
        Matcher matcher = WORD.matcher(text);
        int position = 0;
        while (position < end) {
            matcher.region(position, end);
            if (!matcher.lookingAt()) {
                throw unreadable(text, position);
            }
            tokens.add(token(matcher));
            position = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "", end + 1));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        String number = matcher.group("number");
        if (number != null) {
            return new Token(Token.Kind.NUMBER, number, matcher.start("number") + 1);
        }
        String name = matcher.group("name");
        if (name != null) {
            boolean word = name.equals("and") || name.equals("or") || name.equals("not");
            return new Token(word ? Token.Kind.SYMBOL : Token.Kind.NAME, name, matcher.start("name") + 1);
        }
        String quoted = matcher.group("quoted");
        if (quoted != null) {
            return new Token(Token.Kind.QUOTED, quoted, matcher.start("quoted"));
        }
        String symbol = matcher.group("symbol");
        return new Token(Token.Kind.SYMBOL, SPELLED.getOrDefault(symbol, symbol), matcher.start("symbol") + 1);
    }

    private static BadInput unreadable(String text, int position) {
        int at = position;
        while (BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String found = text.substring(at, text.offsetByCodePoints(at, 1));
        String fix = found.equals("=")
                ? "equality is written =="
                : found.equals("&") || found.equals("|")
                        ? "conditions are joined with \"and\" and \"or\""
                        : "expressions have numbers, names, ( ) [ ] { } , + - * / ^ < <= > >= == != and or not";
        return new BadInput(
                "found \"" + clip(found) + "\" at column " + (at + 1) + ", expected a number, a name or an operator",
                "column " + (at + 1) + " of: " + clip(text),
                fix);
    }

    /** Return a text short enough and plain enough for a message. */
    static String clip(String text) {
        String plain = text.replaceAll("\\p{C}", "?");
        return plain.length() <= CLIP ? plain : plain.substring(0, CLIP) + " …";
    }
}

package hep.aurum.format.combine;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import java.util.List;

/**
 * Hold one line of a card, split at white space, without its comment.
 *
 * @param card the file, for messages
 * @param number counted from 1
 * @param tokens at least one
 */
record CardLine(String card, int number, List<String> tokens) {

    String first() {
        return tokens.get(0);
    }

    int size() {
        return tokens.size();
    }

    /** Return a token that must be there. */
    String token(int i, String what) {
        if (i >= tokens.size()) {
            throw bad("the line has no " + what, "add it");
        }
        return tokens.get(i);
    }

    List<String> from(int i) {
        return tokens.subList(Math.min(i, tokens.size()), tokens.size());
    }

    /** Return a token as a finite number. */
    double number(int i, String what) {
        return parse(token(i, what), what);
    }

    double parse(String text, String what) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw bad(what + " is \"" + shortened(text) + "\", not a number", "write a number");
        }
        throw bad(what + " is " + shortened(text) + ", not a finite number", "write a finite number");
    }

    String where() {
        return card + " line " + number;
    }

    BadInput bad(String what, String fix) {
        return new BadInput(what, where(), fix);
    }

    NotSupported notSupported(String what, String fix) {
        return new NotSupported(what + " is not supported", where(), fix);
    }

    static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}

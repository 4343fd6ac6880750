package hep.aurum.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turn text into HTML in which nothing of it is markup. */
final class Html {

    private static final Pattern SCRIPT = Pattern.compile("([_^])\\{([^{}]*)}");

    /** An upper and a lower error stand above each other. */
    private static final Pattern ERRORS = Pattern.compile("\\^\\{([^{}]*)}_\\{([^{}]*)}");

    /** A line does not end between a number and what belongs to it. */
    private static final Pattern OPERATOR = Pattern.compile("(?<=\\S) ([=<×±]) (?=\\S)");

    /** Marks that turn the direction of the text around them, by which a name could disguise what follows it. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069]");

    private Html() {}

    /** Escape a text for content and for quoted attributes; marks that cannot be seen become a replacement sign. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        String seen = visible(text);
        for (int i = 0; i < seen.length(); i++) {
            char c = seen.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** Replace marks that cannot be seen. */
    static String visible(String text) {
        return UNSEEN.matcher(text).replaceAll("\ufffd");
    }

    /** Escape a text and set its scripts {@code _{}} and {@code ^{}}. */
    static String rich(String text) {
        String together = OPERATOR.matcher(text).replaceAll("\u00a0$1\u00a0").replace(" %", "\u00a0%");
        String errors =
                ERRORS.matcher(escape(together)).replaceAll("<span class=\"errors\"><sup>$1</sup><sub>$2</sub></span>");
        Matcher scripts = SCRIPT.matcher(errors);
        return scripts.replaceAll(script -> {
            String tag = script.group(1).equals("^") ? "sup" : "sub";
            return Matcher.quoteReplacement("<" + tag + ">" + script.group(2) + "</" + tag + ">");
        });
    }

    /** Make JSON safe inside a script element, where no entity is decoded: no tag can begin in it. */
    static String json(String json) {
        String tame = json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
        return visible(tame);
    }
}

package hep.aurum.simulator.process;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Put values in the place of {@code {NAME}}.
 *
 * <p>Only a name between braces without blanks is a placeholder, so that lists and blocks of Tcl and C stay as they are;
 * {@code {{NAME}}} stands for the text {@code {NAME}}. Values are not looked into again.
 */
final class Placeholders {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*";
    private static final Pattern PLACE = Pattern.compile("\\{\\{(" + NAME + ")}}|\\{(" + NAME + ")}");

    private final Map<String, String> values;

    private Placeholders(Map<String, String> values) {
        this.values = values;
    }

    /** Return the placeholders of a job: its own names go before parameters of the same name, which {@code theta.} reaches. */
    static Placeholders of(ParameterSpace space, ParameterPoint theta) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < space.size(); i++) {
            String number = Numerals.exact(theta.get(i));
            values.put(space.get(i).name(), number);
            values.put("theta." + space.get(i).name(), number);
        }
        return new Placeholders(values);
    }

    /** Return the same with one more. */
    Placeholders with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Placeholders(more);
    }

    /** Return whether a text has a placeholder, known or not. */
    static boolean isIn(String text) {
        return PLACE.matcher(text).find();
    }

    /**
     * Fill in a text.
     *
     * @param where the place of the text, for the failure
     * @throws NotFound if it has a placeholder that is not known
     */
    String render(String text, String where) {
        Matcher matcher = PLACE.matcher(text);
        StringBuilder rendered = new StringBuilder(text.length());
        int from = 0;
        while (matcher.find()) {
            rendered.append(text, from, matcher.start());
            String literal = matcher.group(1);
            rendered.append(literal == null ? value(matcher.group(2), where) : "{" + literal + "}");
            from = matcher.end();
        }
        return rendered.append(text, from, text.length()).toString();
    }

    private String value(String name, String where) {
        String value = values.get(name);
        if (value == null) {
            throw new NotFound(
                    "no placeholder is named {" + name + "}",
                    where,
                    Names.suggest(name, values.keySet()) + "; write {{" + name + "}} for the text {" + name + "}");
        }
        return value;
    }
}

package hep.aurum.workflow.study;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Hold the variables of a study file, which {@code ${name}} stands for in any value of it.
 *
 * <pre>{@code
 * variables:
 *   year: 12
 *   luminosity: {by: year, "11": 2.33, "12": 11.58}
 *   signal: HZZ${year}.root
 * }</pre>
 *
 * <p>A variable is a text, which may use variables above it, or a choice by the value of one above it. Whoever runs the study
 * may replace any of them.
 */
final class Variables {

    private static final Pattern USE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]{0,63})}");
    private static final String KEY = "variables";
    private static final String CHOICE = "by";
    private static final int LONGEST = 1 << 16;

    private final String file;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Variables(String file) {
        this.file = file;
    }

    /**
     * Read the variables of a document.
     *
     * @param file what errors call it
     * @param root its root
     * @param given values that replace those of the file, by name
     * @throws BadInput if a given name is no variable of the file, or a variable is malformed
     */
    static Variables of(String file, Node root, Map<String, String> given) {
        Variables variables = new Variables(file);
        if (entry(root, KEY) instanceof MappingNode section) {
            for (NodeTuple tuple : section.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name) {
                    variables.add(name.getValue(), tuple.getValueNode(), given.get(name.getValue()));
                }
            }
        }
        for (String name : given.keySet()) {
            if (!variables.values.containsKey(name)) {
                throw new BadInput(
                        file + " has no variable \"" + name + "\"", "", Names.suggest(name, variables.values.keySet()));
            }
        }
        return variables;
    }

    private static @Nullable Node entry(Node mapping, String key) {
        if (mapping instanceof MappingNode node) {
            for (NodeTuple tuple : node.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return tuple.getValueNode();
                }
            }
        }
        return null;
    }

    private void add(String name, Node value, @Nullable String given) {
        if (!USE.matcher("${" + name + "}").matches()) {
            throw new BadInput(
                    "\"" + name + "\" cannot name a variable", where(value), "use letters, digits and underscores");
        }
        values.put(name, given != null ? given : text(name, value));
    }

    private String text(String name, Node value) {
        if (value instanceof ScalarNode scalar) {
            return replaced(scalar.getValue(), where(value));
        }
        if (!(value instanceof MappingNode choices) || !(entry(choices, CHOICE) instanceof ScalarNode by)) {
            throw new BadInput(
                    "the variable \"" + name + "\" is neither a value nor a choice",
                    where(value),
                    "write a value, or {by: other, \"a\": 1, \"b\": 2}");
        }
        String chosen = value(by.getValue(), where(value));
        if (chosen.equals(CHOICE) || !(entry(choices, chosen) instanceof ScalarNode scalar)) {
            throw new BadInput(
                    "the variable \"" + name + "\" has no choice for " + by.getValue() + " = " + chosen,
                    where(value),
                    Names.suggest(chosen, names(choices)));
        }
        return replaced(scalar.getValue(), where(value));
    }

    private static List<String> names(MappingNode choices) {
        return choices.getValue().stream()
                .map(NodeTuple::getKeyNode)
                .filter(ScalarNode.class::isInstance)
                .map(key -> ((ScalarNode) key).getValue())
                .filter(key -> !key.equals(CHOICE))
                .toList();
    }

    private String where(Node node) {
        return file + " line " + node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }

    private String value(String name, String where) {
        String value = values.get(name);
        if (value == null) {
            throw new BadInput(
                    "there is no variable \"" + name + "\" above its use", where, Names.suggest(name, values.keySet()));
        }
        return value;
    }

    /** Return whether a text uses a variable. */
    static boolean isUsedIn(String text) {
        return USE.matcher(text).find();
    }

    /** Return whether a text is one variable and nothing else. */
    static boolean isOnly(String text) {
        return USE.matcher(text).matches();
    }

    /**
     * Return a text with values in place of variables.
     *
     * @throws BadInput if it uses an unknown variable, or grows beyond 65 536 characters
     */
    String replaced(String text, String where) {
        Matcher use = USE.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (use.find()) {
            use.appendReplacement(replaced, Matcher.quoteReplacement(value(use.group(1), where)));
            if (replaced.length() > LONGEST) {
                throw new BadInput("a value with variables is longer than " + LONGEST + " characters", where, "");
            }
        }
        return use.appendTail(replaced).toString();
    }
}

package hep.aurum.script;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.math.formula.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** List the functions that a fit knows by name; names joined by + are summed. */
final class FitCatalog {

    private static final Map<String, Entry> ENTRIES = entries();
    private static final Map<String, String> ALIASES =
            Map.of("gauss", "g", "gaussian", "g", "exp", "e", "l", "lorentzian");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    /** A formula and its parameters in their order. */
    private record Entry(String text, List<String> parameters) {}

    private FitCatalog() {}

    private static Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        entries.put("e", new Entry("amplitude*exp(exponent*x)", List.of("amplitude", "exponent")));
        entries.put("g", new Entry("amplitude*gauss(x,mean,sigma)", List.of("amplitude", "mean", "sigma")));
        entries.put(
                "g2",
                new Entry(
                        "amplitude*gauss(x,mean,sigma) + amplitude2*gauss(x,mean2,sigma2)",
                        List.of("amplitude", "mean", "sigma", "amplitude2", "mean2", "sigma2")));
        entries.put(
                "lorentzian", new Entry("amplitude/(1 + (2*(x-mean)/gamma)^2)", List.of("amplitude", "mean", "gamma")));
        entries.put(
                "moyal",
                new Entry(
                        "amplitude*exp(-0.5*((x-mpv)/width + exp(-(x-mpv)/width)))",
                        List.of("amplitude", "mpv", "width")));
        for (int degree = 0; degree <= 9; degree++) {
            entries.put("p" + degree, polynomial(degree));
        }
        entries.put("pow", new Entry("a*(b-x)^c", List.of("a", "b", "c")));
        return entries;
    }

    private static Entry polynomial(int degree) {
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= degree; i++) {
            names.add("p" + i);
            text.append(i == 0 ? "p0" : " + x*(p" + i);
        }
        text.append(")".repeat(degree));
        return new Entry(text.toString(), names);
    }

    static List<String> names() {
        return List.copyOf(ENTRIES.keySet());
    }

    /** Return the names that a text joins by +, or nothing if it is a formula of the user's own. */
    static List<String> parts(String text) {
        List<String> parts = Arrays.stream(text.strip().split("\\+", -1))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .map(part -> ALIASES.getOrDefault(part, part))
                .toList();
        return ENTRIES.keySet().containsAll(parts) ? parts : List.of();
    }

    /**
     * Return the formula that a text names or spells.
     *
     * @throws NotFound if the text is a single word that names nothing
     */
    static Formula formula(String text) {
        List<String> parts = parts(text);
        if (parts.isEmpty()) {
            // A single word would be a parameter: more likely it is a misspelt name.
            if (WORD.matcher(text.strip()).matches()) {
                List<String> known = new ArrayList<>(ENTRIES.keySet());
                known.add("gauss");
                throw new NotFound(
                        "no function to fit is named \"" + text.strip() + "\"", "", Names.suggest(text.strip(), known));
            }
            return Formula.parse(text);
        }
        List<String> parameters = parts.stream()
                .flatMap(part -> entry(part).parameters().stream())
                .toList();
        if (new HashSet<>(parameters).size() < parameters.size()) {
            throw new NotSupported(
                    "the functions of \"" + text + "\" have parameters of the same name",
                    parameters.toString(),
                    "write the formula out, with parameters of your own");
        }
        return Formula.parse(
                String.join(
                        " + ", parts.stream().map(part -> entry(part).text()).toList()),
                parameters);
    }

    private static Entry entry(String name) {
        return Objects.requireNonNull(ENTRIES.get(name));
    }
}

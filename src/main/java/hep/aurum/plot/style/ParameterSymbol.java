package hep.aurum.plot.style;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Write the names of parameters as the field prints them.
 *
 * <ul>
 *   <li>Greek letters: {@code mu} is μ, {@code mu_ttH} is μ with the index ttH, {@code theta1} and {@code kappaV} as well;
 *   <li>nuisances of HistFactory: {@code alpha_ttbar_PS} is α with the index ttbar_PS, {@code gamma_stat_SR} likewise;
 *   <li>Wilson coefficients: {@code cHW} is c with the index HW, {@code cHWtil} has a tilde on its last letter,
 *       {@code cHbox} the d'Alembertian;
 *   <li>one letter with one index: {@code m_H};
 *   <li>everything else stays as it is: text that has scripts already, {@code lumi}, {@code JES_Flavour_1}.
 * </ul>
 *
 * <p>A figure shows the symbol; its numbers keep the name.
 */
public final class ParameterSymbol {

    private static final List<String> WORDS = List.of(
            "alpha",
            "beta",
            "gamma",
            "delta",
            "epsilon",
            "zeta",
            "eta",
            "theta",
            "iota",
            "kappa",
            "lambda",
            "mu",
            "nu",
            "xi",
            "omicron",
            "pi",
            "rho",
            "finalsigma",
            "sigma",
            "tau",
            "upsilon",
            "phi",
            "chi",
            "psi",
            "omega");

    private static final Map<String, String> GREEK = greek();

    /** A word or a letter with one index behind an underscore; longer tails are names of nuisances. */
    private static final Pattern INDEXED = Pattern.compile("([A-Za-z]+)_([A-Za-z0-9]{1,12})");

    /** The prefixes of HistFactory, whose tails are names of systematic uncertainties. */
    private static final Pattern HISTFACTORY = Pattern.compile("(alpha|gamma)_([A-Za-z0-9_]{1,60})");

    private static final Pattern JOINED = Pattern.compile("([A-Za-z][a-z]+)([0-9]{1,3}|[A-Z])");

    private static final Pattern WILSON =
            Pattern.compile("([cC])([tbudlqe]{0,2}[A-Z]{1,3}[tbudlqe]{0,2}[0-9]{0,2})(til|tilde|box)?");

    private ParameterSymbol() {}

    private static Map<String, String> greek() {
        Map<String, String> letters = new LinkedHashMap<>();
        for (int i = 0; i < WORDS.size(); i++) {
            String word = WORDS.get(i);
            letters.put(word, Character.toString('α' + i));
            letters.put(Character.toUpperCase(word.charAt(0)) + word.substring(1), Character.toString('Α' + i));
        }
        letters.remove("finalsigma");
        letters.remove("Finalsigma");
        return Map.copyOf(letters);
    }

    /** Return how a figure prints a name. */
    public static String of(String name) {
        String letter = GREEK.get(name);
        if (letter != null) {
            return letter;
        }
        Matcher indexed = INDEXED.matcher(name);
        if (indexed.matches()) {
            String head = indexed.group(1);
            String base = head.length() == 1 ? head : GREEK.get(head);
            return base == null ? name : base + "_{" + indexed.group(2) + "}";
        }
        Matcher histFactory = HISTFACTORY.matcher(name);
        if (histFactory.matches()) {
            return GREEK.get(histFactory.group(1)) + "_{" + histFactory.group(2) + "}";
        }
        Matcher joined = JOINED.matcher(name);
        if (joined.matches() && GREEK.containsKey(joined.group(1))) {
            return GREEK.get(joined.group(1)) + "_{" + joined.group(2) + "}";
        }
        Matcher wilson = WILSON.matcher(name);
        return wilson.matches() ? wilson(wilson) : name;
    }

    private static String wilson(Matcher parts) {
        String mark = parts.group(3);
        // A combining tilde stands behind the letter that carries it.
        String end = mark == null ? "" : mark.equals("box") ? "□" : "\u0303";
        return parts.group(1) + "_{" + parts.group(2) + end + "}";
    }

    /** Return the label of an axis: the symbol, and the unit in brackets unless it is empty. */
    public static String label(String name, String unit) {
        return unit.isEmpty() ? of(name) : of(name) + " [" + unit + "]";
    }
}

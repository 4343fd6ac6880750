package hep.aurum.trust;

import java.util.ArrayList;
import java.util.List;

/**
 * Hold what one check found.
 *
 * @param check its name
 * @param value the figure that it looks at
 * @param expected what the figure is if the ratio is right
 * @param error standard error of the figure
 * @param pValue probability of a figure as far from the expected one, or farther, if the ratio is right; family-wise within the
 *     check if it asks at several points
 * @param sentence the figure in words, with the point where it is worst
 * @param power what the check would see: the smallest fault that it finds nine times out of ten, in words
 * @param advice what to do if it fails
 * @param evidence numbers for pictures
 */
public record Finding(
        String check,
        double value,
        double expected,
        double error,
        double pValue,
        String sentence,
        String power,
        String advice,
        List<Evidence> evidence) {

    /** Between a check and the part that it was made on, where there are several. */
    public static final String IN = " in ";

    /** Copy the list. */
    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** Hold a finding without a picture. */
    public Finding(
            String check,
            double value,
            double expected,
            double error,
            double pValue,
            String sentence,
            String power,
            String advice) {
        this(check, value, expected, error, pValue, sentence, power, advice, List.of());
    }

    /** Add numbers for a picture. */
    public Finding with(Evidence more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(more);
        return new Finding(check, value, expected, error, pValue, sentence, power, advice, all);
    }

    /** Return the finding as one of a part of what is examined, which its check then names. */
    Finding in(String part) {
        return new Finding(check + IN + part, value, expected, error, pValue, sentence, power, advice, evidence);
    }
}

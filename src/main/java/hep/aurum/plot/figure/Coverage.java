package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold how often intervals covered the truth.
 *
 * @param name as the legend prints it
 * @param x nominal levels, or values of a parameter, ascending
 * @param covered how often the truth was inside, at each x
 * @param trials how often it was tried, at each x the same number
 */
public record Coverage(String name, List<Double> x, List<Long> covered, long trials) {

    /** Copy the lists and check the counts. */
    public Coverage {
        x = List.copyOf(x);
        covered = List.copyOf(covered);
        Check.argument(!x.isEmpty(), "the coverage of %s without a point", name);
        Check.length("counts of the coverage of " + name, covered.size(), x.size());
        Check.argument(
                trials > 0 && trials <= BinomialBand.MOST_TRIALS,
                "the coverage of %s has %s trials, expected 1 to %s",
                name,
                trials,
                BinomialBand.MOST_TRIALS);
        for (int i = 0; i < x.size(); i++) {
            Check.finite("x of the coverage of " + name, x.get(i));
            Check.argument(
                    covered.get(i) >= 0 && covered.get(i) <= trials,
                    "the coverage of %s counts %s of %s trials",
                    name,
                    covered.get(i),
                    trials);
        }
    }

    /** Hold counts of arrays. */
    public static Coverage of(String name, double[] x, long[] covered, long trials) {
        List<Long> counts = new ArrayList<>(covered.length);
        for (long count : covered) {
            counts.add(count);
        }
        return new Coverage(name, Curve.list(x), counts, trials);
    }

    double fraction(int i) {
        return (double) covered.get(i) / trials;
    }

    Curve curve() {
        double[] fractions = new double[x.size()];
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = fraction(i);
        }
        return Curve.of(x.stream().mapToDouble(Double::doubleValue).toArray(), fractions);
    }
}

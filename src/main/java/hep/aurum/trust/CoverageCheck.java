package hep.aurum.trust;

import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Ask whether regions of highest posterior density of content c hold the truth in a part c of experiments whose truth is drawn from
 * the prior.
 *
 * <p>The verdict is on too little coverage: regions that hold the truth too often are conservative, which the sentence says. The tests
 * are exact binomial ones at c = .6827, .9 and .9545; the experiments are those of {@link TruthRanks}, whose coverage is exactly c for
 * the exact ratio, whatever the resolution. The twin has posteriors .7 times as wide.
 *
 * @see <a href="https://arxiv.org/abs/2110.06581">Hermans et al.: A trust crisis in simulation-based inference?</a>
 */
public final class CoverageCheck implements Check {

    private static final double[] LEVELS = {0.6827, 0.9, 0.9545};
    private static final double TWIN = 0.7;
    private static final int CURVE = 50;

    private final int experiments;
    private final boolean equality;

    /** Create the check with 250 experiments, which allows conservative regions. */
    public CoverageCheck() {
        this(250, false);
    }

    private CoverageCheck(int experiments, boolean equality) {
        this.experiments = experiments;
        this.equality = equality;
    }

    /** Return the check with another number of experiments. */
    public CoverageCheck withExperiments(int count) {
        return new CoverageCheck(count, equality);
    }

    /** Return the check for which coverage has to be equal to the level: conservative regions fail too. */
    public CoverageCheck withEquality() {
        return new CoverageCheck(experiments, true);
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public Optional<Finding> examine(Subject subject, RandomStreams streams, int threads) {
        if (subject.prior().size() == 0) {
            return Optional.empty();
        }
        TruthRanks ranks = TruthRanks.of(subject, experiments, streams, threads);
        return Optional.of(ranks.size() < TruthRanks.FEWEST ? unjudged(ranks) : finding(subject, ranks));
    }

    private Finding unjudged(TruthRanks ranks) {
        return new Finding(
                name(),
                Double.NaN,
                LEVELS[0],
                Double.NaN,
                1,
                "not judged: events for " + ranks.size() + " experiments only, fewer than " + TruthRanks.FEWEST,
                "nothing",
                "simulate more events that took no part in training");
    }

    private Finding finding(Subject subject, TruthRanks ranks) {
        int n = ranks.size();
        double[] below = new double[LEVELS.length];
        double[] unequal = new double[LEVELS.length];
        List<String> parts = new ArrayList<>();
        for (int l = 0; l < LEVELS.length; l++) {
            BinomialDistribution right = BinomialDistribution.of(n, LEVELS[l]);
            int covered = ranks.covered(LEVELS[l]);
            below[l] = right.cumulativeProbability(covered);
            double above = right.survivalProbability(covered - 1);
            unequal[l] = Math.min(1, 2 * Math.min(below[l], above));
            parts.add(String.format(Locale.ROOT, "%.3f for %.4f", (double) covered / n, LEVELS[l]));
        }
        double atLeast = Family.pValue(below);
        double equal = Family.pValue(unequal);
        int worst = Family.worst(equality ? unequal : below);
        double level = LEVELS[worst];
        String sentence = String.format(
                Locale.ROOT,
                "regions cover %s of %d experiments of %d events; at least the level: p = %.2g, equal to it: p = %.2g%s",
                String.join(", ", parts),
                n,
                ranks.events(),
                atLeast,
                equal,
                caution(atLeast, equal));
        double alarm = Family.ALARM / LEVELS.length;
        double width = 0;
        for (double l : LEVELS) {
            width = Math.max(width, Power.width(n, subject.prior().size(), l, alarm));
        }
        Finding finding = new Finding(
                name(),
                (double) ranks.covered(level) / n,
                level,
                Math.sqrt(level * (1 - level) / n),
                equality ? equal : atLeast,
                sentence,
                String.format(Locale.ROOT, "posteriors %.2f times as wide as they should be, or narrower", width),
                "train an ensemble and let its spread widen the regions, or use Neyman sets from toys; more events");
        return finding.with(curve(ranks)).with(Evidence.ranks("content below the truth", ranks.ranks()));
    }

    private static String caution(double atLeast, double equal) {
        if (equal > Family.ALARM || atLeast <= Family.ALARM) {
            return "";
        }
        return "; caution: the regions are conservative, larger than they need be";
    }

    private static Evidence curve(TruthRanks ranks) {
        double[] levels = new double[CURVE + 1];
        double[] coverage = new double[CURVE + 1];
        for (int i = 0; i <= CURVE; i++) {
            levels[i] = (double) i / CURVE;
            coverage[i] = (double) ranks.covered(levels[i]) / ranks.size();
        }
        return Evidence.of(Evidence.Kind.COVERAGE, "highest posterior density", levels, coverage, ranks.size());
    }

    @Override
    public Optional<Twin> twin(Subject subject) {
        return subject.prior().size() == 0 ? Optional.empty() : Optional.of(Twins.width(subject, TWIN));
    }
}

package hep.aurum.trust;

import hep.aurum.math.random.RandomStreams;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Ask whether credible regions around random points hold the truth as often as they say (TARP).
 *
 * <p>For a reference point drawn evenly from the ranges, the posterior probability of being nearer to it than the truth,
 *
 * <p>\[ f = \sum_{j:\,d(\theta_j,\theta_r)<d(\theta_0,\theta_r)} w_j + V\,w_0, \]
 *
 * <p>is even between 0 and 1 if the ratio is right: the region that just holds the truth has credibility f, and the expected
 * coverage at credibility c is the share of experiments with f below c. It sees wrong correlations, which ranks of single
 * parameters need not. Distances are taken in the unit box of the ranges, for truth, reference and posterior alike: a scale that
 * came from the posterior's draws, or was applied to them alone, would hide faults.
 *
 * @see <a href="https://arxiv.org/abs/2302.03026">Lemos, Coogan, Hezaveh, Perreault-Levasseur: sampling-based accuracy testing of
 *     posterior estimators, theorem 3 and algorithm 2</a>
 */
public final class RandomPointCoverage implements Check {

    private static final double TWIN = 0.7;
    private static final int EXPERIMENTS = 600;
    private static final int LEVELS = 20;
    private static final String ADVICE = "train on more events or with more members; until then take regions from toys"
            + " (aurum neyman), not from this posterior";

    @Override
    public String name() {
        return "random points (TARP)";
    }

    @Override
    public Optional<Twin> twin(Subject subject) {
        return subject.prior().size() == 0 ? Optional.empty() : Optional.of(Twins.width(subject, TWIN));
    }

    @Override
    public Optional<Finding> examine(Subject subject, RandomStreams streams, int threads) {
        if (subject.prior().size() == 0) {
            return Optional.empty();
        }
        Posteriors posteriors = Posteriors.of(subject, EXPERIMENTS, subject.experiment(), streams, threads);
        if (posteriors.size() < Posteriors.FEWEST) {
            return Optional.of(posteriors.unjudged(name()));
        }
        double[] credibilities = credibilities(posteriors, streams);
        Uniformity result = Uniformity.of(credibilities);
        double[] levels = new double[LEVELS - 1];
        double[] covered = new double[levels.length];
        for (int l = 0; l < levels.length; l++) {
            levels[l] = (l + 1.0) / LEVELS;
            covered[l] = below(credibilities, levels[l]);
        }
        double half = below(credibilities, 0.5);
        String sentence = "credible regions of 50 % around random points hold the truth in "
                + Words.number(100 * half) + " % of " + result.size() + " experiments; χ² = "
                + Words.number(result.chiSquare()) + " for " + Uniformity.DEGREES
                + " degrees of freedom over all levels";
        return Optional.of(new Finding(
                        name(),
                        result.chiSquare(),
                        Uniformity.DEGREES,
                        Math.sqrt(2.0 * Uniformity.DEGREES),
                        result.pValue(),
                        sentence,
                        Uniformity.power(result.size()),
                        ADVICE)
                .with(Evidence.of(
                        Evidence.Kind.COVERAGE, "regions around random points", levels, covered, result.size())));
    }

    private static double below(double[] credibilities, double level) {
        int count = 0;
        for (double c : credibilities) {
            count += c < level ? 1 : 0;
        }
        return (double) count / credibilities.length;
    }

    private static double[] credibilities(Posteriors posteriors, RandomStreams streams) {
        double[] result = new double[posteriors.size()];
        for (int i = 0; i < result.length; i++) {
            UniformRandomProvider random = streams.stream("reference point", i);
            double[] truth = posteriors.truth(i);
            double[] reference = new double[truth.length];
            for (int a = 0; a < reference.length; a++) {
                reference[a] = random.nextDouble();
            }
            double[] w = posteriors.weights(i);
            double nearer = random.nextDouble() * w[0];
            double distance = distance(posteriors.lattice(), truth, 0, reference);
            for (int j = 1; j < w.length; j++) {
                nearer += distance(posteriors.lattice(), truth, j, reference) < distance ? w[j] : 0;
            }
            result[i] = Math.min(1, nearer);
        }
        return result;
    }

    private static double distance(Lattice lattice, double[] truth, int point, double[] reference) {
        double sum = 0;
        for (int a = 0; a < reference.length; a++) {
            double step = lattice.unit(truth, point, a) - reference[a];
            sum += step * step;
        }
        return sum;
    }
}

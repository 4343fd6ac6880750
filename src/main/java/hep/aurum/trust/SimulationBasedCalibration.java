package hep.aurum.trust;

import hep.aurum.math.random.RandomStreams;
import java.util.List;
import java.util.Optional;

/**
 * Ask whether the truth has even ranks in the posteriors of experiments drawn at it (simulation-based calibration).
 *
 * <p>With θ even in the ranges and an experiment drawn at θ, the posterior probability below θ,
 *
 * <p>\[ u_a = \sum_{j:\theta_{ja}<\theta_a} w_j + V\,w_0, \qquad V \sim U(0,1), \]
 *
 * <p>over the points of a {@link Lattice} is even between 0 and 1 for every parameter a if the ratio is right. Too narrow
 * posteriors make a bowl, too wide ones a hump, shifted ones a slope. A posterior that ignores the data passes: that is for other
 * checks to see.
 *
 * @see <a href="https://arxiv.org/abs/1804.06788">Talts et al.: simulation-based calibration, theorem 1</a>
 */
public final class SimulationBasedCalibration implements Check {

    private static final double TWIN = 0.7;
    private static final int EXPERIMENTS = 400;
    private static final String ADVICE = "train on more events or with more members; until then take regions from toys"
            + " (aurum neyman), not from this posterior";

    @Override
    public String name() {
        return "ranks (SBC)";
    }

    @Override
    public Optional<Twin> twin(Subject subject) {
        return subject.prior().size() == 0 ? Optional.empty() : Optional.of(Twins.width(subject, TWIN));
    }

    @Override
    public Optional<Finding> examine(Subject subject, RandomStreams streams, int threads) {
        int k = subject.prior().size();
        if (k == 0) {
            return Optional.empty();
        }
        Posteriors posteriors = Posteriors.of(subject, EXPERIMENTS, subject.experiment(), streams, threads);
        if (posteriors.size() < Posteriors.FEWEST) {
            return Optional.of(posteriors.unjudged(name()));
        }
        double[][] ranks = new double[k][];
        Uniformity[] results = new Uniformity[k];
        int worst = 0;
        for (int a = 0; a < k; a++) {
            ranks[a] = ranks(posteriors, a, streams);
            results[a] = Uniformity.of(ranks[a]);
            worst = results[a].pValue() < results[worst].pValue() ? a : worst;
        }
        Finding finding = finding(
                subject.prior().get(worst).name(),
                results[worst],
                Math.min(1, k * results[worst].pValue()),
                posteriors);
        for (int a = 0; a < k; a++) {
            finding = finding.with(Evidence.ranks(subject.prior().get(a).name(), ranks[a]));
        }
        return Optional.of(finding);
    }

    private static double[] ranks(Posteriors posteriors, int parameter, RandomStreams streams) {
        double[] ranks = new double[posteriors.size()];
        for (int i = 0; i < ranks.length; i++) {
            double[] truth = posteriors.truth(i);
            double[] w = posteriors.weights(i);
            double below = streams.stream("tie " + parameter, i).nextDouble() * w[0];
            for (int j = 1; j < w.length; j++) {
                below += posteriors.lattice().unit(truth, j, parameter) < truth[parameter] ? w[j] : 0;
            }
            ranks[i] = Math.min(1, below);
        }
        return ranks;
    }

    private Finding finding(String parameter, Uniformity result, double pValue, Posteriors posteriors) {
        String reading = pValue < 0.05 ? ", as of posteriors that are " + result.shape() : "";
        String sentence = "the ranks of " + parameter + " in " + result.size() + " experiments have χ² = "
                + Words.number(result.chiSquare()) + " for " + Uniformity.DEGREES + " degrees of freedom" + reading
                + "; a posterior rests on " + Words.number(posteriors.effectivePoints()) + " points";
        return new Finding(
                name(),
                result.chiSquare(),
                Uniformity.DEGREES,
                Math.sqrt(2.0 * Uniformity.DEGREES),
                pValue,
                sentence,
                Uniformity.power(result.size()),
                ADVICE,
                List.of());
    }
}

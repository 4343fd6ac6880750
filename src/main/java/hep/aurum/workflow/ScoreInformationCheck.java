package hep.aurum.workflow;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.Simulator;
import hep.aurum.simulator.SolvedSimulator;
import hep.aurum.workflow.study.SimulatorStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Find how much a learned score knows of each parameter, at one point, on fresh draws.
 *
 * <p>What the observable gives lies between the learned and the latents': \(I_{\hat t} \le I_x \le I_z\), with
 *
 * <p>\[ I_{\hat t} = \frac{(E[\hat t\,t])^2}{\mathrm{Var}[\hat t]},\qquad I_x = E[t(x)^2],\qquad I_z = E[t(x,z)^2], \]
 *
 * <p>the first being the information of the statistic \(\hat t\): the slope of its mean, squared, over its variance. Between \(I_x\) and
 * \(I_z\) lies what the latents know and the observables do not show.
 */
final class ScoreInformationCheck {

    private static final int EVENTS = 50_000;

    private ScoreInformationCheck() {}

    /**
     * Hold the information at a point, per observation.
     *
     * @param theta the point
     * @param events draws behind it
     * @param parameters one entry for each
     */
    record Report(Map<String, Double> theta, int events, List<Entry> parameters) {}

    /**
     * Hold the information on one parameter, the others known.
     *
     * @param parameter its name
     * @param learned of the learned score
     * @param exact of the observables; null where that is not known
     * @param latent of the latents
     * @param latentError its statistical error
     */
    record Entry(String parameter, double learned, @Nullable Double exact, double latent, double latentError) {}

    static Report of(SimulatorStudy study, RatioEstimator ratio, int threads) {
        Simulator simulator = study.simulator();
        double[] theta = study.scan().expectedAt().toArray();
        int k = theta.length;
        int d = simulator.featureNames().size();
        Optional<SolvedSimulator> solved = simulator instanceof SolvedSimulator s ? Optional.of(s) : Optional.empty();
        RandomStreams streams = RandomStreams.of(study.seed()).part("information");
        double[] rows = new double[EVENTS * d];
        double[] joint = new double[EVENTS * k];
        double[] exact = new double[EVENTS * k];
        double[] x = new double[d];
        double[] z = new double[simulator.latentNames().size()];
        double[] t = new double[k];
        for (int i = 0; i < EVENTS; i++) {
            simulator.draw(theta, streams.stream(simulator.name(), i), x, z);
            System.arraycopy(x, 0, rows, i * d, d);
            simulator.score(x, z, theta, t);
            System.arraycopy(t, 0, joint, i * k, k);
            if (solved.isPresent()) {
                solved.get().truth().score(x, theta, t);
                System.arraycopy(t, 0, exact, i * k, k);
            }
        }
        double[] learned = new double[EVENTS * k];
        ratio.logRatiosAndScores(rows, theta, new double[EVENTS], learned, threads);
        List<Entry> entries = new ArrayList<>();
        for (int a = 0; a < k; a++) {
            double latent = mean(joint, joint, a, k);
            entries.add(new Entry(
                    study.parameters().get(a).name(),
                    learned(learned, joint, a, k),
                    solved.isPresent() ? mean(exact, exact, a, k) : null,
                    latent,
                    error(joint, latent, a, k)));
        }
        return new Report(FitSummary.named(study.parameters(), theta), EVENTS, entries);
    }

    private static double learned(double[] learned, double[] joint, int a, int k) {
        double sum = 0;
        for (int i = 0; i < EVENTS; i++) {
            sum += learned[i * k + a];
        }
        double variance = mean(learned, learned, a, k) - sum / EVENTS * (sum / EVENTS);
        double slope = mean(learned, joint, a, k);
        return variance > 0 ? slope * slope / variance : 0;
    }

    private static double mean(double[] u, double[] v, int a, int k) {
        double sum = 0;
        for (int i = a; i < u.length; i += k) {
            sum += u[i] * v[i];
        }
        return sum / EVENTS;
    }

    private static double error(double[] score, double mean, int a, int k) {
        double sum = 0;
        for (int i = a; i < score.length; i += k) {
            double miss = score[i] * score[i] - mean;
            sum += miss * miss;
        }
        return Math.sqrt(sum) / EVENTS;
    }
}

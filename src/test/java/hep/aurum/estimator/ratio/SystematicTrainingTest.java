package hep.aurum.estimator.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.infer.fisher.FisherInformation;
import hep.aurum.infer.fisher.ScoreInformation;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Prior;
import hep.aurum.sample.ShiftedGaussian;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Learn ratio and score in a parameter and a nuisance, and profile the nuisance. */
class SystematicTrainingTest {

    private static final double DELTA = 0.4;
    private static final double NOISE = 0.25;
    private static final RandomStreams STREAMS = RandomStreams.of(Long.getLong("seed", 5));

    private final ShiftedGaussian problem = new ShiftedGaussian(DELTA, NOISE);

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"rascal", "alices"})
    void ratioScoreAndProfiledInformationAreLearned(String loss) {
        TrainingResult result = RatioTrainer.withDefaults()
                .withLoss(loss.equals("rascal") ? new RascalLoss() : new AlicesLoss())
                .with(o -> o.withHidden(List.of(50, 50))
                        .withLearningRate(3e-3)
                        .withEpochs(20)
                        .withThreads(2))
                .train(
                        problem.draw(24_000, STREAMS.part("training")),
                        problem.draw(6_000, STREAMS.part("validation")),
                        STREAMS,
                        Progress.none());
        double[] errors = errors(result.estimator());
        System.err.println(loss + " " + java.util.Arrays.toString(errors) + " eff " + result.effectiveSampleSize());
        ScoreInformation sums = ScoreInformation.of(List.of("theta", "nu"));
        ScoreInformation exact = ScoreInformation.of(List.of("theta", "nu"));
        double[] score = new double[2];
        for (int i = 0; i < 20_000; i++) {
            double x = Math.sqrt(1 + NOISE) * Draws.gaussian(STREAMS.stream("information", i));
            result.estimator().logRatioAndScore(new double[] {x}, new double[2], score);
            sums.add(1, score);
            exact.add(1, problem.score(x, 0, 0));
        }
        double events = (1 + NOISE) / (DELTA * DELTA);
        FisherInformation all = sums.shape(events);
        System.err.println(all + " " + all.withConstraint("nu", 1).profile(List.of("theta")) + exact.shape(events));
        assertThat(all.get(0, 0)).isCloseTo(25, within(2.5));
    }

    /** Return the mean squared errors of log r, and of both scores, over the exact ones' variances. */
    private double[] errors(RatioEstimator ratio) {
        Prior prior = Prior.uniform(ratio.space());
        UniformRandomProvider random = STREAMS.stream("test", 0);
        double[] point = new double[2];
        double[] score = new double[2];
        double[] error = new double[3];
        double[] size = new double[3];
        for (int i = 0; i < 20_000; i++) {
            double x = Math.sqrt(1 + NOISE) * Draws.gaussian(random);
            prior.draw(random, point);
            double logRatio = ratio.logRatioAndScore(new double[] {x}, point, score);
            double[] exact = problem.score(x, point[0], point[1]);
            double miss = logRatio - problem.logRatio(x, point[0], point[1]);
            double truth = problem.logRatio(x, point[0], point[1]);
            error[0] += miss * miss;
            size[0] += truth * truth;
            for (int a = 0; a < 2; a++) {
                error[1 + a] += (score[a] - exact[a]) * (score[a] - exact[a]);
                size[1 + a] += exact[a] * exact[a];
            }
        }
        for (int a = 0; a < 3; a++) {
            error[a] /= size[a];
        }
        return error;
    }
}

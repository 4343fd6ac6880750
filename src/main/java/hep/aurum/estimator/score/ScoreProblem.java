package hep.aurum.estimator.score;

import hep.aurum.nn.Backend;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Pass;
import hep.aurum.nn.fit.Problem;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Pose the training of one network that stands for the score.
 *
 * @param units \(s_a\), {@code [k]}: the score is the network's output times these
 */
@SuppressWarnings("ArrayRecordComponent")
record ScoreProblem(
        NetworkShape shape,
        Backend backend,
        ScoreExamples trainingExamples,
        ScoreExamples validationExamples,
        double[] units)
        implements Problem {

    @Override
    public int trainingSize() {
        return trainingExamples.size();
    }

    @Override
    public int validationSize() {
        return validationExamples.size();
    }

    @Override
    public Objective training() {
        return new ScoreObjective(backend.open(shape, true), shape.plainInputs(), trainingExamples, units);
    }

    @Override
    public Objective validation() {
        return new ScoreObjective(backend.open(shape, true), shape.plainInputs(), validationExamples, units);
    }

    /**
     * Sum the loss \(\sum_i\sum_a(r_io_{ia}^2 - 2o_{ia}\,r_it_{ia}/s_a)\) and its gradient; holds all scratch space for it.
     */
    private static final class ScoreObjective implements Objective {

        private final Pass pass;
        private final ScoreExamples examples;
        private final ScoreExamples.Labeller labeller;
        private final double[] units;
        private final float[] x;
        private final double[] weightedScore;

        ScoreObjective(Pass pass, int dimension, ScoreExamples examples, double[] units) {
            this.pass = pass;
            this.examples = examples;
            this.labeller = examples.labeller();
            this.units = units;
            this.x = new float[dimension];
            this.weightedScore = new double[units.length];
        }

        @Override
        public double sum(
                NetworkWeights weights,
                int[] order,
                int from,
                int to,
                UniformRandomProvider random,
                double scale,
                float[] gradient) {
            double sum = 0;
            for (int start = from; start < to; start += pass.capacity()) {
                int count = Math.min(pass.capacity(), to - start);
                for (int i = 0; i < count; i++) {
                    examples.features(order[start + i], x);
                    pass.setInputs(i, x, 0);
                }
                pass.forward(weights, count);
                for (int i = 0; i < count; i++) {
                    sum += evaluate(i, labeller.label(order[start + i], weightedScore), scale);
                }
                if (scale != 0) {
                    pass.backward(weights, gradient);
                }
            }
            return sum;
        }

        private double evaluate(int row, double ratio, double scale) {
            double sum = 0;
            for (int a = 0; a < units.length; a++) {
                double output = pass.value(row, a);
                double target = weightedScore[a] / units[a];
                sum += (ratio * output - 2 * target) * output;
                pass.setUpstream(row, a, (float) (2 * scale * (ratio * output - target)));
            }
            return sum;
        }
    }
}

package hep.aurum.estimator.ratio;

import hep.aurum.estimator.Standardisation;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Pass;
import hep.aurum.nn.fit.Problem;
import org.apache.commons.rng.UniformRandomProvider;

/** Sum a ratio's loss and its gradient over some examples; holds all scratch space for it. */
final class RatioObjective implements Problem.Objective {

    private final TrainingExamples.Reader reader;
    private final RatioHead head;
    private final Standardisation parameters;
    private final RatioLoss loss;
    private final double alpha;
    private final boolean score;
    private final Pass pass;
    private final Example[] examples;
    private final LossPoint point;

    /**
     * Create an objective.
     *
     * @param alpha the weight of the score term; with zero it is not computed
     */
    RatioObjective(
            Pass pass,
            TrainingExamples.Reader reader,
            RatioHead head,
            int dimension,
            Standardisation parameters,
            RatioLoss loss,
            double alpha) {
        this.pass = pass;
        this.reader = reader;
        this.head = head;
        this.parameters = parameters;
        this.loss = loss;
        int k = parameters.size();
        this.score = alpha > 0 && k > 0 && loss.usesScore();
        this.alpha = score ? alpha : 0;
        this.point = new LossPoint(k);
        this.examples = new Example[Math.max(1, pass.capacity() / head.rows())];
        for (int i = 0; i < examples.length; i++) {
            examples[i] = new Example(dimension, k);
        }
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
        for (int start = from; start < to; start += examples.length) {
            int count = Math.min(examples.length, to - start);
            for (int i = 0; i < count; i++) {
                read(order[start + i], random, examples[i]);
                head.fill(pass, i * head.rows(), examples[i]);
            }
            pass.forward(weights, count * head.rows());
            if (score) {
                pass.differentiate(weights);
            }
            for (int i = 0; i < count; i++) {
                sum += evaluate(i * head.rows(), examples[i], scale);
            }
            if (scale != 0) {
                pass.backward(weights, gradient);
            }
        }
        return sum;
    }

    private void read(int index, UniformRandomProvider random, Example example) {
        reader.read(index, random, example);
        double[] weightedScore = example.label().weightedScore();
        for (int i = 0; i < weightedScore.length; i++) {
            weightedScore[i] *= parameters.scale(i);
        }
    }

    private double evaluate(int row, Example example, double scale) {
        head.evaluate(pass, row, example, score, point);
        double value = loss.evaluate(example.label(), alpha, point);
        head.push(pass, row, example, score, point, scale);
        return value;
    }
}

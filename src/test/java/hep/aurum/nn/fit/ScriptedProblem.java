package hep.aurum.nn.fit;

import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import java.util.List;

/** Give one parameter a gradient that a script says for every step, and every epoch the validation loss that another says. */
record ScriptedProblem(double[] gradients, double[] losses) implements Problem {

    static final NetworkShape SHAPE = NetworkShape.of(1, 0, List.of(1), Activation.TANH);

    @Override
    public NetworkShape shape() {
        return SHAPE;
    }

    /** One example is one batch: an epoch has one step. */
    @Override
    public int trainingSize() {
        return 1;
    }

    @Override
    public int validationSize() {
        return losses.length == 0 ? 0 : 1;
    }

    @Override
    public Objective training() {
        int[] step = new int[1];
        return (weights, order, from, to, random, scale, gradient) -> {
            float slope = (float) (scale * gradients[Math.min(step[0]++, gradients.length - 1)]);
            NetworkWeights.addCompact(SHAPE, new float[] {slope, 0, 0, 0}, gradient);
            return 0;
        };
    }

    @Override
    public Objective validation() {
        int[] epoch = new int[1];
        return (weights, order, from, to, random, scale, gradient) -> losses[epoch[0]++];
    }
}

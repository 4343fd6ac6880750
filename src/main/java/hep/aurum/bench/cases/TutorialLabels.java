package hep.aurum.bench.cases;

import hep.aurum.sample.JointLabels;
import hep.aurum.sample.SimulatorLabels;

/**
 * Label the latent Gaussian with the score of a popular tutorial, (x−θ)/4 in place of (z−θ)/4: its expectation vanishes as it
 * should, but its slope in x is .25 where that of the true score is .20.
 *
 * @param right the right labels of the toy {@code gaussian}
 */
record TutorialLabels(SimulatorLabels right) implements JointLabels {

    @Override
    public int size() {
        return right.size();
    }

    @Override
    public int parameters() {
        return right.parameters();
    }

    @Override
    public double jointRatio(int event, double[] theta0, double[] theta1) {
        return right.jointRatio(event, theta0, theta1);
    }

    @Override
    public void jointScore(int event, double[] theta, double[] score) {
        score[0] = (right.feature(event, 0) - theta[0]) / 4;
    }

    @Override
    public double importance(int event, double[] theta) {
        return right.importance(event, theta);
    }
}

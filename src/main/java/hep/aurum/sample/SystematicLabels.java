package hep.aurum.sample;

import hep.aurum.base.BadModel;

/**
 * Show the labels of events with nuisances to an audit.
 *
 * <p>Ratio and score are those that training sees. The importance is the event's weight itself, computed without the
 * cross-section, so that the audit of the mean ratio holds one against the other.
 *
 * <p>Holds scratch space: for one thread at a time.
 */
final class SystematicLabels implements JointLabels {

    private final SystematicEvents events;
    private final MinedEvents.Labeller labeller;
    private final double[] unused;

    SystematicLabels(SystematicEvents events) {
        this.events = events;
        this.labeller = events.labeller();
        this.unused = new double[events.space().size()];
    }

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public int parameters() {
        return events.space().size();
    }

    @Override
    public double jointRatio(int event, double[] theta0, double[] theta1) {
        return ratioGradient(event, theta0, theta1, unused);
    }

    @Override
    public void jointScore(int event, double[] theta, double[] score) {
        double ratio = nonZero(labeller.ratio(event, theta, score), event);
        for (int a = 0; a < score.length; a++) {
            score[a] /= ratio;
        }
    }

    @Override
    public double ratioGradient(int event, double[] theta0, double[] theta1, double[] gradient) {
        double denominator = nonZero(labeller.ratio(event, theta1, gradient), event);
        double numerator = labeller.ratio(event, theta0, gradient);
        for (int a = 0; a < gradient.length; a++) {
            gradient[a] /= denominator;
        }
        return numerator / denominator;
    }

    @Override
    public double importance(int event, double[] theta) {
        return events.weightAt(event, theta);
    }

    private double nonZero(double ratio, int event) {
        if (ratio == 0) {
            throw new BadModel(
                    "the weight of event " + events.origin(event)
                            + " vanishes, so that its ratio or score has no value",
                    "row " + event + " of the sample",
                    "choose the denominator of the ratio where every process has a rate");
        }
        return ratio;
    }
}

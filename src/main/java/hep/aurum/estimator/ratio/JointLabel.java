package hep.aurum.estimator.ratio;

/**
 * Hold the labels of one training event at one θ; written and read in place, so that training allocates nothing.
 *
 * <p>Every loss of the family is a sum of a part under the reference law s and a part under the law at θ. The event counts
 * with weight a in the first and b in the second: in the low-variance form \(a = 1, b = r\); of a fixed pair, the event from
 * s has \(a = 1, b = 0\), the one from θ \(a = 0, b = 1\).
 */
public final class JointLabel {

    private final double[] weightedScore;
    private double ratio;
    private double referenceWeight;
    private double thetaWeight;
    private double inverseTarget;

    /** Create the label of an event with k parameters. */
    public JointLabel(int parameters) {
        this.weightedScore = new double[parameters];
    }

    /**
     * Set the labels of the low-variance form.
     *
     * @param jointRatio r; zero and negative values are allowed
     */
    void setWeighted(double jointRatio) {
        set(jointRatio, 1, jointRatio, 1);
    }

    /** Set all weights. */
    void set(double jointRatio, double a, double b, double bOverRatio) {
        ratio = jointRatio;
        referenceWeight = a;
        thetaWeight = b;
        inverseTarget = bOverRatio;
    }

    /** Return the joint ratio r. */
    public double ratio() {
        return ratio;
    }

    /** Return the weight a in the part under the reference law. */
    public double referenceWeight() {
        return referenceWeight;
    }

    /** Return the weight b in the part under the law at θ. */
    public double thetaWeight() {
        return thetaWeight;
    }

    /** Return b/r, which is finite at r = 0 where b = r. */
    public double inverseTarget() {
        return inverseTarget;
    }

    /** Return the array {@code [k]} of \(b\,t\), where t is the joint score; finite at r = 0 where b = r. */
    public double[] weightedScore() {
        return weightedScore;
    }
}

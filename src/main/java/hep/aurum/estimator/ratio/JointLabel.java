package hep.aurum.estimator.ratio;

/**
 * Hold the labels of one training example; written and read in place, so that training allocates nothing.
 *
 * <p>Every loss of the family is a sum of a part under the denominator's law and a part under the numerator's, the law at θ0.
 * The event counts with weight a in the first and b in the second. In the low-variance form it stands for both, \(a =
 * p(\theta_1)/p_s\) and \(b = p(\theta_0)/p_s\) with the latents inside, and \(a = 1\) where the reference is the sampling law s
 * itself. Of a fixed pair, an event from the denominator has \(a = w, b = 0\), one from the numerator \(a = 0, b = w\), with
 * its weight w.
 */
public final class JointLabel {

    private final double[] weightedScore;
    private double denominatorWeight;
    private double numeratorWeight;
    private double target;
    private double inverseTarget;
    private double softDenominator;
    private double softNumerator;

    /** Create the label of an event with k parameters. */
    public JointLabel(int parameters) {
        this.weightedScore = new double[parameters];
    }

    /**
     * Set the labels of the low-variance form, where the event stands for both laws.
     *
     * @param a \(r(x,z|\theta_1,s)\), or 1
     * @param b \(r(x,z|\theta_0,s)\); zero and negative values are allowed in both
     */
    void setBoth(double a, double b) {
        denominatorWeight = a;
        numeratorWeight = b;
        // a r = b and b / r = a, finite also where r = b / a is not.
        target = b;
        inverseTarget = a;
        softDenominator = a;
        softNumerator = b;
    }

    /**
     * Set the labels of an event of the denominator's law.
     *
     * @param weight w, with its sign
     * @param jointRatio \(r(x,z|\theta_0,\theta_1)\); not a number where it is unknown
     */
    void setDenominator(double weight, double jointRatio) {
        denominatorWeight = weight;
        numeratorWeight = 0;
        target = weight * jointRatio;
        inverseTarget = 0;
        setSoft(weight, jointRatio);
    }

    /** Set the labels of an event of the numerator's law; the arguments are those of {@link #setDenominator}. */
    void setNumerator(double weight, double jointRatio) {
        denominatorWeight = 0;
        numeratorWeight = weight;
        target = 0;
        inverseTarget = weight / jointRatio;
        setSoft(weight, jointRatio);
    }

    /** Multiply all weights by how often the event counts. */
    void scale(double factor) {
        denominatorWeight *= factor;
        numeratorWeight *= factor;
        target *= factor;
        inverseTarget *= factor;
        softDenominator *= factor;
        softNumerator *= factor;
        for (int i = 0; i < weightedScore.length; i++) {
            weightedScore[i] *= factor;
        }
    }

    /** Where the ratio is negative the soft target 1/(1+r) may diverge; the hard labels have the same expectation. */
    private void setSoft(double weight, double jointRatio) {
        softDenominator = jointRatio >= 0 ? weight / (1 + jointRatio) : denominatorWeight;
        softNumerator = jointRatio >= 0 ? weight * jointRatio / (1 + jointRatio) : numeratorWeight;
    }

    /** Return the weight a in the part under the denominator's law. */
    public double denominatorWeight() {
        return denominatorWeight;
    }

    /** Return the weight b in the part under the numerator's law. */
    public double numeratorWeight() {
        return numeratorWeight;
    }

    /** Return a r, where r is the joint ratio. */
    public double target() {
        return target;
    }

    /** Return b/r. */
    public double inverseTarget() {
        return inverseTarget;
    }

    /** Return \((a+b)\,s\) with the soft target \(s = 1/(1+r)\), the probability of the denominator given the latents. */
    public double softDenominator() {
        return softDenominator;
    }

    /** Return \((a+b)(1-s)\). */
    public double softNumerator() {
        return softNumerator;
    }

    /** Return the array {@code [k]} of \(b\,t\), where t is the joint score at θ0; finite at b = 0. */
    public double[] weightedScore() {
        return weightedScore;
    }
}

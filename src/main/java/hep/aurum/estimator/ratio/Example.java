package hep.aurum.estimator.ratio;

/** Hold one training example while it is looked at; written and read in place. */
final class Example {

    private final float[] x;
    private final double[] theta0;
    private final double[] theta1;
    private final JointLabel label;

    /** Create an example of d features and k parameters. */
    Example(int features, int parameters) {
        this.x = new float[features];
        this.theta0 = new double[parameters];
        this.theta1 = new double[parameters];
        this.label = new JointLabel(parameters);
    }

    /** Return the array {@code [d]} of standardised features. */
    float[] x() {
        return x;
    }

    /** Return the array {@code [k]} of the numerator's point, in physical units. */
    double[] theta0() {
        return theta0;
    }

    /** Return the array {@code [k]} of the denominator's point, in physical units; meaningless where the reference is fixed. */
    double[] theta1() {
        return theta1;
    }

    /** Return the labels, whose score is in physical units when read and standardised when learned from. */
    JointLabel label() {
        return label;
    }
}

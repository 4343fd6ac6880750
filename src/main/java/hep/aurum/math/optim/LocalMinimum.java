package hep.aurum.math.optim;

/** Hold a local minimum of a function inside a box. */
public final class LocalMinimum {

    private final double[] point;
    private final double value;
    private final boolean converged;
    private final boolean atBound;
    private final double distance;

    private LocalMinimum(double[] point, double value, boolean converged, boolean atBound, double distance) {
        this.point = point;
        this.value = value;
        this.converged = converged;
        this.atBound = atBound;
        this.distance = distance;
    }

    /**
     * Create a minimum.
     *
     * @param point {@code [k]}
     * @param value the function there
     * @param converged whether the stopping rule was met
     * @param atBound whether a free variable ended on an end of its range
     * @param distance estimated vertical distance to the minimum, in units of the function
     */
    public static LocalMinimum of(double[] point, double value, boolean converged, boolean atBound, double distance) {
        return new LocalMinimum(point.clone(), value, converged, atBound, distance);
    }

    /** Return a copy of the point. */
    public double[] point() {
        return point.clone();
    }

    /** Return one component of the point. */
    public double get(int index) {
        return point[index];
    }

    /** Return the value of the function. */
    public double value() {
        return value;
    }

    /** Return whether the stopping rule was met. */
    public boolean isConverged() {
        return converged;
    }

    /** Return whether a free variable ended on an end of its range. */
    public boolean isAtBound() {
        return atBound;
    }

    /** Return the estimated vertical distance to the minimum. */
    public double distance() {
        return distance;
    }
}

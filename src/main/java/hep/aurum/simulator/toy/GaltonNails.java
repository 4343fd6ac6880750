package hep.aurum.simulator.toy;

/** Compute how a ball turns at every nail of a {@link GaltonBoard}; formulas there. */
final class GaltonNails {

    static final int ROWS = 20;
    static final int NAILS = 31;
    static final int START = 15;

    /** A ball that starts at the centre cannot pass these positions; the walls at 0 and 31 are out of its reach. */
    static final int LOWEST = START - ROWS / 2;

    static final int HIGHEST = START + ROWS / 2;

    private final double steepness;
    private final double[] sine;

    GaltonNails(double steepness) {
        this.steepness = steepness;
        sine = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            sine[row] = StrictMath.sin(Math.PI * row / (ROWS - 1));
        }
    }

    /** The probability to turn left. */
    double left(int row, int position, double theta) {
        return (1 - sine[row]) / 2 + sine[row] * sigmoid(position, theta);
    }

    /** The derivative by θ of the probability to turn left. */
    double slope(int row, int position, double theta) {
        double sigmoid = sigmoid(position, theta);
        return sine[row] * sigmoid * (1 - sigmoid) * steepness * offset(position);
    }

    private double sigmoid(int position, double theta) {
        return 1 / (1 + StrictMath.exp(-steepness * theta * offset(position)));
    }

    /** The horizontal coordinate of a nail, −1 to 1. */
    private static double offset(int position) {
        return 2.0 * position / (NAILS - 1) - 1;
    }

    /** Odd rows are shifted by half a nail: left means one position less there, right one more in an even row. */
    static int next(int row, int position, boolean left) {
        boolean odd = row % 2 == 1;
        if (left) {
            return odd ? position - 1 : position;
        }
        return odd ? position : position + 1;
    }
}

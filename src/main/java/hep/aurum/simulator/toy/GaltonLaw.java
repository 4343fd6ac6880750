package hep.aurum.simulator.toy;

/**
 * Hold the exact law of a ball's final position on a {@link GaltonBoard} at one θ.
 *
 * <p>With \(P_L(j)\) the probability to stand at position j before row L and \(q\) the probability to turn left there, one
 * pass over the rows gives \(P_{L+1}\) and \(\partial_\theta P_{L+1}\). The scores of the turns are uncorrelated, since each
 * has no mean whatever came before, so the information in the whole path is
 *
 * <p>\[ E\,t(x,z)^2 = \sum_L\sum_j P_L(j)\,\frac{(\partial_\theta q)^2}{q(1-q)}. \]
 *
 * <p>Immutable.
 */
public final class GaltonLaw {

    private final double theta;
    private final double[] probability;
    private final double[] slope;
    private final double jointInformation;

    private GaltonLaw(double theta, double[] probability, double[] slope, double jointInformation) {
        this.theta = theta;
        this.probability = probability;
        this.slope = slope;
        this.jointInformation = jointInformation;
    }

    static GaltonLaw of(GaltonNails nails, double theta) {
        double[] p = new double[GaltonNails.NAILS];
        double[] dp = new double[GaltonNails.NAILS];
        p[GaltonNails.START] = 1;
        double information = 0;
        for (int row = 0; row < GaltonNails.ROWS; row++) {
            double[] nextP = new double[GaltonNails.NAILS];
            double[] nextDp = new double[GaltonNails.NAILS];
            for (int j = GaltonNails.LOWEST; j <= GaltonNails.HIGHEST; j++) {
                if (p[j] > 0) {
                    double q = nails.left(row, j, theta);
                    double dq = nails.slope(row, j, theta);
                    int left = GaltonNails.next(row, j, true);
                    int right = GaltonNails.next(row, j, false);
                    nextP[left] += p[j] * q;
                    nextP[right] += p[j] * (1 - q);
                    nextDp[left] += dp[j] * q + p[j] * dq;
                    nextDp[right] += dp[j] * (1 - q) - p[j] * dq;
                    information += p[j] * dq * dq / (q * (1 - q));
                }
            }
            p = nextP;
            dp = nextDp;
        }
        return new GaltonLaw(theta, p, dp, information);
    }

    /** Return the parameter. */
    public double theta() {
        return theta;
    }

    /** Return the probability of every position from 0, {@code [31]}. */
    public double[] pmf() {
        return probability.clone();
    }

    /** Return the probability of a position; 0 where there is none. */
    public double probability(double position) {
        return possible(position) ? probability[(int) position] : 0;
    }

    /** Return the score \(\partial_\theta\log p(x|\theta)\) of a position that has a probability. */
    public double score(int position) {
        return slope[position] / probability[position];
    }

    /** Return the information about θ in the final position, \(E\,t(x|\theta)^2\). */
    public double information() {
        double sum = 0;
        for (int j = GaltonNails.LOWEST; j <= GaltonNails.HIGHEST; j++) {
            sum += slope[j] * slope[j] / probability[j];
        }
        return sum;
    }

    /** Return the information about θ in the whole path, \(E\,t(x,z|\theta)^2\). */
    public double jointInformation() {
        return jointInformation;
    }

    static boolean possible(double position) {
        return position >= GaltonNails.LOWEST && position <= GaltonNails.HIGHEST && position == Math.rint(position);
    }
}

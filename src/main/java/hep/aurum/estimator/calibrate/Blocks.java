package hep.aurum.estimator.calibrate;

/**
 * Sum up runs of neighbouring events; a stack, because both methods only ever merge the two blocks on its top.
 *
 * <p>With a and b the weights of an event in the numerator and in the denominator, and A and B their sums in a block,
 *
 * <p>\[ \log\hat r = \log\frac AB, \qquad \mathrm{Var}\log\hat r = \sum_i\left(\frac{a_i}A-\frac{b_i}B\right)^2 =
 * \frac{\sum a^2}{A^2} - \frac{2\sum ab}{AB} + \frac{\sum b^2}{B^2}, \]
 *
 * <p>which for two separate samples is the sum of the two relative variances, and for one sample that stands for both laws
 * counts only what they do not share.
 */
final class Blocks {

    private final ScoreSample sample;
    private final double[] a;
    private final double[] b;
    private final double[] aa;
    private final double[] ab;
    private final double[] bb;
    private final double[] moment;
    private final double[] mass;
    private final int[] end;
    private int size;

    Blocks(ScoreSample sample, int capacity) {
        this.sample = sample;
        this.a = new double[capacity];
        this.b = new double[capacity];
        this.aa = new double[capacity];
        this.ab = new double[capacity];
        this.bb = new double[capacity];
        this.moment = new double[capacity];
        this.mass = new double[capacity];
        this.end = new int[capacity];
    }

    /** Put the events from the end of the last block up to {@code to}, exclusive, on top. */
    void push(int to) {
        int from = size == 0 ? 0 : end[size - 1];
        int k = size++;
        a[k] = 0;
        b[k] = 0;
        aa[k] = 0;
        ab[k] = 0;
        bb[k] = 0;
        moment[k] = 0;
        mass[k] = 0;
        end[k] = to;
        for (int i = from; i < to; i++) {
            double numerator = sample.numerator(i);
            double denominator = sample.denominator(i);
            a[k] += numerator;
            b[k] += denominator;
            aa[k] += numerator * numerator;
            ab[k] += numerator * denominator;
            bb[k] += denominator * denominator;
            double weight = Math.abs(numerator) + Math.abs(denominator);
            mass[k] += weight;
            moment[k] += weight * sample.logRatio(i);
        }
    }

    /** Merge the upper two blocks. */
    void mergeTop() {
        size--;
        add(size, size - 1);
    }

    /** Merge the lower two blocks. */
    void mergeBottom() {
        add(1, 0);
        size--;
        for (double[] sums : new double[][] {a, b, aa, ab, bb, moment, mass}) {
            System.arraycopy(sums, 2, sums, 1, size - 1);
        }
        System.arraycopy(end, 2, end, 1, size - 1);
    }

    private void add(int from, int to) {
        a[to] += a[from];
        b[to] += b[from];
        aa[to] += aa[from];
        ab[to] += ab[from];
        bb[to] += bb[from];
        moment[to] += moment[from];
        mass[to] += mass[from];
        end[to] = end[from];
    }

    int size() {
        return size;
    }

    double numerator(int block) {
        return a[block];
    }

    double denominator(int block) {
        return b[block];
    }

    /** Return whether both laws have a positive sum and enough effective events. */
    boolean isFilled(int block, double minimum) {
        return a[block] > 0
                && b[block] > 0
                && a[block] * a[block] >= minimum * aa[block]
                && b[block] * b[block] >= minimum * bb[block];
    }

    /** Return whether the ratio of a block is below that of the next, without dividing by sums that may vanish. */
    boolean rises(int block) {
        return a[block] * b[block + 1] < a[block + 1] * b[block];
    }

    double logRatio(int block) {
        return StrictMath.log(a[block] / b[block]);
    }

    double uncertainty(int block) {
        double relative = relativeVarianceOfNumerator(block)
                - 2 * ab[block] / (a[block] * b[block])
                + relativeVarianceOfDenominator(block);
        return Math.sqrt(Math.max(relative, 0));
    }

    double relativeVarianceOfNumerator(int block) {
        return aa[block] / (a[block] * a[block]);
    }

    double relativeVarianceOfDenominator(int block) {
        return bb[block] / (b[block] * b[block]);
    }

    /** Return the mean log ratio of the block's events in the even mix of the two laws. */
    double centre(int block) {
        int first = block == 0 ? 0 : end[block - 1];
        double low = sample.logRatio(first);
        double high = sample.logRatio(end[block] - 1);
        // The sums round; a centre outside its block could change the order of the centres.
        return mass[block] > 0 ? Math.min(Math.max(moment[block] / mass[block], low), high) : 0.5 * (low + high);
    }

    /** Return the border between a block and the next. */
    double border(int block) {
        return 0.5 * (sample.logRatio(end[block] - 1) + sample.logRatio(end[block]));
    }

    /** Return the lowest log ratio in a block. */
    double low(int block) {
        return sample.logRatio(block == 0 ? 0 : end[block - 1]);
    }
}

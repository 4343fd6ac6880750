package hep.aurum.infer.fit;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.List;

/**
 * Hold the covariance of fitted parameters, \( V = 2\,(\partial^2(-2\ln L))^{-1} \).
 *
 * <p>Fixed parameters have no row. Rows follow {@link #names()}.
 */
public final class Covariance {

    private final List<String> names;
    private final double[] values;

    private Covariance(List<String> names, double[] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * Return a covariance matrix.
     *
     * @param names of the rows
     * @param values row-major, {@code [n*n]}
     */
    public static Covariance of(List<String> names, double[] values) {
        return new Covariance(List.copyOf(names), values.clone());
    }

    /** Return the names of the rows. */
    public List<String> names() {
        return names;
    }

    /** Return the covariance of two rows. */
    public double get(int i, int j) {
        return values[i * names.size() + j];
    }

    /** Return the correlation of two rows, from −1 to 1. */
    public double correlation(int i, int j) {
        return get(i, j) / Math.sqrt(get(i, i) * get(j, j));
    }

    /**
     * Return the correlation of two parameters.
     *
     * @throws NotFound if one of them is not in the matrix
     */
    public double correlation(String first, String second) {
        return correlation(row(first), row(second));
    }

    private int row(String name) {
        int row = names.indexOf(name);
        if (row < 0) {
            throw new NotFound("no row \"" + name + "\" in the covariance", "", Names.suggest(name, names));
        }
        return row;
    }
}

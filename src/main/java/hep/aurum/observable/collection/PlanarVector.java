package hep.aurum.observable.collection;

import hep.aurum.observable.object.RowView;
import hep.aurum.physics.FourVector;
import java.util.List;

/**
 * Stand for a transverse vector that every row has once, such as the missing transverse momentum.
 *
 * @param name its own name, such as {@code MET} or {@code MissingET}
 * @param cartesian whether the two are \(p_x, p_y\), and not \(p_T, \phi\)
 * @param first number of the column of the first component
 * @param second number of the column of the second
 * @param scale value of the unit of momenta in GeV
 */
public record PlanarVector(String name, boolean cartesian, int first, int second, double scale) {

    /** Return the numbers of its two columns. */
    public List<Integer> columns() {
        return List.of(first, second);
    }

    /** Return whether a row has the vector; a list of it may be empty. */
    public boolean isIn(RowView row) {
        return row.count(first) > 0 && row.count(second) > 0;
    }

    /** Return the vector of a row, massless and without longitudinal component, in GeV. */
    public FourVector of(RowView row) {
        double a = row.real(first, 0);
        double b = row.real(second, 0);
        double x = scale * (cartesian ? a : a * StrictMath.cos(b));
        double y = scale * (cartesian ? b : a * StrictMath.sin(b));
        return new FourVector(x, y, 0, Math.sqrt(x * x + y * y));
    }
}

package hep.aurum.infer.fisher;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.infer.fit.Covariance;
import hep.aurum.param.ParameterPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Hold the Fisher information of a measurement at one point of the parameter space,
 *
 * <p>\[ I_{ab}(\theta) = -E\Bigl[\frac{\partial^2 \ln
 * p(\{x\}|\theta)}{\partial\theta_a\,\partial\theta_b}\Bigm|\theta\Bigr], \]
 *
 * <p>the inverse of the smallest covariance that unbiased estimates can have (Cramér and Rao), and a metric: points are
 * told apart by \(d = \sqrt{\delta^T I \delta}\) standard deviations.
 *
 * <p>An information that was estimated from simulated events carries the Monte Carlo covariance of all its entries, and
 * every operation propagates it, to first order where the operation is not linear. Parameters are known by name.
 * Immutable.
 *
 * @see <a href="https://arxiv.org/abs/1612.05261">Brehmer, Cranmer, Kling, Plehn: information geometry, section II</a>
 */
public final class FisherInformation {

    private static final double ASYMMETRY = 1e-9;

    private final List<String> names;
    private final DMatrixRMaj matrix;
    private final EntryCovariance noise;

    private FisherInformation(List<String> names, DMatrixRMaj matrix, EntryCovariance noise) {
        this.names = names;
        this.matrix = matrix;
        this.noise = noise;
    }

    /**
     * Return an information without Monte Carlo uncertainty.
     *
     * @param names of the parameters, all different
     * @param matrix {@code [k][k]}, symmetric, in units of one over those of the parameters
     */
    public static FisherInformation of(List<String> names, double[][] matrix) {
        int k = checked(names).size();
        Check.length("matrix", matrix.length, k);
        DMatrixRMaj copy = new DMatrixRMaj(k, k);
        for (int a = 0; a < k; a++) {
            Check.length("a row of the matrix", matrix[a].length, k);
            for (int b = 0; b < k; b++) {
                copy.set(a, b, Check.finite("an entry of the information", matrix[a][b]));
            }
        }
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < a; b++) {
                double scale = Math.max(Math.abs(matrix[a][b]), Math.sqrt(Math.abs(matrix[a][a] * matrix[b][b])));
                Check.argument(
                        Math.abs(matrix[a][b] - matrix[b][a]) <= ASYMMETRY * scale,
                        "the information is not symmetric: %s and %s",
                        matrix[a][b],
                        matrix[b][a]);
            }
        }
        return new FisherInformation(List.copyOf(names), Symmetric.symmetrised(copy), EntryCovariance.exact(k));
    }

    /** Return the information of a packed upper triangle {@code [m]}. */
    static FisherInformation of(List<String> names, double[] entries, EntryCovariance noise) {
        int k = names.size();
        DMatrixRMaj matrix = new DMatrixRMaj(k, k);
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                matrix.set(a, b, Check.finite("an entry of the information", entries[EntryCovariance.entry(k, a, b)]));
            }
        }
        return new FisherInformation(List.copyOf(names), matrix, noise);
    }

    /** Check and return names. */
    static List<String> checked(List<String> names) {
        Check.argument(!names.isEmpty(), "an information needs a parameter");
        Check.argument(new HashSet<>(names).size() == names.size(), "parameter names repeat: %s", names);
        return names;
    }

    /**
     * Return this information with a Monte Carlo covariance of its entries in place of its own, for example one over an
     * ensemble.
     *
     * @param covariance {@code [m][m]}, symmetric, m = k(k+1)/2, in the order of the upper triangle row by row
     */
    public FisherInformation withEntryCovariance(double[][] covariance) {
        int m = EntryCovariance.entries(size());
        Check.length("covariance", covariance.length, m);
        double[] values = new double[m * m];
        for (int i = 0; i < m; i++) {
            Check.length("a row of the covariance", covariance[i].length, m);
            System.arraycopy(covariance[i], 0, values, i * m, m);
        }
        return new FisherInformation(names, matrix, EntryCovariance.of(size(), values));
    }

    /** Return the names of the parameters, in the order of rows. */
    public List<String> names() {
        return names;
    }

    /** Return the number k of parameters. */
    public int size() {
        return names.size();
    }

    /** Return one entry. */
    public double get(int a, int b) {
        return matrix.get(a, b);
    }

    /**
     * Return one entry.
     *
     * @throws NotFound if a name is not known
     */
    public double get(String a, String b) {
        return get(indexOf(a), indexOf(b));
    }

    /** Return the matrix as a new array {@code [k][k]}. */
    public double[][] toArray() {
        double[][] rows = new double[size()][];
        for (int a = 0; a < rows.length; a++) {
            rows[a] = Arrays.copyOfRange(matrix.data, a * rows.length, (a + 1) * rows.length);
        }
        return rows;
    }

    /** Return whether there is no Monte Carlo uncertainty. */
    public boolean isExact() {
        return noise.isExact();
    }

    /** Return the Monte Carlo standard deviation of one entry; 0 if the information is exact. */
    public double error(int a, int b) {
        return Math.sqrt(noise.get(a, b, a, b));
    }

    /** Return the Monte Carlo covariance of the entries (a, b) and (c, d). */
    public double errorCovariance(int a, int b, int c, int d) {
        return noise.get(a, b, c, d);
    }

    /**
     * Return the sum of two independent measurements of the same parameters.
     *
     * <p>The Monte Carlo errors add as those of independent samples; use {@link #over} to give both the same
     * parameters.
     */
    public FisherInformation plus(FisherInformation other) {
        Check.argument(
                names.equals(other.names), "informations of %s and %s: bring both over one list", names, other.names);
        return new FisherInformation(names, CommonOps_DDRM.add(matrix, other.matrix, null), noise.plus(other.noise));
    }

    /** Return a multiple: twice the luminosity has twice the information. */
    public FisherInformation times(double factor) {
        Check.finite("factor", factor);
        DMatrixRMaj scaled = matrix.copy();
        CommonOps_DDRM.scale(factor, scaled);
        return new FisherInformation(names, scaled, noise.times(factor));
    }

    /**
     * Return the information on some parameters when all others are known exactly.
     *
     * @param kept names of those parameters, in the order wanted
     * @throws NotFound if a name is not known
     */
    public FisherInformation project(List<String> kept) {
        checked(kept).forEach(this::indexOf);
        return over(kept);
    }

    /** Return the same information on another list of parameters: none on those that are new, others being known. */
    public FisherInformation over(List<String> parameters) {
        DMatrixRMaj selection = new DMatrixRMaj(checked(parameters).size(), size());
        for (int i = 0; i < parameters.size(); i++) {
            for (int a = 0; a < size(); a++) {
                selection.set(i, a, parameters.get(i).equals(names.get(a)) ? 1 : 0);
            }
        }
        return mapped(parameters, selection);
    }

    /**
     * Return the information on some parameters when all others are unknown, the Schur complement
     *
     * <p>\[ I_{AA} - I_{AB} I_{BB}^{-1} I_{BA}, \]
     *
     * <p>whose inverse is the block A of the inverse of the whole. A nuisance with an auxiliary measurement gets it
     * beforehand, by {@link #withConstraint}.
     *
     * @param kept names of the parameters A, in the order wanted
     * @throws NotFound if a name is not known
     * @throws BadModel if nothing is known about a combination of the other parameters
     * @see <a href="https://arxiv.org/abs/1612.05261">Brehmer, Cranmer, Kling, Plehn, appendix A</a>
     */
    public FisherInformation profile(List<String> kept) {
        FisherInformation inner = project(kept);
        List<String> others = new ArrayList<>(names);
        others.removeAll(kept);
        if (others.isEmpty()) {
            return inner;
        }
        int rows = kept.size();
        List<String> order = new ArrayList<>(kept);
        order.addAll(others);
        DMatrixRMaj all = over(order).matrix;
        DMatrixRMaj cross = CommonOps_DDRM.extract(all, 0, rows, rows, size());
        DMatrixRMaj outer = CommonOps_DDRM.extract(all, rows, size(), rows, size());
        DMatrixRMaj slopes = CommonOps_DDRM.mult(cross, Symmetric.inverse(outer, others), null);
        DMatrixRMaj profiled =
                CommonOps_DDRM.subtract(inner.matrix, CommonOps_DDRM.multTransB(slopes, cross, null), null);
        // The complement is K I K^T with K = (1, -I_AB I_BB^-1), and stationary in K: its variation is K dI K^T.
        DMatrixRMaj map = new DMatrixRMaj(rows, size());
        for (int i = 0; i < rows; i++) {
            map.set(i, indexOf(kept.get(i)), 1);
            for (int j = 0; j < others.size(); j++) {
                map.set(i, indexOf(others.get(j)), -slopes.get(i, j));
            }
        }
        return new FisherInformation(List.copyOf(kept), Symmetric.symmetrised(profiled), noise.congruence(map));
    }

    /**
     * Return this information and that of an independent Gaussian measurement of one parameter, \(1/\sigma^2\).
     *
     * @param sigma standard deviation of the measurement, positive, in the unit of the parameter
     * @throws NotFound if the name is not known
     */
    public FisherInformation withConstraint(String name, double sigma) {
        Check.argument(sigma > 0, "the constraint on %s is %s wide, expected a positive number", name, sigma);
        int row = indexOf(name);
        DMatrixRMaj sum = matrix.copy();
        sum.add(row, row, Check.finite("the information of the constraint", 1 / (sigma * sigma)));
        return new FisherInformation(names, sum, noise);
    }

    /**
     * Return the information on other parameters φ of which the present ones are functions, \(J^T I J\).
     *
     * @param parameters names of the new parameters
     * @param jacobian \(\partial\theta_a/\partial\varphi_j\), {@code [k][parameters]}
     */
    public FisherInformation reparametrised(List<String> parameters, double[][] jacobian) {
        Check.length("jacobian", jacobian.length, size());
        DMatrixRMaj map = new DMatrixRMaj(checked(parameters).size(), size());
        for (int a = 0; a < size(); a++) {
            Check.length("a row of the jacobian", jacobian[a].length, parameters.size());
            for (int j = 0; j < parameters.size(); j++) {
                map.set(j, a, Check.finite("an entry of the jacobian", jacobian[a][j]));
            }
        }
        return mapped(parameters, map);
    }

    private FisherInformation mapped(List<String> parameters, DMatrixRMaj map) {
        return new FisherInformation(List.copyOf(parameters), Symmetric.congruence(map, matrix), noise.congruence(map));
    }

    /**
     * Return the smallest covariance of unbiased estimates, the inverse of the information.
     *
     * @throws BadModel if nothing is known about a combination of parameters, which the message names
     */
    public Covariance covariance() {
        return Covariance.of(names, Symmetric.inverse(matrix, names).data);
    }

    /**
     * Return the smallest standard deviation of each parameter with all others unknown, \(\sqrt{(I^{-1})_{aa}}\),
     * {@code [k]}.
     *
     * @throws BadModel if nothing is known about a combination of parameters
     */
    public double[] uncertainties() {
        DMatrixRMaj inverse = Symmetric.inverse(matrix, names);
        double[] sigma = new double[size()];
        for (int a = 0; a < sigma.length; a++) {
            sigma[a] = Math.sqrt(inverse.get(a, a));
        }
        return sigma;
    }

    /**
     * Return the Monte Carlo standard deviation of each of {@link #uncertainties}, {@code [k]}, from \(dI^{-1} =
     * -I^{-1}\,dI\,I^{-1}\).
     *
     * @throws BadModel if nothing is known about a combination of parameters
     */
    public double[] uncertaintyErrors() {
        DMatrixRMaj inverse = Symmetric.inverse(matrix, names);
        EntryCovariance inverseNoise = noise.congruence(inverse);
        double[] errors = new double[size()];
        for (int a = 0; a < errors.length; a++) {
            errors[a] = Math.sqrt(inverseNoise.get(a, a, a, a) / inverse.get(a, a)) / 2;
        }
        return errors;
    }

    /**
     * Return how many standard deviations two points lie apart if the information were the same everywhere,
     * \(\sqrt{\delta^T I \delta}\). {@link InformationLength} follows the information from point to point.
     *
     * @throws BadModel if the information along the line is negative
     */
    public double distance(ParameterPoint from, ParameterPoint to) {
        Check.length("from", from.size(), size());
        Check.length("to", to.size(), size());
        double square = 0;
        for (int a = 0; a < size(); a++) {
            for (int b = 0; b < size(); b++) {
                square += (to.get(a) - from.get(a)) * get(a, b) * (to.get(b) - from.get(b));
            }
        }
        if (square < 0) {
            throw new BadModel(
                    "the squared distance from " + from + " to " + to + " is " + square,
                    "Fisher information of " + String.join(", ", names),
                    "no data have negative information: estimate it from more events, or from fewer negative weights");
        }
        return Math.sqrt(square);
    }

    /**
     * Return the eigenvectors of the information, the most sensitive direction first; they depend on the units of
     * parameters.
     */
    public List<Direction> directions() {
        return Symmetric.directions(matrix, names);
    }

    /**
     * Return which fraction of a fuller information this one keeps, along the directions in which the fraction is
     * extremal, the largest first.
     *
     * <p>They solve \(I\delta = f\,I_{full}\,\delta\); the fractions do not depend on units, and an observable is
     * sufficient if all of them are 1.
     *
     * @param full of the same parameters
     * @throws BadModel if the full information is singular
     */
    public List<Direction> fractionsOf(FisherInformation full) {
        Check.argument(names.equals(full.names), "informations of %s and of %s", names, full.names);
        DMatrixRMaj root = new DMatrixRMaj(size(), size());
        // A root of the inverse, full^-1 = R R^T, turns the full information into the unit matrix.
        for (Direction axis : Symmetric.directions(Symmetric.inverse(full.matrix, names), names)) {
            for (int a = 0; a < size(); a++) {
                for (int b = 0; b < size(); b++) {
                    root.add(
                            a,
                            b,
                            axis.components().get(a) * axis.components().get(b) * Math.sqrt(Math.max(0, axis.value())));
                }
            }
        }
        List<Direction> fractions = new ArrayList<>();
        for (Direction axis : Symmetric.directions(Symmetric.congruence(root, matrix), names)) {
            DMatrixRMaj vector = new DMatrixRMaj(size(), 1);
            for (int a = 0; a < size(); a++) {
                vector.set(a, 0, axis.components().get(a));
            }
            fractions.add(Direction.of(axis.value(), names, CommonOps_DDRM.mult(root, vector, null).data));
        }
        return List.copyOf(fractions);
    }

    private int indexOf(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new NotFound("no information on \"" + name + "\"", "", Names.suggest(name, names));
        }
        return index;
    }

    @Override
    public String toString() {
        return names + " " + Arrays.deepToString(toArray());
    }
}

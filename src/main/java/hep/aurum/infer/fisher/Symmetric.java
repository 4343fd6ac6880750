package hep.aurum.infer.fisher;

import hep.aurum.base.BadModel;
import hep.aurum.base.Bug;
import hep.aurum.base.NotConverged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Decompose and invert symmetric matrices, and say in the words of the parameters why one has no inverse.
 *
 * <p>Whether a matrix is singular is decided after its diagonal is scaled to 1, so that the answer does not depend on
 * units.
 */
final class Symmetric {

    /** Eigenvalues of the scaled matrix below this count as zero: a correlation of 1 within rounding. */
    private static final double BLIND = 1e-12;

    private Symmetric() {}

    /** Return the eigenvectors with their eigenvalues, the largest first. */
    static List<Direction> directions(DMatrixRMaj matrix, List<String> names) {
        int k = matrix.numRows;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(k, true, true);
        if (!eigen.decompose(matrix.copy())) {
            throw new NotConverged(
                    "the eigenvalues of the information did not converge", "", "check that it is finite");
        }
        List<Direction> directions = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            double[] vector = eigen.getEigenVector(i).data;
            directions.add(Direction.of(eigen.getEigenvalue(i).getReal(), names, vector));
        }
        directions.sort(Comparator.comparingDouble(Direction::value).reversed());
        return List.copyOf(directions);
    }

    /**
     * Return the inverse.
     *
     * @throws BadModel if the matrix is not positive definite
     */
    static DMatrixRMaj inverse(DMatrixRMaj matrix, List<String> names) {
        int k = matrix.numRows;
        double[] scale = scale(matrix);
        DMatrixRMaj scaled = rescaled(matrix, scale);
        List<Direction> directions = directions(scaled, names);
        Direction least = directions.get(k - 1);
        if (least.value() < BLIND) {
            double[] blind = new double[k];
            for (int i = 0; i < k; i++) {
                blind[i] = least.components().get(i) * scale[i];
            }
            throw singular(Direction.of(least.value(), names, blind));
        }
        DMatrixRMaj inverse = new DMatrixRMaj(k, k);
        if (!CommonOps_DDRM.invertSPD(scaled, inverse)) {
            throw new Bug("a positive definite information could not be inverted", "", "");
        }
        return rescaled(inverse, scale);
    }

    private static BadModel singular(Direction blind) {
        String where = "Fisher information of " + String.join(", ", blind.names());
        if (blind.value() < -BLIND) {
            return new BadModel(
                    String.format(
                            Locale.ROOT,
                            "the information along %s is negative (%.3g of that of its parameters)",
                            blind.combination(),
                            blind.value()),
                    where,
                    "no data have negative information: estimate it from more events, or from fewer negative weights");
        }
        return new BadModel(
                "nothing is known about the combination " + blind.combination(),
                where,
                "project onto fewer parameters, add a constraint, or add a measurement that sees it");
    }

    /** Return \(1/\sqrt{I_{aa}}\), and 1 where the diagonal vanishes. */
    private static double[] scale(DMatrixRMaj matrix) {
        double[] scale = new double[matrix.numRows];
        for (int i = 0; i < scale.length; i++) {
            double diagonal = Math.abs(matrix.get(i, i));
            scale[i] = diagonal > 0 ? 1 / Math.sqrt(diagonal) : 1;
        }
        return scale;
    }

    private static DMatrixRMaj rescaled(DMatrixRMaj matrix, double[] scale) {
        DMatrixRMaj scaled = matrix.copy();
        for (int i = 0; i < scale.length; i++) {
            for (int j = 0; j < scale.length; j++) {
                scaled.set(i, j, matrix.get(i, j) * scale[i] * scale[j]);
            }
        }
        return scaled;
    }

    /** Return \(KSK^T\) with both triangles equal to the last bit. */
    static DMatrixRMaj congruence(DMatrixRMaj map, DMatrixRMaj matrix) {
        return symmetrised(EntryCovariance.sandwich(map, matrix.data));
    }

    static DMatrixRMaj symmetrised(DMatrixRMaj matrix) {
        DMatrixRMaj result = matrix.copy();
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (matrix.get(i, j) + matrix.get(j, i)) / 2;
                result.set(i, j, mean);
                result.set(j, i, mean);
            }
        }
        return result;
    }
}

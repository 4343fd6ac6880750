package hep.aurum.param;

import hep.aurum.base.BadModel;
import hep.aurum.base.Bug;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Hold the monomials at the benchmarks, {@code [b][m]}, and answer whether they determine the polynomial.
 *
 * <p>Rank is decided on columns scaled to unit length, so that the answer does not depend on the unit of a parameter.
 */
final class DesignMatrix {

    /** Singular values below this fraction of the largest count as zero: single-precision input would drown beyond. */
    private static final double RANK_TOLERANCE = 1e-9;

    private final ParameterSpace space;
    private final MonomialBasis basis;
    private final DMatrixRMaj matrix;

    private DesignMatrix(ParameterSpace space, MonomialBasis basis, DMatrixRMaj matrix) {
        this.space = space;
        this.basis = basis;
        this.matrix = matrix;
    }

    static DesignMatrix of(ParameterSpace space, MonomialBasis basis, List<Benchmark> benchmarks) {
        DMatrixRMaj matrix = new DMatrixRMaj(benchmarks.size(), basis.size());
        for (int i = 0; i < benchmarks.size(); i++) {
            double[] row = basis.values(benchmarks.get(i).point());
            System.arraycopy(row, 0, matrix.data, i * row.length, row.length);
        }
        return new DesignMatrix(space, basis, matrix);
    }

    double[] values() {
        return matrix.data;
    }

    double conditionNumber() {
        return NormOps_DDRM.conditionP2(matrix);
    }

    DMatrixRMaj pseudoInverse() {
        double[] norms = columnNorms();
        DMatrixRMaj scaled = scaled(matrix, norms);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.leastSquares(scaled.numRows, scaled.numCols);
        if (!solver.setA(scaled)) {
            throw new Bug("the morphing matrix of full rank could not be decomposed", "", "");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(scaled.numCols, scaled.numRows);
        solver.solve(CommonOps_DDRM.identity(scaled.numRows), inverse);
        for (int j = 0; j < inverse.numRows; j++) {
            for (int i = 0; i < inverse.numCols; i++) {
                inverse.data[j * inverse.numCols + i] /= norms[j];
            }
        }
        return inverse;
    }

    /** Refuse a set of benchmarks that leaves some combination of monomials undetermined. */
    void requireFullRank() {
        DMatrixRMaj nulls = nullSpace(matrix);
        if (nulls.numCols == 0) {
            return;
        }
        List<String> undetermined = new ArrayList<>();
        for (int j = 0; j < basis.size(); j++) {
            double norm = 0;
            for (int c = 0; c < nulls.numCols; c++) {
                norm = Math.max(norm, Math.abs(nulls.get(j, c)));
            }
            if (norm > 1e-6) {
                undetermined.add(basis.name(j, space.names()));
            }
        }
        throw new BadModel(
                String.format(
                        Locale.ROOT,
                        "%d benchmarks do not determine the %d monomials of the weights: undetermined %s",
                        matrix.numRows,
                        basis.size(),
                        String.join(", ", undetermined)),
                "",
                "add benchmarks, for example at " + String.join(" and ", helpfulPoints(nulls.numCols))
                        + ", or lower the powers of the operators");
    }

    /** Propose points of the range, each the one that the monomials still undetermined depend on most. */
    private List<String> helpfulPoints(int missing) {
        List<String> points = new ArrayList<>();
        DMatrixRMaj grown = matrix.copy();
        List<double[]> candidates = candidates();
        for (int n = 0; n < missing; n++) {
            DMatrixRMaj nulls = nullSpace(grown);
            if (nulls.numCols == 0) {
                break;
            }
            double[] best = mostSensitive(candidates, nulls);
            double[] row = basis.values(ParameterPoint.of(best));
            grown.reshape(grown.numRows + 1, grown.numCols, true);
            System.arraycopy(row, 0, grown.data, (grown.numRows - 1) * row.length, row.length);
            points.add(describe(best));
        }
        return points;
    }

    private double[] mostSensitive(List<double[]> candidates, DMatrixRMaj nulls) {
        double[] norms = columnNorms();
        double[] best = candidates.get(0);
        double most = -1;
        for (double[] candidate : candidates) {
            double sensitivity = 0;
            for (int c = 0; c < nulls.numCols; c++) {
                double projection = 0;
                for (int j = 0; j < basis.size(); j++) {
                    projection += basis.value(j, candidate) / norms[j] * nulls.get(j, c);
                }
                sensitivity += projection * projection;
            }
            if (sensitivity > most * (1 + 1e-9)) {
                most = sensitivity;
                best = candidate;
            }
        }
        return best;
    }

    /** The grid of minimum, standard value, middle of the upper half and maximum of every parameter, at most 4^6 points. */
    private List<double[]> candidates() {
        List<double[]> points = new ArrayList<>();
        points.add(space.standard().toArray());
        for (int i = 0; i < Math.min(space.size(), 6); i++) {
            Parameter p = space.get(i);
            List<double[]> grown = new ArrayList<>(points);
            for (double value : new double[] {p.max(), p.min(), (p.max() + p.standard()) / 2}) {
                for (double[] point : points) {
                    double[] moved = point.clone();
                    moved[i] = value;
                    grown.add(moved);
                }
            }
            points = grown;
        }
        return points;
    }

    private String describe(double[] point) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            parts.add(space.get(i).name() + " = " + point[i]);
        }
        return "(" + String.join(", ", parts) + ")";
    }

    private double[] columnNorms() {
        double[] norms = new double[matrix.numCols];
        for (int j = 0; j < norms.length; j++) {
            double sum = 0;
            for (int i = 0; i < matrix.numRows; i++) {
                sum += matrix.get(i, j) * matrix.get(i, j);
            }
            norms[j] = sum > 0 ? Math.sqrt(sum) : 1;
        }
        return norms;
    }

    private static DMatrixRMaj scaled(DMatrixRMaj matrix, double[] norms) {
        DMatrixRMaj scaled = matrix.copy();
        for (int i = 0; i < scaled.numRows; i++) {
            for (int j = 0; j < scaled.numCols; j++) {
                scaled.data[i * scaled.numCols + j] /= norms[j];
            }
        }
        return scaled;
    }

    /** The orthonormal null vectors of the matrix with scaled columns, one per column of the answer. */
    private DMatrixRMaj nullSpace(DMatrixRMaj of) {
        DMatrixRMaj scaled = scaled(of, columnNorms());
        int m = scaled.numCols;
        // Zero rows do not change the null space and keep the decomposition square or tall.
        DMatrixRMaj tall = new DMatrixRMaj(Math.max(m, scaled.numRows), m);
        System.arraycopy(scaled.data, 0, tall.data, 0, scaled.numRows * m);
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(tall.numRows, m, false, true, true);
        if (!svd.decompose(tall)) {
            throw new Bug("the singular values of a morphing matrix were not found", "", "");
        }
        double[] values = svd.getSingularValues();
        DMatrixRMaj v = svd.getV(null, false);
        double largest = 0;
        for (int j = 0; j < m; j++) {
            largest = Math.max(largest, values[j]);
        }
        List<Integer> zero = new ArrayList<>();
        for (int j = 0; j < m; j++) {
            if (values[j] <= RANK_TOLERANCE * largest) {
                zero.add(j);
            }
        }
        DMatrixRMaj nulls = new DMatrixRMaj(m, zero.size());
        for (int c = 0; c < zero.size(); c++) {
            for (int j = 0; j < m; j++) {
                nulls.set(j, c, v.get(j, zero.get(c)));
            }
        }
        return nulls;
    }
}

package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.math.array.NpyTable;
import hep.aurum.math.array.NpyWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hold n rows of d features followed by m numbers more, such as weights: what becomes of data and of pools in files.
 *
 * @param left {@code [n*d]} by rows
 * @param right {@code [n*m]} by rows
 * @param d number of features
 * @param m of numbers more
 */
@SuppressWarnings("ArrayRecordComponent")
record EventTable(double[] left, double[] right, int d, int m) {

    private static final long MAX_NUMBERS = 1L << 28;

    int rows() {
        return right.length / m;
    }

    /** Write the rows as one table of d + m columns. */
    void write(Path path) throws IOException {
        double[] row = new double[d + m];
        try (NpyWriter writer = NpyWriter.of(path, d + m)) {
            for (int i = 0; i < rows(); i++) {
                System.arraycopy(left, i * d, row, 0, d);
                System.arraycopy(right, i * m, row, d, m);
                writer.append(row);
            }
            writer.finish();
        }
    }

    /**
     * Read a table that a node names.
     *
     * @throws BadInput if it has other columns or a number that is not finite
     */
    static EventTable read(Hs3Node node, SidecarReader files, int d, int m) {
        Path file = files.checked(node, Sidecar.Kind.TABLE);
        NpyTable table = NpyTable.open(file);
        if (table.columns() != d + m) {
            throw new BadInput(
                    file.getFileName() + " has " + table.columns() + " columns, expected " + d + " features and " + m
                            + (m == 1 ? " weight" : " coefficients of weights"),
                    node.where(),
                    "write the document again");
        }
        int n = table.rows();
        if ((long) n * (d + m) > MAX_NUMBERS) {
            throw new BadInput(
                    file.getFileName() + " has " + n + " events, more than are read", node.where(), "keep fewer");
        }
        double[] left = new double[n * d];
        double[] right = new double[n * m];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < d + m; c++) {
                double value = table.get(i, c);
                if (!Double.isFinite(value)) {
                    throw new BadInput(
                            file.getFileName() + " has " + value + " in row " + i + ", column " + c,
                            node.where(),
                            "write finite numbers");
                }
                if (c < d) {
                    left[i * d + c] = value;
                } else {
                    right[i * m + c - d] = value;
                }
            }
        }
        return new EventTable(left, right, d, m);
    }

    /** Add the range of each feature, as data of the standard have it. */
    void putAxes(ObjectNode node, List<String> features) {
        ArrayNode axes = node.putArray("axes");
        for (int c = 0; c < d; c++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = c; i < left.length; i += d) {
                low = Math.min(low, left[i]);
                high = Math.max(high, left[i]);
            }
            boolean isRange = low <= high;
            axes.addObject()
                    .put("name", features.get(c))
                    .put("min", isRange ? low : 0.0)
                    .put("max", isRange ? high : 1.0);
        }
    }
}

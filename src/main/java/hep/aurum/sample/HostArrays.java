package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Move numbers between arrays of ND4J and plain arrays by rows, whole arrays at a time.
 *
 * <p>Float32 and float64 come in, in any memory order and as views; float64 goes out. The default type of ND4J is neither
 * read nor set. Whatever has the wrong type or shape, or a number that is not finite, is refused in a sentence.
 */
public final class HostArrays {

    /** A buffer of the JDK has at most 2 GB. */
    private static final long LARGEST = 1L << 27;

    private HostArrays() {}

    /** Return a matrix {@code [rows, columns]} of float64; the numbers are copied. */
    public static INDArray matrix(double[] values, int rows, int columns) {
        Check.length("values", values.length, rows * columns);
        Check.argument(rows >= 1 && columns >= 1, "an array of %d rows and %d columns is empty", rows, columns);
        return Nd4j.create(values, new long[] {rows, columns}, new long[] {columns, 1}, 'c', DataType.DOUBLE);
    }

    /** Return a vector {@code [n]} of float64; the numbers are copied. */
    public static INDArray vector(double[] values) {
        Check.argument(values.length >= 1, "a vector has no entries");
        return Nd4j.create(values, new long[] {values.length}, new long[] {1}, 'c', DataType.DOUBLE);
    }

    /**
     * Return the numbers of a matrix by rows.
     *
     * @param name what the array holds, for messages
     * @param array {@code [n, columns]}, or {@code [columns]} for a single row
     * @throws BadInput if the type, the shape or a number is not what it should be
     */
    public static double[] rows(String name, INDArray array, int columns) {
        checkType(name, array);
        boolean row = array.rank() == 1 && array.length() == columns;
        boolean matrix = array.rank() == 2 && array.size(1) == columns && array.size(0) >= 1;
        if (!row && !matrix) {
            throw new BadInput(
                    name + " has the shape " + Arrays.toString(array.shape()) + ", expected [n, " + columns + "]",
                    "",
                    "pass one row for each entry, with " + columns + " columns");
        }
        return finite(name, array);
    }

    /**
     * Return the numbers of a vector.
     *
     * @param name what the array holds, for messages
     * @param array {@code [length]}, {@code [1, length]} or {@code [length, 1]}
     * @throws BadInput if the type, the shape or a number is not what it should be
     */
    public static double[] entries(String name, INDArray array, int length) {
        checkType(name, array);
        if (array.isEmpty() || array.length() != length || array.rank() > 2 || !array.isVectorOrScalar()) {
            throw new BadInput(
                    name + " has the shape " + Arrays.toString(array.shape()) + ", expected [" + length + "]",
                    "",
                    "pass a vector with " + length + " entries");
        }
        return finite(name, array);
    }

    private static void checkType(String name, INDArray array) {
        DataType type = array.dataType();
        if (type != DataType.FLOAT && type != DataType.DOUBLE) {
            throw new BadInput(
                    name + " holds numbers of type " + type + ", expected FLOAT or DOUBLE",
                    "",
                    "convert it: array.castTo(DataType.DOUBLE)");
        }
    }

    private static double[] finite(String name, INDArray array) {
        if (array.length() > LARGEST) {
            throw new BadInput(
                    name + " has " + array.length() + " numbers, more than " + LARGEST, "", "pass the rows in parts");
        }
        double[] values = new double[(int) array.length()];
        // What comes in may be float32, a view, or lie in memory column by column.
        try (INDArray copy = Nd4j.create(DataType.DOUBLE, array.shape(), 'c')) {
            copy.assign(array).data().asNioDouble().get(values);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new BadInput(
                        name + " holds " + values[i] + " at entry " + i + ", expected finite numbers",
                        "",
                        "cut such rows before");
            }
        }
        return values;
    }
}

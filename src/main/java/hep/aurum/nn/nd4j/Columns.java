package hep.aurum.nn.nd4j;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Make and read float32 matrices in column-major order, whatever the default type and order of ND4J are. */
final class Columns {

    private Columns() {}

    /** Return a matrix of zeros. */
    static INDArray zeros(long rows, long columns) {
        return Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'f');
    }

    /** Return a matrix whose columns lie one after the other in an array from a position on; the numbers are copied. */
    static INDArray of(float[] values, int offset, int rows, int columns) {
        float[] part = offset == 0 && values.length == rows * columns
                ? values
                : Arrays.copyOfRange(values, offset, offset + rows * columns);
        return Nd4j.create(part, new long[] {rows, columns}, new long[] {1, rows}, 'f', DataType.FLOAT);
    }

    /** Copy a whole matrix, column after column, into an array from a position on. */
    static void read(INDArray matrix, float[] target, int offset) {
        matrix.data().asNioFloat().get(target, offset, (int) matrix.length());
    }

    /** Compute \(c \leftarrow AB + \beta c\), with A or B transposed if asked for. */
    static void product(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray c, double beta) {
        Nd4j.gemm(a, b, c, transposeA, transposeB, 1, beta);
    }
}

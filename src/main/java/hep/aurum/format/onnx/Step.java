package hep.aurum.format.onnx;

import java.util.List;

/** Compute one tensor from others, and its tangents from theirs. */
interface Step {

    /** Do it for {@code frame.rows} rows, and for the tangents of the result if it is active. */
    void run(Frame frame);

    /** Apply a function to every number. */
    record Unary(Slot in, Slot out, ScalarFunction function) implements Step {
        @Override
        public void run(Frame frame) {
            double[] from = frame.values[in.index()];
            double[] to = frame.values[out.index()];
            int length = frame.rows * in.columns();
            for (int i = 0; i < length; i++) {
                to[i] = function.value(from[i]);
            }
            if (!out.active() || frame.directions == 0) {
                return;
            }
            double[] before = frame.tangents[in.index()];
            double[] after = frame.tangents[out.index()];
            for (int i = 0; i < length; i++) {
                double slope = function.slope(from[i], to[i]);
                for (int a = i; a < frame.directions * length; a += length) {
                    after[a] = slope * before[a];
                }
            }
        }
    }

    /** Compute \(s_j x_j + t_j\) with constants; a single column is repeated as often as there are constants. */
    record Affine(Slot in, Slot out, Row scale, Row shift) implements Step {
        @Override
        public void run(Frame frame) {
            apply(frame.values[in.index()], frame.values[out.index()], frame.rows, true);
            if (out.active()) {
                apply(frame.tangents[in.index()], frame.tangents[out.index()], frame.directions * frame.rows, false);
            }
        }

        private void apply(double[] from, double[] to, int rows, boolean shifted) {
            int columns = out.columns();
            int step = in.columns() == 1 ? 0 : 1;
            for (int r = 0; r < rows; r++) {
                for (int j = 0; j < columns; j++) {
                    double product = scale.get(j) * from[r * in.columns() + step * j];
                    to[r * columns + j] = shifted ? product + shift.get(j) : product;
                }
            }
        }
    }

    /** Multiply each row by a constant matrix {@code [a][b]} and add a constant row. */
    record Linear(Slot in, Slot out, Row matrix, Row bias) implements Step {
        @Override
        public void run(Frame frame) {
            double[] w = matrix.unsafeArray();
            apply(frame.values[in.index()], frame.values[out.index()], w, frame.rows, true);
            if (out.active()) {
                apply(frame.tangents[in.index()], frame.tangents[out.index()], w, frame.directions * frame.rows, false);
            }
        }

        private void apply(double[] from, double[] to, double[] w, int rows, boolean shifted) {
            int inner = in.columns();
            int columns = out.columns();
            for (int r = 0; r < rows; r++) {
                int start = r * columns;
                for (int j = 0; j < columns; j++) {
                    to[start + j] = shifted ? bias.get(j) : 0;
                }
                for (int i = 0; i < inner; i++) {
                    double x = from[r * inner + i];
                    int row = i * columns;
                    for (int j = 0; j < columns; j++) {
                        to[start + j] += x * w[row + j];
                    }
                }
            }
        }
    }

    /** Name the four operations between two tensors. */
    enum Operation {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE
    }

    /** Combine two tensors number by number; a single column is repeated. */
    record Binary(Operation operation, Slot left, Slot right, Slot out) implements Step {
        @Override
        public void run(Frame frame) {
            double[] a = frame.values[left.index()];
            double[] b = frame.values[right.index()];
            double[] to = frame.values[out.index()];
            for (int r = 0; r < frame.rows; r++) {
                for (int j = 0; j < out.columns(); j++) {
                    double x = a[at(left, r, j)];
                    double y = b[at(right, r, j)];
                    to[r * out.columns() + j] = switch (operation) {
                        case ADD -> x + y;
                        case SUBTRACT -> x - y;
                        case MULTIPLY -> x * y;
                        case DIVIDE -> x / y;
                    };
                }
            }
            for (int d = 0; out.active() && d < frame.directions; d++) {
                pushTangent(frame, a, b, to, d);
            }
        }

        private void pushTangent(Frame frame, double[] a, double[] b, double[] f, int direction) {
            double[] da = frame.tangents[left.index()];
            double[] db = frame.tangents[right.index()];
            double[] to = frame.tangents[out.index()];
            int from = direction * frame.rows;
            for (int r = 0; r < frame.rows; r++) {
                for (int j = 0; j < out.columns(); j++) {
                    double dx = left.active() ? da[at(left, from + r, j)] : 0;
                    double dy = right.active() ? db[at(right, from + r, j)] : 0;
                    to[(from + r) * out.columns() + j] = switch (operation) {
                        case ADD -> dx + dy;
                        case SUBTRACT -> dx - dy;
                        case MULTIPLY -> dx * b[at(right, r, j)] + a[at(left, r, j)] * dy;
                        case DIVIDE -> (dx - f[r * out.columns() + j] * dy) / b[at(right, r, j)];
                    };
                }
            }
        }

        private static int at(Slot slot, int row, int column) {
            return slot.columns() == 1 ? row : row * slot.columns() + column;
        }
    }

    /** Put the columns of several tensors side by side. */
    record Concat(List<Slot> in, Slot out) implements Step {
        @Override
        public void run(Frame frame) {
            int column = 0;
            for (Slot slot : in) {
                copy(frame.values[slot.index()], slot, frame.values[out.index()], column, frame.rows);
                if (slot.active()) {
                    int rows = frame.directions * frame.rows;
                    copy(frame.tangents[slot.index()], slot, frame.tangents[out.index()], column, rows);
                } // The tangents of the other columns are zero from the start and are never written to.
                column += slot.columns();
            }
        }

        private void copy(double[] from, Slot slot, double[] to, int column, int rows) {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(from, r * slot.columns(), to, r * out.columns() + column, slot.columns());
            }
        }
    }

    /** Take columns by number. */
    record Gather(Slot in, Slot out, Row columns) implements Step {
        @Override
        public void run(Frame frame) {
            copy(frame.values[in.index()], frame.values[out.index()], frame.rows);
            if (out.active()) {
                copy(frame.tangents[in.index()], frame.tangents[out.index()], frame.directions * frame.rows);
            }
        }

        private void copy(double[] from, double[] to, int rows) {
            for (int r = 0; r < rows; r++) {
                for (int j = 0; j < out.columns(); j++) {
                    to[r * out.columns() + j] = from[r * in.columns() + (int) columns.get(j)];
                }
            }
        }
    }
}

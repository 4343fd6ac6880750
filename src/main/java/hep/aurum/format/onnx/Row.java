package hep.aurum.format.onnx;

/** Hold constants of a step: one for each column, or one for all of them. */
final class Row {

    private final double[] values;
    private final int step;

    private Row(double[] values, int step) {
        this.values = values;
        this.step = step;
    }

    /** Return a number for every column. */
    static Row of(double value) {
        return new Row(new double[] {value}, 0);
    }

    /** Return the numbers of a constant. */
    static Row of(double[] values) {
        return new Row(values, values.length == 1 ? 0 : 1);
    }

    double get(int column) {
        return values[step * column];
    }

    /** Return the numbers themselves, not to be written to. */
    double[] unsafeArray() {
        return values;
    }
}

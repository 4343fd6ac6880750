package hep.aurum.format.onnx;

/**
 * Hold the numbers of every tensor for a block of rows; one thread at a time uses a frame.
 *
 * <p>{@code values[slot]} is {@code [rows][c]}, and {@code tangents[slot]} is {@code [directions][rows][c]}, so that a
 * linear step treats tangents as more rows.
 */
final class Frame {

    final int capacity;
    final double[][] values;
    final double[][] tangents;
    int rows;
    int directions;

    Frame(Program program, int capacity, int directions) {
        this.capacity = capacity;
        int slots = program.slots().size();
        this.values = new double[slots][];
        this.tangents = new double[slots][];
        for (int i = 0; i < slots; i++) {
            Slot slot = program.slots().get(i);
            values[i] = new double[capacity * slot.columns()];
            tangents[i] = new double[slot.active() ? directions * capacity * slot.columns() : 0];
        }
    }
}

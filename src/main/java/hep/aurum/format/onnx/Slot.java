package hep.aurum.format.onnx;

/**
 * Say where the values of a tensor with one row for each event lie, and of what shape they are.
 *
 * @param index position among the arrays of a {@link Frame}
 * @param columns the number c of numbers per event
 * @param flat whether the shape is [n] and not [n, 1]
 * @param active whether it depends on an input that is differentiated in
 */
record Slot(int index, int columns, boolean flat, boolean active) implements Operand {

    /** Return the same values in another shape. */
    Slot withFlat(boolean wanted) {
        return new Slot(index, columns, wanted, active);
    }
}

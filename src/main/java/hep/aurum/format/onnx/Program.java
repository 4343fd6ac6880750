package hep.aurum.format.onnx;

import hep.aurum.base.NotSupported;
import java.util.List;
import java.util.Map;

/**
 * Hold the steps that lead from some inputs of a graph to one output.
 *
 * @param inputs where to put the inputs, by name
 * @param output where the output is found
 * @param slots all tensors with rows, by index
 * @param steps in an order in which they can be done
 */
record Program(Map<String, Slot> inputs, Slot output, List<Slot> slots, List<Step> steps) {

    /** Numbers that a frame may hold: 32 MB. */
    private static final long MAX_NUMBERS = 1 << 22;

    private static final int MAX_ROWS = 64;

    /** Numbers that one row may take: 128 MB. */
    private static final long MAX_PER_ROW = 1 << 24;

    /**
     * Make a frame of as many rows as is sensible.
     *
     * @throws NotSupported if a single row is too much
     */
    Frame frame(int directions) {
        long perRow = 1;
        for (Slot slot : slots) {
            perRow += slot.columns() * (slot.active() ? 1L + directions : 1L);
        }
        if (perRow > MAX_PER_ROW) {
            throw new NotSupported(
                    "the network needs memory for " + perRow + " numbers per event, at most " + MAX_PER_ROW,
                    "",
                    "evaluate a smaller network, or one with fewer parameters");
        }
        return new Frame(this, (int) Math.max(1, Math.min(MAX_ROWS, MAX_NUMBERS / perRow)), directions);
    }

    /** Do all steps. */
    void run(Frame frame, int rows, int directions) {
        frame.rows = rows;
        frame.directions = directions;
        for (Step step : steps) {
            step.run(frame);
        }
    }
}

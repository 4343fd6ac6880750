package hep.aurum.estimator;

import hep.aurum.base.BadInput;
import hep.aurum.nn.Tile;
import java.util.List;

/** Write standardised features into a network's rows; an event that is not finite is refused. */
record FeatureInputs(List<String> names, Standardisation features) {

    FeatureInputs {
        names = List.copyOf(names);
    }

    /** Set the inputs of one row from {@code x[offset ...]}. */
    void set(Tile tile, int row, double[] x, int offset) {
        for (int i = 0; i < features.size(); i++) {
            tile.setInput(row, i, input(i, x[offset + i]));
        }
    }

    /** Return one standardised feature. */
    float input(int index, double x) {
        float standard = features.apply(index, x);
        if (!Float.isFinite(standard)) {
            throw new BadInput(
                    "feature " + names.get(index) + " is " + x + ", expected a finite number",
                    "",
                    "cut such events, or define the observable so that it is finite");
        }
        return standard;
    }
}

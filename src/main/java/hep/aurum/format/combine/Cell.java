package hep.aurum.format.combine;

import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Sample;
import java.util.ArrayList;
import java.util.List;

/** Collect what a card says of one process in one channel. */
final class Cell {

    private final CardTable.Column column;
    private final double fileIntegral;
    private Template nominal;
    private final List<Modifier> modifiers = new ArrayList<>();
    private boolean hasSideband;

    /**
     * Begin with a nominal template.
     *
     * @param fileIntegral of the histogram before it was scaled to the rate of the card
     */
    Cell(CardTable.Column column, Template nominal, double fileIntegral) {
        this.column = column;
        this.fileIntegral = fileIntegral;
        this.nominal = nominal;
    }

    CardTable.Column column() {
        return column;
    }

    /** Return the integral of the nominal histogram in its file, to which variations are relative. */
    double fileIntegral() {
        return fileIntegral;
    }

    Template nominal() {
        return nominal;
    }

    void add(Modifier modifier) {
        if (!modifiers.contains(modifier)) {
            modifiers.add(modifier);
        }
    }

    /** Take the rate from a sideband; there may be one. */
    void setSideband(CardLine line, Template expected) {
        if (hasSideband) {
            throw line.bad(
                    "process " + column.process() + " in channel " + column.channel() + " has two gmN",
                    "keep one of them");
        }
        hasSideband = true;
        nominal = expected;
    }

    Sample sample() {
        return new Sample(column.process(), nominal.contents(), modifiers);
    }

    String place() {
        return "process " + column.process() + " in channel " + column.channel();
    }
}

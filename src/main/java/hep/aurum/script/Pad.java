package hep.aurum.script;

import hep.aurum.plot.Figure;
import hep.aurum.plot.figure.CanvasAxis;
import hep.aurum.plot.figure.CanvasFigure;
import hep.aurum.plot.figure.CanvasText;
import hep.aurum.plot.figure.Drawing;
import hep.aurum.plot.style.FigureLabels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collect what is drawn in one place of an {@link HPlot}. */
final class Pad {

    CanvasAxis x = CanvasAxis.automatic("");
    CanvasAxis y = CanvasAxis.automatic("");
    String name = "";
    boolean legend = true;
    private final List<Drawing> drawings = new ArrayList<>();
    private final List<CanvasText> texts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Figure whole;

    void add(Drawing drawing) {
        drawings.add(drawing);
    }

    void add(CanvasText text) {
        texts.add(text);
    }

    void note(List<String> lines) {
        notes.addAll(lines);
    }

    /** Show a figure of its own kind instead of objects. */
    void show(Figure figure) {
        whole = figure;
    }

    boolean isWhole() {
        return whole != null;
    }

    /** Name an axis that the user has not named. */
    void suggest(String label) {
        if (x.label().isEmpty()) {
            x = x.withLabel(label);
        }
    }

    void clear() {
        drawings.clear();
        texts.clear();
        notes.clear();
        whole = null;
    }

    /** Return the figure; {@code above} stands over it if it has no name of its own. */
    Figure figure(String above, int width, int height) {
        if (whole != null) {
            return whole;
        }
        String header = name.isEmpty() ? above : name;
        FigureLabels labels = FigureLabels.data().withConditions(header);
        for (String note : notes) {
            labels = labels.withNote(note);
        }
        String title = header.isEmpty()
                ? (drawings.isEmpty() ? "Empty" : drawings.get(0).name())
                : header;
        return new CanvasFigure(title, x, y, drawings, texts, legend, labels, width, height);
    }
}

package hep.aurum.jas.page;

import hep.aurum.plot.Figure;
import java.awt.BorderLayout;
import java.io.Serial;
import javax.swing.JSplitPane;

/** Show a result: its text, and a figure beside it. */
public final class ResultPage extends TextPage {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final double HALF = 0.5;

    private ResultPage(String text) {
        super(text);
    }

    /** Show text alone. */
    public static ResultPage of(String text) {
        return new ResultPage(text);
    }

    /** Show text with a figure below it. */
    public static ResultPage of(String text, Figure figure) {
        ResultPage page = new ResultPage(text);
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, page.getComponent(0), new FigurePanel(figure));
        split.setResizeWeight(HALF);
        page.add(split, BorderLayout.CENTER);
        return page;
    }
}

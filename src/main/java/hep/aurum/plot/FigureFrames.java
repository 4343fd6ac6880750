package hep.aurum.plot;

import hep.aurum.plot.style.FrameMap;
import hep.aurum.plot.style.FrameRecorder;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Find where the axes of a figure stand, for pages that show the values under the pointer. */
public final class FigureFrames {

    private FigureFrames() {}

    /** Return the frames of a figure in points, the upper panel first; none for a figure without house axes. */
    public static List<FrameMap> of(Figure figure) {
        BufferedImage image = new BufferedImage(figure.width(), figure.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        FrameRecorder recorder = new FrameRecorder();
        recorder.listenTo(g);
        figure.draw(g);
        g.dispose();
        return recorder.frames();
    }
}

package hep.aurum.plot.style;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jspecify.annotations.Nullable;

/**
 * Note the frames of a figure while it is drawn. It travels as a rendering hint: the library that draws the chart hands
 * the device through, and nothing else.
 */
public final class FrameRecorder {

    private static final RenderingHints.Key KEY = new RecorderKey();

    private final List<FrameMap> frames = new ArrayList<>();

    /** Create a recorder that has seen nothing. */
    public FrameRecorder() {}

    /** Listen to what is drawn on a device. */
    public void listenTo(Graphics2D g) {
        g.setRenderingHint(KEY, this);
    }

    /** Return the frames in the order in which they were drawn, the upper panel first. */
    public List<FrameMap> frames() {
        return List.copyOf(frames);
    }

    /** Note a frame if somebody listens to the device. */
    static void note(Graphics2D g, Layer.Area area) {
        if (g.getRenderingHint(KEY) instanceof FrameRecorder recorder) {
            Rectangle2D frame = area.frame();
            recorder.frames.add(new FrameMap(
                    frame.getMinX(),
                    frame.getMinY(),
                    frame.getMaxX(),
                    frame.getMaxY(),
                    scale(area.domain()),
                    scale(area.range())));
        }
    }

    private static FrameMap.Scale scale(ValueAxis axis) {
        boolean isLogarithmic = axis instanceof HouseAxis house && house.isLogarithmic();
        return new FrameMap.Scale(axis.getLowerBound(), axis.getUpperBound(), isLogarithmic);
    }

    private static final class RecorderKey extends RenderingHints.Key {

        private static final int PRIVATE_NUMBER = 0x617572;

        RecorderKey() {
            super(PRIVATE_NUMBER);
        }

        @Override
        public boolean isCompatibleValue(@Nullable Object value) {
            return value instanceof FrameRecorder;
        }
    }
}

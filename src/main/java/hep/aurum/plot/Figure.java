package hep.aurum.plot;

import java.awt.Graphics2D;
import java.util.Map;

/** Describe a picture: its size, how it is drawn, and the numbers behind it. */
public interface Figure {

    /** Return one line that says what the figure shows, for the file's title and for readers who cannot see it. */
    String title();

    /** Return the width in points. */
    default int width() {
        return 640;
    }

    /** Return the height in points. */
    default int height() {
        return 480;
    }

    /** Draw on any device, with the origin at the upper left. */
    void draw(Graphics2D g);

    /**
     * Return the numbers behind the picture, in order, as strings, numbers, lists and maps that any JSON writer takes.
     */
    Map<String, Object> data();
}

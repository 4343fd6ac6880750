package hep.aurum.source.root;

import hep.aurum.hist.Axis;
import hep.aurum.source.root.RootCursor.Frame;
import hep.aurum.source.root.RootCursor.Pointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hold an axis of a histogram (TAxis).
 *
 * @param axis its edges, with title and unit apart
 * @param labels {@code [bins]} names of bins, empty for a bin without one; an empty list if no bin has one
 */
record RootAxis(Axis axis, List<String> labels) {

    private static final int OLDEST = 6;
    private static final int WITH_LABELS = 9;
    private static final Pattern UNIT = Pattern.compile("(.*\\S)\\s*\\[([^\\[\\]]+)\\]\\s*");

    /**
     * Read an axis.
     *
     * @param cells number of cells of the histogram, which no axis exceeds
     */
    static RootAxis read(RootCursor cursor, int cells) {
        Frame frame = cursor.enter("TAxis", OLDEST);
        String title = RootNamed.read(cursor).title();
        cursor.pass("TAttAxis");
        int bins = cursor.i32();
        double min = cursor.f64();
        double max = cursor.f64();
        double[] edges = cursor.doubles();
        if (bins < 1 || bins > Math.min(cells, Axis.MAX_BINS) || edges.length != 0 && edges.length != bins + 1) {
            throw cursor.bad("an axis has " + bins + " bins and " + edges.length + " edges");
        }
        List<String> labels = frame.version() >= WITH_LABELS ? labels(cursor, bins) : List.of();
        cursor.leave(frame);
        try {
            return new RootAxis(axis(title, bins, min, max, edges), labels);
        } catch (IllegalArgumentException e) {
            throw cursor.bad(String.valueOf(e.getMessage()));
        }
    }

    private static Axis axis(String title, int bins, double min, double max, double[] edges) {
        Matcher matcher = UNIT.matcher(title);
        boolean hasUnit = matcher.matches();
        String name = hasUnit ? matcher.group(1) : title;
        String unit = hasUnit ? matcher.group(2) : "";
        return edges.length == 0 ? Axis.uniform(name, unit, bins, min, max) : Axis.of(name, unit, edges);
    }

    private static List<String> labels(RootCursor cursor, int bins) {
        cursor.skip(4 + 4 + 2 + 1); // range that is shown, status bits, whether it shows time
        cursor.string(); // format of time
        Pointer list = cursor.pointer();
        if (list.className().isEmpty()) {
            return List.of();
        }
        List<String> labels = new ArrayList<>(Collections.nCopies(bins, ""));
        Frame frame = cursor.enter(list.className(), 0);
        cursor.object();
        cursor.string();
        int count = cursor.i32();
        for (int i = 0; i < count; i++) {
            label(cursor, labels);
            cursor.skip(cursor.u8()); // option
        }
        cursor.leave(frame);
        cursor.leave(list);
        return List.copyOf(labels);
    }

    /** Read a TObjString, whose unique id is the number of its bin, from 1. */
    private static void label(RootCursor cursor, List<String> labels) {
        Pointer pointer = cursor.pointer();
        if (pointer.className().equals("TObjString")) {
            Frame frame = cursor.enter("TObjString", 0);
            int bin = cursor.object();
            String label = cursor.string();
            if (bin >= 1 && bin <= labels.size()) {
                labels.set(bin - 1, label);
            }
            cursor.leave(frame);
        }
        cursor.leave(pointer);
    }
}

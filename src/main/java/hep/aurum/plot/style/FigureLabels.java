package hep.aurum.plot.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Say what stands above and inside the frame.
 *
 * @param status after the name of the program, in italics: {@code Simulation}, {@code Preliminary} or nothing
 * @param conditions at the upper right, for example {@code √s = 13 TeV, 300 fb^{−1}}
 * @param notes lines inside the frame, for example the process or the selection
 */
public record FigureLabels(String status, String conditions, List<String> notes) {

    /** Copy the list. */
    public FigureLabels {
        notes = List.copyOf(notes);
    }

    /** Return the labels of a study of simulated events. */
    public static FigureLabels simulation() {
        return new FigureLabels("Simulation", "", List.of());
    }

    /** Return the labels of a study of recorded events. */
    public static FigureLabels data() {
        return new FigureLabels("", "", List.of());
    }

    /** State the luminosity at the upper right, in inverse femtobarn. */
    public FigureLabels withLuminosity(double inverseFemtobarn) {
        return withConditions(number(inverseFemtobarn) + " fb^{−1}");
    }

    /** State the collision energy in TeV and the luminosity in inverse femtobarn at the upper right. */
    public FigureLabels withCollisions(double teraElectronvolt, double inverseFemtobarn) {
        String energy = "√s = " + number(teraElectronvolt) + " TeV";
        return withConditions(energy + ", " + number(inverseFemtobarn) + " fb^{−1}");
    }

    /** Put a text of one's own at the upper right. */
    public FigureLabels withConditions(String text) {
        return new FigureLabels(status, text, notes);
    }

    /** Add a line inside the frame. */
    public FigureLabels withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new FigureLabels(status, conditions, more);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value).replaceFirst("\\.?0+$", "");
    }
}

package hep.aurum.jas.dialog;

import hep.aurum.base.BadInput;

/** Turn the text of fields into numbers. */
final class Fields {

    private static final double PERCENT = 0.01;

    private Fields() {}

    /** Return a number, {@code 5%} among them; an empty field is the given one. */
    static double number(String name, String text, double usual) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return usual;
        }
        boolean percent = stripped.endsWith("%");
        try {
            double value = Double.parseDouble(percent ? stripped.substring(0, stripped.length() - 1) : stripped);
            if (Double.isFinite(value)) {
                return percent ? PERCENT * value : value;
            }
        } catch (NumberFormatException e) {
            // The same sentence as for infinity follows.
        }
        throw new BadInput(name + ": \"" + stripped + "\" is not a number", "", "write it like 0.05 or 5%");
    }

    static int whole(String name, String text, int usual) {
        double value = number(name, text, usual);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new BadInput(name + ": \"" + text.strip() + "\" is not a whole number", "", "");
        }
        return (int) value;
    }

    static void inUnit(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new BadInput(name + " is " + value + ", expected 0 to 1", "", "write 0.05 or 5% for five per cent");
        }
    }
}

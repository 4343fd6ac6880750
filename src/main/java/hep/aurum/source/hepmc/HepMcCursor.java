package hep.aurum.source.hepmc;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.source.TextEventCursor;
import hep.aurum.source.text.Fields;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walk over the listings of a HepMC file, of which concatenated files have several.
 *
 * <p>A listing is what stands between {@code HepMC::…-START_EVENT_LISTING} and its END; every line in it begins with the
 * letter of its kind, and an event begins with E. What the other letters mean is the dialect's.
 */
abstract class HepMcCursor extends TextEventCursor {

    private static final byte[] MARK = "HepMC::".getBytes(StandardCharsets.US_ASCII);
    private static final String VERSION = "HepMC::Version ";
    private static final String START = "-START_EVENT_LISTING";
    private static final String END = "-END_EVENT_LISTING";

    final LineReader lines;
    final Fields fields = new Fields();
    final RunRecord run = new RunRecord();
    final EventParts parts = new EventParts();
    private final String listing;
    private boolean held;
    private boolean open;
    private boolean cut;

    /**
     * Create a cursor on a reader that is closed with it.
     *
     * @param listing the name of the dialect in the marks of a listing
     */
    HepMcCursor(LineReader lines, String listing) {
        super(lines);
        this.lines = lines;
        this.listing = "HepMC::" + listing;
    }

    /** Start an event with its line E, on which the fields stand behind the letter. */
    abstract void begin();

    /** Return whether the line that begins with this letter belongs to the next event or run. */
    abstract boolean endsEvent(byte letter);

    /** Read a line of the event, the fields standing behind its letter. */
    abstract void eventLine(byte letter);

    /** Read a line between events. */
    abstract void runLine(byte letter);

    /** Check and build the event whose lines were read. */
    abstract Event finish(long number);

    @Override
    protected @Nullable Event read() throws IOException {
        while (advance()) {
            byte letter = letter();
            if (letter == 'H' && isMark()) {
                mark(lines.text().strip());
            } else if (letter != 0) {
                if (!open) {
                    throw bad("a line stands outside of a listing, expected " + listing + START);
                }
                toFields();
                if (letter == 'E') {
                    return readEvent();
                }
                runLine(letter);
            }
        }
        if (open) {
            throw new BadInput(
                    lines.origin() + " ends behind event " + events() + " without " + listing + END,
                    lines.origin() + " behind line " + lines.number(),
                    "the file may be cut off; if it is complete, append the line " + listing + END);
        }
        return null;
    }

    private Event readEvent() throws IOException {
        parts.clear();
        begin();
        cut = true;
        while (advance()) {
            byte letter = letter();
            if (letter == 'E' || (letter == 'H' && isMark()) || endsEvent(letter)) {
                held = true;
                cut = false;
                break;
            }
            if (letter != 0) {
                toFields();
                eventLine(letter);
            }
        }
        Event event = finish(events() + 1);
        return event;
    }

    private boolean advance() throws IOException {
        if (held) {
            held = false;
            return true;
        }
        return lines.next();
    }

    /** Return the letter of the line, 0 for an empty line. */
    private byte letter() {
        return lines.end() == lines.start() ? 0 : lines.buffer()[lines.start()];
    }

    private void toFields() {
        int behind = lines.start() + 1;
        if (behind < lines.end() && lines.buffer()[behind] != ' ') {
            throw bad("a line does not begin with the letter of its kind and a blank");
        }
        fields.reset(lines.buffer(), behind, lines.end());
    }

    private boolean isMark() {
        byte[] buffer = lines.buffer();
        int from = lines.start();
        if (lines.end() - from < MARK.length) {
            return false;
        }
        for (int i = 0; i < MARK.length; i++) {
            if (buffer[from + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    private void mark(String text) {
        if (text.startsWith(VERSION) && !open) {
            run.version(text.substring(VERSION.length()).strip());
        } else if (text.equals(listing + START) && !open) {
            open = true;
        } else if (text.equals(listing + END) && open) {
            open = false;
        } else if (open) {
            throw bad("a new file begins before " + listing + END + " ends the one before");
        } else {
            throw bad("it is not " + listing + START);
        }
    }

    /** Read the next field as an integer. */
    int integer(String name) {
        boolean there = fields.next();
        int value = fields.asInt();
        if (value == Fields.NOT_AN_INT) {
            throw badField(name, there, "an integer");
        }
        return value;
    }

    /** Read the next field as a number of things, before any room is made for them. */
    int count(String name, int most) {
        int value = integer(name);
        if (value < 0 || value > most) {
            throw bad("it announces " + value + " for " + name + ", expected 0 to " + most);
        }
        return value;
    }

    /** Read the next field as a finite number. */
    double number(String name) {
        boolean there = fields.next();
        double value = fields.asDouble();
        if (Double.isNaN(value)) {
            throw badField(name, there, "a finite number");
        }
        return value;
    }

    /** Read the next field as text. */
    String word(String name) {
        if (!fields.next()) {
            throw badField(name, false, "a word");
        }
        return fields.text();
    }

    /** Read the unit names of a line U. */
    void readUnits() {
        String momentum = word("the unit of momentum");
        String length = word("the unit of length");
        if (!momentum.equals("GEV") && !momentum.equals("MEV")) {
            throw bad("the unit of momentum is \"" + momentum + "\", expected GEV or MEV");
        }
        if (!length.equals("MM") && !length.equals("CM")) {
            throw bad("the unit of length is \"" + length + "\", expected MM or CM");
        }
        parts.units(momentum.equals("MEV"), length.equals("CM"));
    }

    /** Reject a line on which fields are left. */
    void expectEnd(String line) {
        if (fields.next()) {
            throw bad(line + " has the further field \"" + fields.text() + "\"");
        }
    }

    private BadInput badField(String name, boolean there, String kind) {
        return bad(there ? name + " is \"" + fields.text() + "\", expected " + kind : name + " is missing");
    }

    /** Return the failure to throw for a fault of the event that is read. */
    BadInput bad(String fault) {
        return new BadInput(
                "cannot read event " + (events() + 1) + " of " + lines.origin() + ": " + fault,
                lines.where(),
                "the file is damaged or cut off; generate or copy it again");
    }

    /** Return the failure to throw where an event has fewer of something than it announces. */
    BadInput badCount(String things, long found, long expected) {
        String fault = "it has " + found + " " + things + ", expected " + expected;
        return bad(cut && found < expected ? "the file ends inside it: " + fault : fault);
    }

    /** Return what is odd about the file as far as it was read. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(run.problems());
        if (events() > 0 && !parts.unitsStated()) {
            problems.add("the events do not state their units; GeV and mm are assumed");
        }
        return problems;
    }
}

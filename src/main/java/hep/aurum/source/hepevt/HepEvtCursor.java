package hep.aurum.source.hepevt;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.source.TextEventCursor;
import hep.aurum.source.text.Fields;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Walk over the events of a HEPEVT file. */
final class HepEvtCursor extends TextEventCursor {

    /** The most particles that an event may have. */
    static final int MOST_PARTICLES = 10_000_000;

    private final LineReader lines;
    private final Fields fields = new Fields();
    private final HepEvtRecord record = new HepEvtRecord();
    private @Nullable HepEvtLayout layout;

    /** Create a cursor on a reader that is closed with it. */
    HepEvtCursor(LineReader lines) {
        super(lines);
        this.lines = lines;
    }

    /** Return the layout, short as long as no particle was read. */
    HepEvtLayout layout() {
        return layout == null ? HepEvtLayout.SHORT : layout;
    }

    @Override
    protected @Nullable Event read() throws IOException {
        if (!toLine()) {
            return null;
        }
        int number = -1;
        if (fields.first() == 'E') {
            fields.reset(lines.buffer(), lines.start() + position('E') + 1, lines.end());
            fields.next();
            number = integer("the number of the event");
            fields.next();
        }
        int particles = integer("the number of particles");
        if (particles < 0 || particles > MOST_PARTICLES) {
            throw bad("it announces " + particles + " particles, expected 0 to " + MOST_PARTICLES);
        }
        expectEnd();
        record.clear();
        for (int i = 0; i < particles; i++) {
            readParticle(i, particles);
        }
        String fault = layout() == HepEvtLayout.LONG ? record.linkMothers() : record.linkDaughters();
        if (fault != null) {
            throw bad(fault);
        }
        return record.build(events() + 1, number, layout() == HepEvtLayout.LONG);
    }

    private int position(char letter) {
        int at = 0;
        while (lines.buffer()[lines.start() + at] != letter) {
            at++;
        }
        return at;
    }

    private void readParticle(int index, int announced) throws IOException {
        if (!toLine()) {
            throw bad("the file ends inside it: it has " + index + " particles, expected " + announced);
        }
        if (layout == null) {
            layout = findLayout();
        }
        boolean isLong = layout == HepEvtLayout.LONG;
        int status = integer("ISTHEP");
        int pdgId = nextInteger("IDHEP");
        int mother1 = isLong ? nextInteger("JMOHEP1") : 0;
        int mother2 = isLong ? nextInteger("JMOHEP2") : 0;
        int daughter1 = nextInteger("JDAHEP1");
        record.add(status, pdgId, mother1, mother2, daughter1, nextInteger("JDAHEP2"));
        double px = nextNumber("PHEP1");
        double py = nextNumber("PHEP2");
        double pz = nextNumber("PHEP3");
        double energy = isLong ? nextNumber("PHEP4") : 0;
        double mass = nextNumber("PHEP5");
        record.momentum(px, py, pz, isLong ? energy : Math.sqrt(px * px + py * py + pz * pz + mass * mass), mass);
        if (isLong) {
            double x = nextNumber("VHEP1");
            double y = nextNumber("VHEP2");
            double z = nextNumber("VHEP3");
            record.vertex(x, y, z, nextNumber("VHEP4"));
        }
        expectEnd();
    }

    /** Tell the layout by the first line of the first particle, whose first field is the current one. */
    private HepEvtLayout findLayout() {
        int count = fields.remaining() + 1;
        HepEvtLayout found = HepEvtLayout.ofFirstLine(count);
        if (found == null) {
            throw bad("a particle has " + count + " fields, expected 8, or 15 on up to three lines");
        }
        // Counting moves off the current field.
        fields.reset(lines.buffer(), lines.start(), lines.end());
        fields.next();
        return found;
    }

    /** Move to the first field of the next line that has one. */
    private boolean toLine() throws IOException {
        while (lines.next()) {
            fields.reset(lines.buffer(), lines.start(), lines.end());
            if (fields.next()) {
                return true;
            }
        }
        return false;
    }

    /** Move to the next field, which in the long layout may be on the next line. */
    private void toField(String name) throws IOException {
        if (fields.next()) {
            return;
        }
        if (layout() != HepEvtLayout.LONG) {
            throw bad("a particle has fewer than " + layout().fields() + " fields: " + name + " is missing");
        }
        if (!toLine()) {
            throw bad("the file ends inside it: " + name + " is missing");
        }
    }

    private int nextInteger(String name) throws IOException {
        toField(name);
        return integer(name);
    }

    private int integer(String name) {
        int value = fields.asInt();
        if (value == Fields.NOT_AN_INT) {
            throw bad(name + " is \"" + fields.text() + "\", expected an integer");
        }
        return value;
    }

    private double nextNumber(String name) throws IOException {
        toField(name);
        double value = fields.asDouble();
        if (Double.isNaN(value)) {
            throw bad(name + " is \"" + fields.text() + "\", expected a finite number");
        }
        return value;
    }

    private void expectEnd() {
        if (fields.next()) {
            throw bad("a line has the further field \"" + fields.text() + "\"");
        }
    }

    private BadInput bad(String fault) {
        return new BadInput(
                "cannot read event " + (events() + 1) + " of " + lines.origin() + ": " + fault,
                lines.where(),
                "the file is damaged or cut off; generate or copy it again");
    }
}

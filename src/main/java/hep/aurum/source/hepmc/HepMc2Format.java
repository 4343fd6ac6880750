package hep.aurum.source.hepmc;

import hep.aurum.event.EventFormat;
import hep.aurum.event.EventSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Recognise and read files in HepMC2's text form, IO_GenEvent. */
public final class HepMc2Format implements EventFormat {

    /** Create the format; for {@link java.util.ServiceLoader}. */
    public HepMc2Format() {}

    @Override
    public String name() {
        return "HepMC2";
    }

    /** Accept what HepMC3 does not write, older forms included, which are then refused by name. */
    @Override
    public boolean accepts(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        return text.startsWith("HepMC::") && !text.contains("HepMC::Asciiv3-START_EVENT_LISTING");
    }

    @Override
    public EventSource open(Path file) {
        return HepMcSource.open(file, name(), HepMc2Cursor::new);
    }
}

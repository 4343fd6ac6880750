package hep.aurum.source.hepmc;

import hep.aurum.event.EventFormat;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.EventWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Recognise, read and write files in HepMC3's text form, Asciiv3. */
public final class HepMc3Format implements EventFormat {

    /** Create the format; for {@link java.util.ServiceLoader}. */
    public HepMc3Format() {}

    @Override
    public String name() {
        return "HepMC3";
    }

    @Override
    public boolean accepts(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        return text.startsWith("HepMC::") && text.contains("HepMC::Asciiv3-START_EVENT_LISTING");
    }

    @Override
    public EventSource open(Path file) {
        return HepMcSource.open(file, name(), HepMc3Cursor::new);
    }

    @Override
    public List<String> endings() {
        return List.of("hepmc3", "hepmc");
    }

    @Override
    public EventWriter create(Path file, EventHeader header) {
        return HepMc3Writer.create(file, header);
    }
}

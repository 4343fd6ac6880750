package hep.aurum.source.lhe;

import hep.aurum.event.EventFormat;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.EventWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Recognise Les Houches event files by their root tag, open and write them. */
public final class LheFormat implements EventFormat {

    /** Create the format; for {@link java.util.ServiceLoader}. */
    public LheFormat() {}

    @Override
    public String name() {
        return "LHE";
    }

    @Override
    public boolean accepts(byte[] head) {
        // Other formats may carry a Les Houches header inside them, but do not begin with a tag.
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<")
                && text.contains("<LesHouchesEvents");
    }

    @Override
    public EventSource open(Path file) {
        return LheSource.open(file);
    }

    @Override
    public List<String> endings() {
        return List.of("lhe");
    }

    @Override
    public EventWriter create(Path file, EventHeader header) {
        return LheWriter.create(file, header);
    }
}

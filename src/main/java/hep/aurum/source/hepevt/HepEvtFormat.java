package hep.aurum.source.hepevt;

import hep.aurum.event.EventFormat;
import hep.aurum.event.EventSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Recognise HEPEVT text, which has no mark of its own, by the shape of its first two lines. */
public final class HepEvtFormat implements EventFormat {

    /** Create the format; for {@link java.util.ServiceLoader}. */
    public HepEvtFormat() {}

    @Override
    public String name() {
        return "HEPEVT";
    }

    @Override
    public boolean accepts(byte[] head) {
        String[] lines =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().split("\r?\n\\s*", 3);
        if (lines.length < 2) {
            return false;
        }
        String[] particle = lines[1].strip().split("\\s+");
        return lines[0].strip().matches("\\d{1,9}|E\\s*-?\\d{1,9}\\s+\\d{1,9}")
                && HepEvtLayout.ofFirstLine(particle.length) != null
                && isNumbers(particle);
    }

    private static boolean isNumbers(String[] words) {
        for (int i = 0; i < words.length; i++) {
            boolean good = i < 2
                    ? words[i].matches("[+-]?\\d{1,10}")
                    : words[i].matches("[+-]?[0-9.]{1,30}([eEdD][+-]?\\d{1,3})?");
            if (!good) {
                return false;
            }
        }
        return true;
    }

    @Override
    public EventSource open(Path file) {
        return HepEvtSource.open(file);
    }
}

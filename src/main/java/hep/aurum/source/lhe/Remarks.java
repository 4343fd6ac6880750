package hep.aurum.source.lhe;

import hep.aurum.source.text.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Find out whether lines can stand in an event without being taken for anything else than remarks. */
final class Remarks {

    /** What may be more than a remark; only lines that have it are read for a check. */
    private static final List<String> SUSPICIOUS =
            List.of("<event", "</event", "<wgt", "<weight", "rwgt", "<!", "</LesHouchesEvents", "\n", "\r");

    private Remarks() {}

    /**
     * Return whether lines read back as the same remarks.
     *
     * @param weights whether the event has named weights, beside which a block {@code <weights>} is a remark
     */
    static boolean canStand(List<String> remarks, boolean weights) {
        for (String remark : remarks) {
            if (!isPlain(remark)) {
                return readBack(remarks, weights);
            }
        }
        return true;
    }

    private static boolean isPlain(String remark) {
        String text = remark.strip();
        if (text.isEmpty() || text.length() > LineReader.LONGEST_LINE / 4) {
            return false;
        }
        if (text.charAt(0) == '#') {
            return remark.indexOf('\n') < 0 && remark.indexOf('\r') < 0;
        }
        return text.charAt(0) == '<' && SUSPICIOUS.stream().noneMatch(remark::contains);
    }

    private static boolean readBack(List<String> remarks, boolean weights) {
        byte[] bytes = (String.join("\n", remarks) + "\n</event>\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LineReader.LONGEST_LINE) {
            return false;
        }
        WeightSlots slots = WeightSlots.declared(List.of());
        if (!weights) {
            slots.learn();
        }
        try (LineReader lines = new LineReader(new ByteArrayInputStream(bytes), "remarks")) {
            EventTail tail = new EventTail(lines, slots);
            slots.begin();
            tail.begin();
            boolean some = lines.next();
            tail.read(lines.start(), LheCursor.MOST_BYTES);
            return some
                    && tail.fault() == null
                    && slots.finish() == null
                    && slots.names().isEmpty()
                    && tail.remarks(false).equals(remarks)
                    && !lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

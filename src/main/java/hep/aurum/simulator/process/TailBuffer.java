package hep.aurum.simulator.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Keep the last bytes of what a program prints, however much it prints. */
final class TailBuffer {

    private static final int CHUNK = 1 << 13;

    private final byte[] ring;
    private long total;

    TailBuffer(int bytes) {
        ring = new byte[bytes];
    }

    /** Read a stream to its end, or until it is closed. */
    void drain(InputStream in) {
        byte[] chunk = new byte[CHUNK];
        try (in) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                add(chunk, n);
            }
        } catch (IOException e) {
            // The stream was closed because the program is gone; what it printed until then is kept.
            return;
        }
    }

    private synchronized void add(byte[] bytes, int count) {
        for (int i = Math.max(0, count - ring.length); i < count; i++) {
            ring[(int) ((total + i) % ring.length)] = bytes[i];
        }
        total += count;
    }

    /** Return the kept bytes, with a note of how many are left out. */
    synchronized byte[] bytes() {
        int kept = (int) Math.min(total, ring.length);
        byte[] note = total > kept
                ? ("[" + (total - kept) + " bytes before this are left out]\n").getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        byte[] all = new byte[note.length + kept];
        System.arraycopy(note, 0, all, 0, note.length);
        for (int i = 0; i < kept; i++) {
            all[note.length + i] = ring[(int) ((total - kept + i) % ring.length)];
        }
        return all;
    }

    /** Return the last lines, without characters that could command a terminal. */
    String lastLines(int count) {
        String[] lines = new String(bytes(), StandardCharsets.UTF_8).strip().split("\\R", -1);
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, lines.length - count); i < lines.length; i++) {
            text.append(text.isEmpty() ? "" : "\n").append(lines[i]);
        }
        return text.toString().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
    }
}

package hep.aurum.source.hepmc;

import java.nio.charset.StandardCharsets;

/**
 * Turn text into a part of a line and back.
 *
 * <p>HepMC3 writes a line end as {@code \|} and a backslash twice. Names end at the first blank; blanks in them are
 * written as in the addresses of web pages, by a percent sign and two digits.
 */
final class Escapes {

    private static final String HEX = "0123456789ABCDEF";

    private Escapes() {}

    /** Write text on one line. */
    static String escape(String text) {
        String line = text.replace("\\", "\\\\").replace("\n", "\\|");
        // A carriage return at the very end would be taken for a part of the line end.
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) + "\\\r" : line;
    }

    /** Undo {@link #escape}. */
    static String unescape(String line) {
        if (line.indexOf('\\') < 0) {
            return line;
        }
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
                char escaped = i < line.length() ? line.charAt(i) : '\r';
                text.append(escaped == '|' ? '\n' : escaped);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Return whether text can stand as a name as it is. */
    static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c != 0x7f);
    }

    /** Write text as a name without blanks. */
    static String name(String text) {
        StringBuilder name = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b <= ' ' || b == '%' || b == 0x7f) {
                name.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
            } else {
                name.append((char) b);
            }
        }
        return name.toString();
    }

    /** Undo {@link #name}; a percent sign without two digits stands for itself. */
    static String text(String name) {
        byte[] bytes = new byte[name.length()];
        int length = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int high = c == '%' && i + 2 < name.length() ? HEX.indexOf(name.charAt(i + 1)) : -1;
            int low = high < 0 ? -1 : HEX.indexOf(name.charAt(i + 2));
            if (low >= 0) {
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}

package hep.aurum.source.lhe;

/** Find tags in bytes. */
final class Bytes {

    private Bytes() {}

    /** Return the position of a byte in {@code [from, to)}, −1 if it is not there. */
    static int indexOf(byte[] bytes, int from, int to, int wanted) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Return the position behind a sequence of ASCII characters, −1 if it is not there. */
    static int behind(byte[] bytes, int from, int to, String wanted) {
        for (int i = from; i <= to - wanted.length(); i++) {
            if (startsWith(bytes, i, to, wanted)) {
                return i + wanted.length();
            }
        }
        return -1;
    }

    /** Return whether ASCII characters begin here. */
    static boolean startsWith(byte[] bytes, int at, int to, String wanted) {
        if (to - at < wanted.length()) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (bytes[at + i] != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Return whether a tag of exactly this name begins here. */
    static boolean isTag(byte[] bytes, int at, int to, String opening) {
        if (!startsWith(bytes, at, to, opening)) {
            return false;
        }
        int behind = at + opening.length();
        return behind == to || bytes[behind] == '>' || bytes[behind] == '/' || isBlank(bytes[behind]);
    }

    /** Return the position of the {@code >} that ends a tag, those in quotes not counted; −1 if it is not in the line. */
    static int tagEnd(byte[] bytes, int from, int to) {
        int quote = 0;
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                return i;
            }
        }
        return -1;
    }

    /** Return the position of the first byte that is no blank, {@code to} if all are. */
    static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }
}

package hep.aurum.script.engine;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Print the byte strings of Python 2 as the text that they encode.
 *
 * <p>Jython hands a {@code str} to a writer with a character for each byte. What reads as UTF-8 when taken as bytes is decoded;
 * anything else, text among it, passes unchanged.
 */
final class ByteTextWriter extends Writer {

    private static final int LARGEST_BYTE = 0xFF;
    private static final int LARGEST_ASCII = 0x7F;

    private final Writer out;

    ByteTextWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        boolean hasText = false;
        boolean hasBytes = false;
        for (int i = offset; i < offset + length; i++) {
            hasText |= buffer[i] > LARGEST_BYTE;
            hasBytes |= buffer[i] > LARGEST_ASCII;
        }
        if (hasText || !hasBytes) {
            out.write(buffer, offset, length);
        } else {
            out.write(decoded(new String(buffer, offset, length)));
        }
        out.flush();
    }

    private static String decoded(String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}

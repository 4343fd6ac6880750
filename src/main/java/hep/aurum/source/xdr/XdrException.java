package hep.aurum.source.xdr;

import java.io.IOException;
import java.io.Serial;

/** Report bytes that are not what the format has at their place; the message is a part of a sentence. */
public final class XdrException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Create an exception whose message, on one line, says what was found and what was expected. */
    public XdrException(String message) {
        super(message.replaceAll("\\s+", " "));
    }
}

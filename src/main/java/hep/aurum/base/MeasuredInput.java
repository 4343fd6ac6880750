package hep.aurum.base;

import java.io.FilterInputStream;
import java.io.InputStream;
import java.util.function.DoubleSupplier;

/** Pass on the bytes of a stream, and know which part of its file has been read: compressed bytes, if it is compressed. */
public final class MeasuredInput extends FilterInputStream {

    private final DoubleSupplier fraction;

    /**
     * Create a stream.
     *
     * @param in the bytes; closed with this one
     * @param fraction gives the part of the file that was read, from 0 to 1, at any time and to any thread
     */
    public MeasuredInput(InputStream in, DoubleSupplier fraction) {
        super(in);
        this.fraction = fraction;
    }

    /** Return the part of the file that was read, somewhat ahead of what was handed out; NaN if nobody knows. */
    public static double fraction(InputStream in) {
        return in instanceof MeasuredInput measured ? measured.fraction.getAsDouble() : Double.NaN;
    }
}

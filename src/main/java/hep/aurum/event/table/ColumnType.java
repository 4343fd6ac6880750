package hep.aurum.event.table;

/** Name the types of the values of a column. */
public enum ColumnType {
    /** True or false, held as 1 or 0. */
    BOOL,
    /** Signed integer of 8 bits. */
    INT8,
    /** Unsigned integer of 8 bits. */
    UINT8,
    /** Signed integer of 16 bits. */
    INT16,
    /** Unsigned integer of 16 bits. */
    UINT16,
    /** Signed integer of 32 bits. */
    INT32,
    /** Unsigned integer of 32 bits. */
    UINT32,
    /** Signed integer of 64 bits. */
    INT64,
    /** Unsigned integer of 64 bits; held as the long of the same bits. */
    UINT64,
    /** Number of single precision, held as the double of the same value. */
    FLOAT32,
    /** Number of double precision. */
    FLOAT64,
    /** Text. */
    TEXT;

    /** Return whether values are integers (or truth values), held as longs. */
    public boolean isInteger() {
        return ordinal() <= UINT64.ordinal();
    }

    /** Return whether values are held as doubles. */
    public boolean isReal() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /** Return the name in lower case, such as {@code float32}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

package hep.aurum.source.root;

import hep.aurum.event.table.ColumnType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Name the kinds of plain numbers that members and leaves hold, and tell them from the codes and words for them. */
enum NumberKind {
    BOOL(1, ColumnType.BOOL, "bool"),
    INT8(1, ColumnType.INT8, "int8_t"),
    UINT8(1, ColumnType.UINT8, "uint8_t"),
    INT16(2, ColumnType.INT16, "int16_t"),
    UINT16(2, ColumnType.UINT16, "uint16_t"),
    INT32(4, ColumnType.INT32, "int32_t"),
    UINT32(4, ColumnType.UINT32, "uint32_t"),
    INT64(8, ColumnType.INT64, "int64_t"),
    UINT64(8, ColumnType.UINT64, "uint64_t"),
    FLOAT32(4, ColumnType.FLOAT32, "float"),
    FLOAT64(8, ColumnType.FLOAT64, "double");

    /** The codes of TVirtualStreamerInfo::EReadWrite; long has 8 bytes in files, whatever the machine. */
    private static final Map<Integer, NumberKind> CODES = Map.ofEntries(
            Map.entry(1, INT8),
            Map.entry(2, INT16),
            Map.entry(3, INT32),
            Map.entry(4, INT64),
            Map.entry(5, FLOAT32),
            Map.entry(6, INT32),
            Map.entry(8, FLOAT64),
            Map.entry(10, INT8),
            Map.entry(11, UINT8),
            Map.entry(12, UINT16),
            Map.entry(13, UINT32),
            Map.entry(14, UINT64),
            Map.entry(16, INT64),
            Map.entry(17, UINT64),
            Map.entry(18, BOOL));

    private static final Map<String, NumberKind> WORDS = Map.ofEntries(
            Map.entry("bool", BOOL),
            Map.entry("Bool_t", BOOL),
            Map.entry("char", INT8),
            Map.entry("Char_t", INT8),
            Map.entry("signed char", INT8),
            Map.entry("int8_t", INT8),
            Map.entry("unsigned char", UINT8),
            Map.entry("UChar_t", UINT8),
            Map.entry("uint8_t", UINT8),
            Map.entry("short", INT16),
            Map.entry("Short_t", INT16),
            Map.entry("int16_t", INT16),
            Map.entry("unsigned short", UINT16),
            Map.entry("UShort_t", UINT16),
            Map.entry("uint16_t", UINT16),
            Map.entry("int", INT32),
            Map.entry("Int_t", INT32),
            Map.entry("int32_t", INT32),
            Map.entry("unsigned int", UINT32),
            Map.entry("unsigned", UINT32),
            Map.entry("UInt_t", UINT32),
            Map.entry("uint32_t", UINT32),
            Map.entry("long", INT64),
            Map.entry("Long_t", INT64),
            Map.entry("long long", INT64),
            Map.entry("Long64_t", INT64),
            Map.entry("int64_t", INT64),
            Map.entry("unsigned long", UINT64),
            Map.entry("ULong_t", UINT64),
            Map.entry("unsigned long long", UINT64),
            Map.entry("ULong64_t", UINT64),
            Map.entry("uint64_t", UINT64),
            Map.entry("size_t", UINT64),
            Map.entry("float", FLOAT32),
            Map.entry("Float_t", FLOAT32),
            Map.entry("double", FLOAT64),
            Map.entry("Double_t", FLOAT64));

    private static final Map<String, NumberKind> LEAVES = Map.of(
            "TLeafO", BOOL,
            "TLeafB", INT8,
            "TLeafS", INT16,
            "TLeafI", INT32,
            "TLeafL", INT64,
            "TLeafG", INT64,
            "TLeafF", FLOAT32,
            "TLeafD", FLOAT64);

    private final int size;
    private final ColumnType type;
    private final String word;

    NumberKind(int size, ColumnType type, String word) {
        this.size = size;
        this.type = type;
        this.word = word;
    }

    /** Return the bytes that a number takes. */
    int size() {
        return size;
    }

    ColumnType type() {
        return type;
    }

    /** Return the name of the type in C++. */
    String word() {
        return word;
    }

    boolean isReal() {
        return type.isReal();
    }

    /** Return what a code of a member stands for; null if it is no plain number. */
    static @Nullable NumberKind ofCode(int code) {
        return CODES.get(code);
    }

    /** Return what a word of C++ or of ROOT stands for; null if it is no plain number. */
    static @Nullable NumberKind ofWord(String word) {
        return WORDS.get(word);
    }

    /** Return what a class of leaves holds; null if it is no plain number. */
    static @Nullable NumberKind ofLeaf(String className, boolean isUnsigned) {
        NumberKind kind = LEAVES.get(className);
        if (kind == null || !isUnsigned || kind.isReal() || kind == BOOL) {
            return kind;
        }
        // Unsigned kinds follow their signed ones.
        return values()[kind.ordinal() + 1];
    }
}

package hep.aurum.source.hdf5;

import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnBuffer;
import hep.aurum.event.table.ColumnType;
import io.jhdf.object.datatype.ArrayDataType;
import io.jhdf.object.datatype.BitField;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turn the types and arrays of the library into columns. */
final class Hdf5Values {

    private static final int WIDEST = 1 << 20;

    private Hdf5Values() {}

    /** Return the type of the values; empty for one that is not read. */
    static Optional<ColumnType> type(DataType type) {
        if (type instanceof FixedPoint fixed) {
            return integer(fixed.getSize(), fixed.isSigned());
        }
        if (type instanceof FloatingPoint floating) {
            return Optional.of(floating.getSize() == 8 ? ColumnType.FLOAT64 : ColumnType.FLOAT32);
        }
        if (type instanceof ArrayDataType array) {
            return type(array.getBaseType());
        }
        if (type instanceof EnumDataType names) {
            return Optional.of(isTruth(names) ? ColumnType.BOOL : ColumnType.TEXT);
        }
        boolean text = type instanceof StringData
                || type instanceof VariableLength variable && variable.isVariableLengthString();
        return text
                ? Optional.of(ColumnType.TEXT)
                : type instanceof BitField ? Optional.of(ColumnType.BOOL) : Optional.empty();
    }

    /** Return whether an enumeration is how h5py keeps truth values. */
    private static boolean isTruth(EnumDataType type) {
        Map<Integer, String> names = type.getEnumMapping();
        return names.keySet().equals(Set.of(0, 1)) && "FALSE".equals(names.get(0)) && "TRUE".equals(names.get(1));
    }

    private static Optional<ColumnType> integer(int bytes, boolean signed) {
        return switch (bytes) {
            case 1 -> Optional.of(signed ? ColumnType.INT8 : ColumnType.UINT8);
            case 2 -> Optional.of(signed ? ColumnType.INT16 : ColumnType.UINT16);
            case 4 -> Optional.of(signed ? ColumnType.INT32 : ColumnType.UINT32);
            case 8 -> Optional.of(signed ? ColumnType.INT64 : ColumnType.UINT64);
            default -> Optional.empty();
        };
    }

    /**
     * Return the column of a data set or member.
     *
     * @param dimensions those behind the first
     */
    static Optional<Column> column(String name, DataType type, int... dimensions) {
        long width = 1;
        boolean fixed = dimensions.length > 0;
        for (int size : dimensions) {
            width = Math.min(WIDEST + 1L, width * size);
        }
        if (type instanceof ArrayDataType array) {
            fixed = true;
            for (int size : array.getArrayTypeDimensions()) {
                width = Math.min(WIDEST + 1L, width * size);
            }
        }
        if (width < 1 || width > WIDEST) {
            return Optional.empty();
        }
        Column.Layout layout = fixed ? Column.Layout.FIXED : Column.Layout.SCALAR;
        int values = (int) width;
        return type(type).map(found -> new Column(name, found, layout, values, "", ""));
    }

    /** Append all values of an array, of any number of dimensions. */
    static void append(Object values, ColumnBuffer to) {
        if (values instanceof double[] reals) {
            for (double value : reals) {
                to.add(value);
            }
        } else if (values instanceof float[] singles) {
            for (float value : singles) {
                to.add((double) value);
            }
        } else if (values instanceof long[] longs) {
            for (long value : longs) {
                to.add(value);
            }
        } else if (values instanceof int[] integers) {
            for (int value : integers) {
                to.add((long) value);
            }
        } else if (values instanceof Object[] nested) {
            for (Object value : nested) {
                append(value, to);
            }
        } else {
            appendOther(values, to);
        }
    }

    private static void appendOther(Object values, ColumnBuffer to) {
        if (values instanceof short[] shorts) {
            for (short value : shorts) {
                to.add((long) value);
            }
        } else if (values instanceof byte[] bytes) {
            for (byte value : bytes) {
                to.add((long) value);
            }
        } else if (values instanceof boolean[] truths) {
            for (boolean value : truths) {
                to.add(value ? 1L : 0L);
            }
        } else if (values instanceof BigInteger unsigned) {
            to.add(unsigned.longValue());
        } else if (values instanceof String text) {
            appendText(text, to);
        } else {
            throw new NotSupported(
                    "column " + to.column().name() + " has values that are not read", "", "convert it to numbers");
        }
    }

    private static void appendText(String text, ColumnBuffer to) {
        if (to.column().type() == ColumnType.BOOL) {
            to.add("TRUE".equals(text) ? 1L : 0L);
        } else {
            to.add(text);
        }
    }

    /** Append one value of each row of an array of two dimensions. */
    static void appendColumn(Object rows, int column, ColumnBuffer to) {
        if (rows instanceof double[][] reals) {
            for (double[] row : reals) {
                to.add(row[column]);
            }
        } else if (rows instanceof float[][] singles) {
            for (float[] row : singles) {
                to.add((double) row[column]);
            }
        } else {
            throw new NotSupported(
                    "column " + to.column().name() + " is not of real numbers", "", "write the file again");
        }
    }
}

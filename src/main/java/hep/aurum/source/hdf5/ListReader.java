package hep.aurum.source.hdf5;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.ColumnBuffer;
import io.jhdf.api.Dataset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Read a column of lists, some rows at a time: first where they begin, then their values. */
final class ListReader {

    /** A list of more values is no event, and may be a file that claims what it does not have. */
    private static final long LONGEST = 1 << 24;

    /** About as many values at a time, in bytes. */
    private static final long BYTES = 8 << 20;

    private final Hdf5File file;
    private final Place place;
    private final ColumnBuffer buffer;
    private final Dataset offsets;
    private final @Nullable Dataset values;
    private final long rows;
    private final long items;
    private final long bytesOfItem;
    private long[] starts = {0};
    private long next;

    ListReader(Hdf5File file, Place place, ColumnBuffer buffer, long rows) {
        this.file = file;
        this.place = place;
        this.buffer = buffer;
        this.rows = rows;
        this.offsets = file.dataset(place.offsets());
        this.values = place.dataset().isEmpty() ? null : file.dataset(place.dataset());
        this.items = values == null ? 0 : values.getDimensions()[0];
        int width = place.column().width();
        this.bytesOfItem =
                values == null ? 1 : Math.max(1L, values.getDataType().getSize()) * width;
        if (offsets.getDimensions().length != 1 || offsets.getDimensions()[0] != rows + 1) {
            throw new BadInput(file.path() + " has changed since it was opened", "", "open it again");
        }
    }

    /** Read where the next rows begin; return how many of them are read at a time, at least one. */
    int fit(long row, int count) {
        Object read = file.slice(place.offsets(), offsets, new long[] {row}, new int[] {count + 1});
        starts = longs(read, count + 1);
        long longest = LONGEST / place.column().width();
        for (int i = 0; i <= count; i++) {
            long before = i == 0 ? next : starts[i - 1];
            boolean bad = i == 0 ? starts[0] != next : starts[i] < before || starts[i] - before > longest;
            if (bad || starts[i] > items) {
                throw bad("has " + starts[i] + " at place " + (row + i) + " behind " + before + ", for " + items
                        + " items");
            }
        }
        if (row + count == rows && starts[count] != items) {
            throw bad("ends with " + starts[count] + ", for " + items + " items");
        }
        int fits = 1;
        while (fits < count && (starts[fits + 1] - starts[0]) * bytesOfItem <= BYTES) {
            fits++;
        }
        return fits;
    }

    private BadInput bad(String what) {
        return new BadInput(
                file.path() + " " + place.offsets() + " " + what, "", "write the file again or copy it again");
    }

    private long[] longs(Object read, int count) {
        long[] numbers = {};
        if (read instanceof long[] wide) {
            numbers = wide;
        } else if (read instanceof int[] narrow) {
            numbers = Arrays.stream(narrow).asLongStream().toArray();
        }
        if (numbers.length != count) {
            throw bad("is not of integers of 32 or 64 bits");
        }
        return numbers;
    }

    /** Fill the buffer with the first of the rows whose beginnings were read. */
    void read(int count) {
        int width = place.column().width();
        int wanted = (int) (starts[count] - starts[0]);
        Dataset from = values;
        if (from != null && wanted > 0) {
            long[] offset = new long[from.getDimensions().length];
            int[] shape = from.getDimensions();
            offset[0] = starts[0];
            shape[0] = wanted;
            Object read = file.slice(place.dataset(), from, offset, shape);
            Hdf5Values.append(read, buffer);
        }
        if (buffer.size() != wanted * width) {
            throw bad("promises " + wanted * width + " values, " + buffer.size() + " are there");
        }
        int[] positions = buffer.offsets(count);
        for (int row = 0; row <= count; row++) {
            positions[row] = (int) (starts[row] - starts[0]) * width;
        }
        next = starts[count];
    }
}

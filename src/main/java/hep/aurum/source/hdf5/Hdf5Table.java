package hep.aurum.source.hdf5;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.ColumnBuffer;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data sets of the same first dimension as one table. Immutable. */
final class Hdf5Table implements TableSource {

    private static final int ROWS = 4096;
    private static final long BYTES = 8 << 20;

    private final Path path;
    private final TableHeader header;
    private final List<Place> places;

    Hdf5Table(Path path, TableHeader header, List<Place> places) {
        this.path = path;
        this.header = header;
        this.places = List.copyOf(places);
    }

    @Override
    public TableHeader header() {
        return header;
    }

    @Override
    public TableCursor open(List<String> columns) {
        int[] positions = header.positions(columns);
        Hdf5File file = Hdf5File.open(path);
        try {
            Cursor cursor = new Cursor(file);
            for (int position : positions) {
                cursor.add(places.get(position));
            }
            return cursor;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** A column that is read, and where its values go. */
    private record Target(Place place, ColumnBuffer buffer) {}

    /** Read slices of the data sets. */
    private final class Cursor implements TableCursor {

        private final Hdf5File file;
        private final List<ColumnBuffer> buffers = new ArrayList<>();
        private final Map<String, Dataset> datasets = new LinkedHashMap<>();
        private final Map<String, List<Target>> targets = new LinkedHashMap<>();
        private final List<ListReader> lists = new ArrayList<>();
        private final long rows = header.rows().orElse(0);
        private long bytesOfRow = 1;
        private int chunk = 1;
        private long row;

        Cursor(Hdf5File file) {
            this.file = file;
        }

        void add(Place place) {
            ColumnBuffer buffer = new ColumnBuffer(place.column());
            buffers.add(buffer);
            if (rows > 0 && place.isList()) {
                lists.add(new ListReader(file, place, buffer, rows));
            } else if (rows > 0) {
                Dataset dataset = datasets.computeIfAbsent(place.dataset(), this::open);
                targets.computeIfAbsent(place.dataset(), key -> new ArrayList<>())
                        .add(new Target(place, buffer));
                if (dataset.getDimensions().length == 0 || dataset.getDimensions()[0] != rows) {
                    throw new BadInput(path + " has changed since it was opened", "", "open it again");
                }
            }
        }

        private Dataset open(String name) {
            Dataset dataset = file.dataset(name);
            long bytes = dataset.getDataType().getSize();
            int[] dimensions = dataset.getDimensions();
            for (int d = 1; d < dimensions.length; d++) {
                bytes *= dimensions[d];
            }
            bytesOfRow += bytes;
            if (dataset instanceof ChunkedDataset chunked) {
                chunk = Math.max(chunk, chunked.getChunkDimensions()[0]);
            }
            return dataset;
        }

        /** Return how many rows a slice has: whole chunks, so that none is decompressed twice. */
        private int sliceRows() {
            long fits = Math.max(1, Math.min(ROWS, BYTES / bytesOfRow));
            long whole = chunk <= fits ? fits / chunk * chunk : chunk * bytesOfRow <= 8 * BYTES ? chunk : fits;
            return (int) Math.min(whole, rows - row);
        }

        /** Lists are bounded by what they hold. */
        private int fittingRows() {
            int count = sliceRows();
            int fitting = count;
            for (ListReader list : lists) {
                fitting = Math.min(fitting, list.fit(row, count));
            }
            return fitting;
        }

        @Override
        public @Nullable TableBatch next() {
            if (row >= rows) {
                return null;
            }
            int count = fittingRows();
            buffers.forEach(ColumnBuffer::clear);
            lists.forEach(list -> list.read(count));
            targets.forEach((name, wanted) -> {
                Object values = slice(name, datasets.get(name), count);
                for (Target target : wanted) {
                    file.read(name, f -> append(values, target));
                    require(target, count);
                }
            });
            row += count;
            return new TableBatch(
                    row - count, count, buffers.stream().map(ColumnBuffer::data).toList());
        }

        private Object slice(String name, @Nullable Dataset dataset, int count) {
            if (dataset == null) {
                throw new IllegalStateException("a data set that was not opened");
            }
            int[] shape = dataset.getDimensions();
            long[] offset = new long[shape.length];
            offset[0] = row;
            shape[0] = count;
            return file.slice(name, dataset, offset, shape);
        }

        private boolean append(Object values, Target target) {
            Place place = target.place;
            if (place.index() >= 0) {
                Hdf5Values.appendColumn(values, place.index(), target.buffer);
            } else if (values instanceof Map<?, ?> members) {
                Object member = members.get(place.member());
                if (member == null) {
                    throw new IllegalStateException("it has no member " + place.member());
                }
                Hdf5Values.append(member, target.buffer);
            } else {
                Hdf5Values.append(values, target.buffer);
            }
            return true;
        }

        private void require(Target target, int count) {
            int expected = count * target.buffer.column().width();
            if (target.buffer.size() != expected) {
                throw new BadInput(
                        path + " " + target.place.dataset() + " gives " + target.buffer.size() + " values behind row "
                                + row + ", expected " + expected,
                        "",
                        "write the file again or copy it again");
            }
        }

        @Override
        public void close() {
            file.close();
        }
    }
}

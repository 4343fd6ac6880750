package hep.aurum.source.npy;

import hep.aurum.base.Check;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableWriter;
import hep.aurum.source.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Write a {@code .npz} of one array for each column, as {@code numpy.savez_compressed} does. */
final class NpzWriter implements TableWriter {

    /** The same rows give the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final OutputFile file;
    private final TableHeader header;
    private final List<ColumnFile> columns = new ArrayList<>();
    private long rows;

    private NpzWriter(OutputFile file, TableHeader header) {
        this.file = file;
        this.header = header;
    }

    static NpzWriter create(Path path, TableHeader header) {
        NpyEncoder.require(path, header);
        NpzWriter writer = new NpzWriter(OutputFile.create(path), header);
        try {
            for (int c = 0; c < header.columns().size(); c++) {
                Path part = path.resolveSibling(writer.file.part().getFileName() + "." + c);
                writer.columns.add(ColumnFile.create(part, header.columns().get(c)));
            }
        } catch (IOException e) {
            writer.close();
            throw writer.file.failed("write", e);
        }
        return writer;
    }

    @Override
    public void write(TableBatch batch) {
        Check.length("batch", batch.columns().size(), columns.size());
        try {
            for (int c = 0; c < columns.size(); c++) {
                columns.get(c).write(batch.column(c), batch.rows());
            }
            rows += batch.rows();
        } catch (IOException e) {
            throw file.failed("write", e);
        }
    }

    @Override
    public List<String> losses() {
        return NpyEncoder.losses(header);
    }

    @Override
    public void finish() {
        try {
            ZipOutputStream zip = new ZipOutputStream(file.stream(), StandardCharsets.UTF_8);
            for (ColumnFile column : columns) {
                ZipEntry entry = new ZipEntry(column.name() + ".npy");
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                column.copyTo(zip, rows);
                zip.closeEntry();
            }
            zip.finish();
        } catch (IOException e) {
            throw file.failed("write", e);
        }
        deleteParts();
        file.finish();
    }

    private void deleteParts() {
        try {
            for (ColumnFile column : columns) {
                column.delete();
            }
        } catch (IOException e) {
            throw file.failed("delete the parts of", e);
        }
        columns.clear();
    }

    @Override
    public void close() {
        try {
            deleteParts();
        } finally {
            file.close();
        }
    }
}

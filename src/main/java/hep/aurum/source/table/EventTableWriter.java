package hep.aurum.source.table;

import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableWriter;
import hep.aurum.source.OutputFile;
import io.airlift.compress.lz4.Lz4Compressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

/** Write an event table of Aurum. */
final class EventTableWriter implements TableWriter {

    private final OutputFile file;
    private final List<BlockEncoder> blocks;
    private final ByteArrayOutputStream index = new ByteArrayOutputStream();
    private final Lz4Compressor compressor = new Lz4Compressor();
    private byte[] compressed = {};
    private int rows;
    private long position;

    private EventTableWriter(OutputFile file, List<BlockEncoder> blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    static EventTableWriter create(Path path, TableHeader header) {
        if (path.toString().endsWith(".gz")) {
            throw new NotSupported(
                    "cannot write " + path + ": event tables are not compressed as a whole",
                    "",
                    "leave .gz off; what pays is compressed inside");
        }
        byte[] schema = Schema.of(header).encode();
        if (schema.length > FileLayout.LARGEST_SCHEMA) {
            throw new NotSupported(
                    "cannot write " + path + ": its columns and attributes take more than " + FileLayout.LARGEST_SCHEMA
                            + " bytes",
                    "",
                    "shorten the attributes");
        }
        List<BlockEncoder> blocks =
                header.columns().stream().map(BlockEncoder::new).toList();
        EventTableWriter writer = new EventTableWriter(OutputFile.create(path), blocks);
        writer.writeHead(schema);
        return writer;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    private void writeHead(byte[] schema) {
        ByteBuffer head = buffer(FileLayout.HEAD + schema.length + 4);
        head.put(FileLayout.start())
                .putInt(FileLayout.VERSION)
                .putInt(schema.length)
                .put(schema);
        head.putInt(checksum(head.array(), head.position()));
        write(head.array(), head.capacity());
    }

    private void write(byte[] bytes, int length) {
        try {
            file.stream().write(bytes, 0, length);
            position += length;
        } catch (IOException e) {
            throw file.failed("write", e);
        }
    }

    @Override
    public void write(TableBatch batch) {
        Check.length("batch", batch.columns().size(), blocks.size());
        for (int row = 0; row < batch.rows(); row++) {
            boolean full = false;
            for (int c = 0; c < blocks.size(); c++) {
                blocks.get(c).add(batch.column(c), row);
                full |= blocks.get(c).size() >= FileLayout.FULL;
            }
            rows++;
            if (full || rows == FileLayout.ROWS) {
                endGroup();
            }
        }
    }

    private void endGroup() {
        index.writeBytes(buffer(4).putInt(rows).array());
        for (BlockEncoder block : blocks) {
            writeBlock(block.bytes());
            block.clear();
        }
        rows = 0;
    }

    private void writeBlock(byte[] held) {
        byte[] stored = held;
        int length = held.length;
        if (held.length <= FileLayout.LARGEST_COMPRESSED) {
            int bound = compressor.maxCompressedLength(held.length);
            compressed = compressed.length < bound ? new byte[bound] : compressed;
            int small = compressor.compress(held, 0, held.length, compressed, 0, compressed.length);
            // A block that hardly shrinks is read faster as it is.
            if (small < held.length / 4 * 3) {
                stored = compressed;
                length = small;
            }
        }
        index.writeBytes(buffer(FileLayout.BLOCK_ENTRY)
                .putLong(position)
                .putInt(length)
                .putInt(held.length)
                .putInt(checksum(stored, length))
                .array());
        write(stored, length);
    }

    @Override
    public List<String> losses() {
        return List.of();
    }

    @Override
    public void finish() {
        if (rows > 0) {
            endGroup();
        }
        long offset = position;
        byte[] bytes = index.toByteArray();
        write(bytes, bytes.length);
        ByteBuffer tail = buffer(FileLayout.TAIL);
        tail.putLong(offset).putLong(bytes.length).putInt(checksum(bytes, bytes.length));
        tail.putInt(checksum(tail.array(), 20)).put(FileLayout.end());
        write(tail.array(), tail.capacity());
        file.finish();
    }

    @Override
    public void close() {
        file.close();
    }
}

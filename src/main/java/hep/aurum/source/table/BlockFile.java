package hep.aurum.source.table;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Read pieces of a file that are under a checksum. */
final class BlockFile implements AutoCloseable {

    /** Larger reads would keep as large a buffer outside the heap. */
    private static final int PIECE = 1 << 20;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final CRC32C checksum = new CRC32C();
    private ByteBuffer stored = ByteBuffer.allocate(0);
    private ByteBuffer held = ByteBuffer.allocate(0);

    private BlockFile(Path path, FileChannel channel, long size) {
        this.path = path;
        this.channel = channel;
        this.size = size;
    }

    static BlockFile open(Path path) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return new BlockFile(path, channel, channel.size());
        } catch (NoSuchFileException e) {
            throw new BadInput("there is no file " + path, "", "check the name and the folder");
        } catch (IOException e) {
            throw new BadInput("cannot read " + path + ": " + e.getMessage(), "", "check the permissions");
        }
    }

    /** Read the schema from the head. */
    Schema schema() {
        ByteBuffer head = read(0, FileLayout.HEAD, "head");
        byte[] start = new byte[FileLayout.start().length];
        head.get(start);
        if (!Arrays.equals(start, FileLayout.start())) {
            throw bad("does not begin like an event table; a compressed one has to be decompressed first");
        }
        int version = head.getInt();
        int length = head.getInt();
        if (length < 0 || length > FileLayout.LARGEST_SCHEMA) {
            throw bad("has a schema of " + Integer.toUnsignedLong(length) + " bytes, expected at most "
                    + FileLayout.LARGEST_SCHEMA);
        }
        ByteBuffer whole = read(0, FileLayout.HEAD + length + 4, "head");
        requireChecksum(whole, FileLayout.HEAD + length, whole.getInt(FileLayout.HEAD + length), "head");
        if (version != FileLayout.VERSION) {
            throw new NotSupported(
                    path + " is an event table of version " + version + ", this program reads version "
                            + FileLayout.VERSION,
                    "",
                    "read it with a newer version");
        }
        whole.position(FileLayout.HEAD).limit(FileLayout.HEAD + length);
        return Schema.decode(whole, path.toString());
    }

    /** Read the index that the tail points to. */
    BlockIndex index(int columns) {
        if (size < FileLayout.HEAD + FileLayout.TAIL) {
            throw cutOff();
        }
        ByteBuffer tail = read(size - FileLayout.TAIL, FileLayout.TAIL, "tail");
        byte[] end = new byte[FileLayout.end().length];
        tail.position(FileLayout.TAIL - end.length).get(end);
        if (!Arrays.equals(end, FileLayout.end())) {
            throw cutOff();
        }
        requireChecksum(tail, 20, tail.getInt(20), "tail");
        long offset = tail.getLong(0);
        long length = tail.getLong(8);
        int checksumOfIndex = tail.getInt(16);
        boolean fits = offset >= 0
                && length >= 0
                && length <= FileLayout.LARGEST_BLOCK
                && offset == size - FileLayout.TAIL - length;
        if (!fits) {
            throw bad("has an index of " + length + " bytes at byte " + offset + ", which is not before its tail");
        }
        ByteBuffer index = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        index.put(read(offset, (int) length, "index")).flip();
        requireChecksum(index, index.limit(), checksumOfIndex, "index");
        return BlockIndex.of(index, columns, offset, this);
    }

    private BadInput cutOff() {
        return new BadInput(
                path + " is cut off: it does not end with the index of an event table",
                "",
                "write it again or copy it again");
    }

    /** Return the bytes that a block holds; valid until the next call. */
    ByteBuffer block(BlockIndex index, int group, int column) {
        int length = index.storedLength(group, column);
        String what = "block of column " + (column + 1) + " in row group " + (group + 1);
        ByteBuffer bytes = read(index.offset(group, column), length, what);
        requireChecksum(bytes, length, index.checksum(group, column), what);
        int whole = index.heldLength(group, column);
        return whole == length ? bytes : decompress(bytes, length, whole, what);
    }

    private ByteBuffer decompress(ByteBuffer bytes, int length, int whole, String what) {
        held = room(held, whole);
        int got;
        try {
            got = new Lz4Decompressor().decompress(bytes.array(), 0, length, held.array(), 0, whole);
        } catch (MalformedInputException e) {
            got = -1;
        }
        if (got != whole) {
            throw bad("has a " + what + " that cannot be decompressed");
        }
        return held.position(0).limit(whole);
    }

    private ByteBuffer read(long offset, int length, String what) {
        if (offset + length > size) {
            throw bad("ends at byte " + size + ", within its " + what);
        }
        stored = room(stored, length);
        try {
            for (int done = 0; done < length; ) {
                stored.limit(Math.min(length, done + PIECE)).position(done);
                int count = channel.read(stored, offset + done);
                if (count <= 0) {
                    throw bad("ends within its " + what);
                }
                done += count;
            }
        } catch (IOException e) {
            throw bad("cannot be read: " + e.getMessage());
        }
        return stored.position(0).limit(length);
    }

    private static ByteBuffer room(ByteBuffer buffer, int length) {
        return buffer.capacity() >= length
                ? buffer
                : ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void requireChecksum(ByteBuffer bytes, int length, int expected, String what) {
        checksum.reset();
        checksum.update(bytes.array(), 0, length);
        if ((int) checksum.getValue() != expected) {
            throw bad("is damaged: the checksum of its " + what + " is wrong");
        }
    }

    BadInput bad(String what) {
        return new BadInput(path + " " + what, "", "write it again or copy it again");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw bad("cannot be closed: " + e.getMessage());
        }
    }
}

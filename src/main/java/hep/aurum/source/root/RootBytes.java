package hep.aurum.source.root;

import hep.aurum.base.BadInput;
import hep.aurum.source.Decompression;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Read pieces of a file by their offsets; many threads may do so at once. */
final class RootBytes implements AutoCloseable {

    /** Largest piece that is read or decompressed at once, in bytes; a guard against files that claim absurd sizes. */
    static final int MAX_PIECE = 1 << 28;

    private final Path path;
    private final FileChannel channel;
    private final long size;

    private RootBytes(Path path, FileChannel channel, long size) {
        this.path = path;
        this.channel = channel;
        this.size = size;
    }

    static RootBytes open(Path path) {
        if (Files.isDirectory(path)) {
            throw new BadInput(path + " is a directory, expected a ROOT file", "", "name the file inside it");
        }
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return new RootBytes(path, channel, channel.size());
        } catch (NoSuchFileException e) {
            throw new BadInput("there is no file " + path, "", "check the name and the folder");
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static BadInput unreadable(Path path, IOException e) {
        return new BadInput(
                "cannot read " + path + ": " + Decompression.reason(e), "", "check the file and its permissions");
    }

    long size() {
        return size;
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /**
     * Read a piece.
     *
     * @param what it holds, for messages
     * @throws BadInput if the file does not reach that far
     */
    RootCursor read(long offset, int length, String what) {
        if (length < 0 || length > MAX_PIECE) {
            throw bad(what + " has " + length + " bytes, expected 0 to " + MAX_PIECE, offset, "the file is damaged");
        }
        if (offset < 0 || offset > size - length) {
            throw bad(
                    what + " takes " + length + " bytes from byte " + offset + ", but the file ends at byte " + size,
                    offset,
                    "the file looks truncated; copy it again");
        }
        ByteBuffer piece = ByteBuffer.allocate(length);
        try {
            while (piece.hasRemaining()) {
                if (channel.read(piece, offset + piece.position()) < 0) {
                    throw bad(what + " ends too early", offset + piece.position(), "the file became shorter");
                }
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        return new RootCursor(piece.flip(), name() + ", " + what + " at byte " + offset, 0);
    }

    private BadInput bad(String what, long offset, String fix) {
        return new BadInput("cannot read " + path + ": " + what, "byte " + offset, fix);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }
}

package hep.aurum.source;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Write a file that appears under its name when it is finished, complete or not at all.
 *
 * <p>Until then its bytes are in a file beside it, which {@link #close()} removes. A name that ends in {@code .gz},
 * {@code .zst}, {@code .xz} or {@code .bz2} is compressed.
 */
public final class OutputFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path part;
    private final OutputStream out;
    private boolean open = true;

    private OutputFile(Path file, Path part, OutputStream out) {
        this.file = file;
        this.part = part;
        this.out = out;
    }

    /**
     * Start a file that is written as a stream.
     *
     * @throws BadInput if the folder does not exist or cannot be written to
     * @throws hep.aurum.base.NotSupported if the name asks for a compression that is only read
     */
    public static OutputFile create(Path file) {
        requireFolder(file);
        Path part = partOf(file);
        Compression compression = Compression.ofName(file.toString());
        try {
            OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
            if (compression == null) {
                return new OutputFile(file, part, bytes);
            }
            try {
                return new OutputFile(file, part, new BufferedOutputStream(compression.apply(bytes), BUFFER));
            } catch (IOException | RuntimeException e) {
                new OutputFile(file, part, bytes).close();
                throw e;
            }
        } catch (IOException e) {
            throw cannot("write", file, e, "check that the folder can be written to and has space");
        }
    }

    /**
     * Start a file that a library writes by its path: {@link #part()}.
     *
     * @throws BadInput if the folder does not exist
     */
    public static OutputFile ofPath(Path file) {
        requireFolder(file);
        return new OutputFile(file, partOf(file), OutputStream.nullOutputStream());
    }

    private static void requireFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BadInput(
                    "cannot write " + file + ": there is no folder " + folder, "", "create the folder first");
        }
    }

    /** Not createTempFile, whose files only the owner may read. */
    private static Path partOf(Path file) {
        return file.resolveSibling(
                file.getFileName() + ".part" + ProcessHandle.current().pid());
    }

    /** Return the stream of a file started with {@link #create}; buffered. */
    public OutputStream stream() {
        return out;
    }

    /** Return where the bytes are until the file is finished. */
    public Path part() {
        return part;
    }

    /** Return the file as the user named it. */
    public Path file() {
        return file;
    }

    /**
     * End the file and let it appear under its name, in place of a file that was there.
     *
     * @throws BadInput if the disk is full
     */
    public void finish() {
        Check.argument(open, "%s is finished already", file);
        try {
            out.close();
            open = false;
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed("finish", e);
        }
    }

    /** Drop a file that was not finished. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            out.close();
        } catch (IOException e) {
            throw failed("close", e);
        } finally {
            deletePart();
        }
    }

    private void deletePart() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw failed("delete the unfinished part of", e);
        }
    }

    /** Return the failure to say of an exception that writing threw. */
    public BadInput failed(String verb, IOException e) {
        return cannot(verb, file, e, "check that the disk has space");
    }

    private static BadInput cannot(String verb, Path file, IOException e, String fix) {
        return new BadInput("cannot " + verb + " " + file + ": " + Decompression.reason(e), "", fix);
    }
}

package hep.aurum.source.npy;

import hep.aurum.base.BadInput;
import hep.aurum.source.Decompression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Open the arrays of a file: the one of a {@code .npy}, or those of a {@code .npz}, which is a zip of such. */
final class ArrayFile implements AutoCloseable {

    private static final int MOST_ENTRIES = 10_000;
    /** Deflate (RFC 1951) cannot shrink anything further. */
    private static final long GREATEST_RATIO = 1040;

    private static final String ENDING = ".npy";

    private final Path path;
    private final @Nullable ZipFile zip;

    private ArrayFile(Path path, @Nullable ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    static ArrayFile open(Path path) {
        byte[] head = Decompression.head(path, 8);
        if (NpyArray.begins(head)) {
            return new ArrayFile(path, null);
        }
        try {
            ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            if (zip.size() > MOST_ENTRIES) {
                zip.close();
                throw NpyArray.bad(path.toString(), "has " + zip.size() + " entries, expected at most " + MOST_ENTRIES);
            }
            return new ArrayFile(path, zip);
        } catch (ZipException e) {
            throw NpyArray.bad(
                    path.toString(), "is neither an array of NumPy nor a sound zip of such: " + e.getMessage());
        } catch (IOException e) {
            throw new BadInput("cannot read " + path + ": " + Decompression.reason(e), "", "check the file");
        }
    }

    /** Return the names of the arrays, as they stand in the zip; one that is empty for a file that is one array. */
    List<String> entries() {
        if (zip == null) {
            return List.of("");
        }
        try {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(ENDING))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw NpyArray.bad(path.toString(), "has an entry whose name is not UTF-8");
        }
    }

    /** Return the name of an array without the ending. */
    static String nameOf(String entry) {
        return entry.isEmpty() ? "" : entry.substring(0, entry.length() - ENDING.length());
    }

    /** Return the file, and the array in it, for messages. */
    String origin(String entry) {
        return entry.isEmpty() ? path.toString() : path + " array " + nameOf(entry);
    }

    InputStream stream(String entry) throws IOException {
        if (zip == null) {
            return Decompression.open(path);
        }
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw NpyArray.bad(path.toString(), "has lost its array " + nameOf(entry));
        }
        if (found.getSize() > GREATEST_RATIO * Math.max(1, found.getCompressedSize())) {
            throw NpyArray.bad(
                    origin(entry), "says that its " + found.getCompressedSize() + " bytes hold " + found.getSize());
        }
        return zip.getInputStream(found);
    }

    /** Read the header of an array; what it says of the length must agree with the file. */
    NpyArray header(String entry) {
        try (InputStream in = stream(entry)) {
            NpyArray array = NpyArray.read(in, origin(entry));
            long size = size(entry);
            if (size >= 0 && size - array.offset() != array.bytes()) {
                throw NpyArray.bytesDiffer(array, size - array.offset());
            }
            return array;
        } catch (IOException e) {
            throw NpyArray.bad(origin(entry), "cannot be read: " + Decompression.reason(e));
        }
    }

    /** Return how many bytes an array has with its header; -1 where only reading it tells. */
    private long size(String entry) throws IOException {
        if (zip != null) {
            ZipEntry found = zip.getEntry(entry);
            return found == null ? -1 : found.getSize();
        }
        try (InputStream raw = Files.newInputStream(path)) {
            boolean plain = NpyArray.begins(raw.readNBytes(8));
            return plain ? Files.size(path) : -1;
        }
    }

    @Override
    public void close() {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw NpyArray.bad(path.toString(), "cannot be closed: " + Decompression.reason(e));
        }
    }
}

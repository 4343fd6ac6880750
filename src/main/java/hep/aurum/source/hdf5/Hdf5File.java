package hep.aurum.source.hdf5;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.source.Decompression;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.UnsupportedHdfException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/** An open file, whose library may fail in any way where the bytes are malformed. */
final class Hdf5File implements AutoCloseable {

    private static final String ABSURD = "it claims more bytes than there is memory";
    private static final long LARGEST_CHUNK = 64 << 20;
    private static final byte[] MAGIC = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    private final Path path;
    private final HdfFile file;
    private final Map<Dataset, ChunkBounds> bounds = new IdentityHashMap<>();

    private Hdf5File(Path path, HdfFile file) {
        this.path = path;
        this.file = file;
    }

    static boolean begins(byte[] head) {
        // A block of the user's own may stand before; its length is a power of two from 512.
        for (int at = 0; at + MAGIC.length <= head.length; at = at == 0 ? 512 : 2 * at) {
            if (Arrays.equals(head, at, at + MAGIC.length, MAGIC, 0, MAGIC.length)) {
                return true;
            }
        }
        return false;
    }

    static Hdf5File open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BadInput("there is no file " + path, "", "check the name and the folder");
        }
        byte[] head = Decompression.head(path, 4);
        Superblock.requireWhole(path);
        try {
            return new Hdf5File(path, file(path));
        } catch (RuntimeException e) {
            if (head.length == 4 && head[0] == MAGIC[0] && head[1] == MAGIC[1]) {
                throw broken(path, "", e);
            }
            throw new BadInput(
                    path + " does not begin like an HDF5 file; a compressed one has to be decompressed first",
                    "",
                    "decompress it");
        } catch (StackOverflowError e) {
            throw broken(path, "", new IllegalStateException("it points to itself", e));
        } catch (OutOfMemoryError e) {
            throw broken(path, "", new IllegalStateException(ABSURD, e));
        } catch (IOException e) {
            throw new BadInput(
                    "cannot read " + path + ": " + Decompression.reason(e), "", "check the file and its permissions");
        }
    }

    /**
     * The library allocates what a header of the file claims before it reads; from a mapped file it takes a view in place,
     * which the file's length bounds. Only what cannot be mapped at once is read piece by piece.
     */
    private static HdfFile file(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (channel.size() <= Integer.MAX_VALUE) {
                return HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            }
        }
        return new HdfFile(path);
    }

    private static Failure broken(Path path, String what, Throwable e) {
        Throwable deepest = e;
        boolean lacking = e instanceof UnsupportedHdfException;
        for (int depth = 0; deepest.getCause() != null && depth < 20; depth++) {
            deepest = deepest.getCause();
            lacking |= deepest instanceof UnsupportedHdfException;
        }
        String reason = clipped(deepest);
        if (lacking) {
            return new NotSupported(
                    path + what + " uses a part of HDF5 that is not read: " + reason,
                    "",
                    "repack it with h5repack --low=0 --high=2");
        }
        return new BadInput(path + what + " is malformed: " + reason, "", "write the file again or copy it again");
    }

    private static String clipped(Throwable e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return (reason.length() > 200 ? reason.substring(0, 200) + "..." : reason).replaceAll("\\s+", " ");
    }

    /** Call the library; whatever it throws becomes a sentence. */
    <T> T read(String what, Function<HdfFile, T> call) {
        try {
            return call.apply(file);
        } catch (Failure e) {
            throw e;
        } catch (RuntimeException e) {
            throw broken(path, in(what), e);
        } catch (StackOverflowError e) {
            throw broken(path, in(what), new IllegalStateException("it points to itself", e));
        } catch (OutOfMemoryError e) {
            throw broken(path, in(what), new IllegalStateException(ABSURD, e));
        }
    }

    private static String in(String what) {
        return what.isEmpty() ? "" : " " + what;
    }

    /** Return a data set; its chunks have a bearable size. */
    Dataset dataset(String name) {
        Dataset found = read(name, f -> {
            Node node = f.getByPath(name);
            return node instanceof Dataset dataset ? dataset : null;
        });
        if (found == null) {
            throw new BadInput(path + " has no data set " + name, "", "the file has changed, open it again");
        }
        if (found instanceof ChunkedDataset chunked) {
            long bytes = chunkBytes(name, chunked);
            if (bytes > LARGEST_CHUNK) {
                throw new NotSupported(
                        path + " " + name + " has chunks of more than " + LARGEST_CHUNK + " bytes",
                        "",
                        "repack it with h5repack -l CHUNK=4096");
            }
            bounds.put(found, read(name, f -> new ChunkBounds(path, name, chunked, bytes)));
        }
        return found;
    }

    private long chunkBytes(String name, ChunkedDataset chunked) {
        return read(name, f -> {
            long product = Math.max(1, chunked.getDataType().getSize());
            for (int size : chunked.getChunkDimensions()) {
                product = size <= 0 || product > LARGEST_CHUNK ? Long.MAX_VALUE : product * size;
            }
            return product;
        });
    }

    /** Read a part of a data set that {@link #dataset} returned. */
    Object slice(String name, Dataset dataset, long[] offset, int[] shape) {
        return read(name, f -> {
            ChunkBounds chunks = bounds.get(dataset);
            if (chunks != null) {
                chunks.require(offset, shape);
            }
            return dataset.getData(offset, shape);
        });
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        file.close();
    }
}

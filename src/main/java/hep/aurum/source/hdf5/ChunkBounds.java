package hep.aurum.source.hdf5;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Refuse chunks that decompress to more than they are declared to hold, before the library decompresses them: it trusts what
 * the compressed bytes say.
 *
 * <p>Deflate makes at most 1032 bytes of one. Chunks that could not get large by that are left alone; others are inflated
 * into a small buffer first, which costs their time twice and no memory.
 */
final class ChunkBounds {

    private static final int DEFLATE = 1;
    private static final int LZF = 32000;
    private static final int LZ4 = 32004;
    private static final int BITSHUFFLE = 32008;
    private static final Set<Integer> COMPRESSIONS = Set.of(DEFLATE, LZF, LZ4);

    private static final long MOST_INFLATION = 1032;
    private static final long BEARABLE = 128 << 20;

    private final Path path;
    private final String name;
    private final ChunkedDataset dataset;
    private final @Nullable PipelineFilterWithData compression;
    private final long declared;

    /**
     * Look at the filters of a data set.
     *
     * @param declared bytes of a chunk
     * @throws NotSupported if chunks are compressed more than once
     */
    ChunkBounds(Path path, String name, ChunkedDataset dataset, long declared) {
        this.path = path;
        this.name = name;
        this.dataset = dataset;
        this.declared = declared;
        List<PipelineFilterWithData> compressions =
                dataset.getFilters().stream().filter(ChunkBounds::compresses).toList();
        if (compressions.size() > 1) {
            throw new NotSupported(
                    path + " " + name + " is compressed more than once", "", "repack it with h5repack -f GZIP=4");
        }
        this.compression = compressions.isEmpty() ? null : compressions.get(0);
    }

    private static boolean compresses(PipelineFilterWithData filter) {
        boolean shuffledOnly = filter.getFilterData().length < 5 || filter.getFilterData()[4] == 0;
        return COMPRESSIONS.contains(filter.getId()) || filter.getId() == BITSHUFFLE && !shuffledOnly;
    }

    /**
     * Check the chunks of a slice.
     *
     * @throws BadInput if one holds more than it is declared to
     */
    void require(long[] offset, int[] shape) {
        PipelineFilterWithData filter = compression;
        if (filter != null) {
            require(filter, offset, shape, new int[offset.length], 0);
        }
    }

    private void require(PipelineFilterWithData filter, long[] offset, int[] shape, int[] chunk, int dimension) {
        if (dimension == chunk.length) {
            requireChunk(filter, chunk);
            return;
        }
        int size = dataset.getChunkDimensions()[dimension];
        long end = offset[dimension] + shape[dimension];
        for (long at = offset[dimension] / size * size; at < end; at += size) {
            chunk[dimension] = (int) at;
            require(filter, offset, shape, chunk, dimension + 1);
        }
    }

    private void requireChunk(PipelineFilterWithData filter, int[] chunk) {
        ByteBuffer raw;
        try {
            raw = dataset.getRawChunkBuffer(chunk);
        } catch (HdfException e) {
            // A chunk that was never written is nothing to decompress; of a broken one the library will say so.
            return;
        }
        if (bytes(filter, raw) > declared) {
            throw new BadInput(
                    path + " " + name + " has a chunk that decompresses to more than the " + declared
                            + " bytes it is declared to hold",
                    "",
                    "write the file again or copy it again");
        }
    }

    /** Return how many bytes the library would make of a chunk, as far as that matters. */
    private long bytes(PipelineFilterWithData filter, ByteBuffer raw) {
        return switch (filter.getId()) {
            case DEFLATE -> raw.remaining() * MOST_INFLATION <= BEARABLE ? 0 : inflated(raw);
            case LZF -> filter.getFilterData().length > 2 ? filter.getFilterData()[2] & 0xffffffffL : 0;
            default -> raw.remaining() < Long.BYTES ? 0 : stated(raw);
        };
    }

    /** LZ4 and bitshuffle begin with the number of bytes; a negative one is a large one. */
    private static long stated(ByteBuffer raw) {
        long size = raw.duplicate().order(ByteOrder.BIG_ENDIAN).getLong();
        return size < 0 ? Long.MAX_VALUE : size;
    }

    private long inflated(ByteBuffer raw) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(raw.duplicate());
            byte[] block = new byte[1 << 16];
            int got = inflater.inflate(block);
            while (got > 0 && inflater.getBytesWritten() <= declared) {
                got = inflater.inflate(block);
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            // The library will say that it is malformed, or undo what is around the compression first.
            return 0;
        } finally {
            inflater.end();
        }
    }
}

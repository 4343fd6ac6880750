package hep.aurum.source.hdf5;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Compare the length of a file with what its superblock says, as the library of HDF5 does and jhdf does not.
 *
 * @see <a href="https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html">The format, II.A</a>
 */
final class Superblock {

    private static final int LENGTH = 64;
    private static final long MAGIC = 0x894844460d0a1a0aL;
    private static final long LAST_PLACE = 1L << 20;

    private Superblock() {}

    /**
     * Refuse a file that is shorter than it says.
     *
     * @throws BadInput if it is; a file without a superblock is left to the library
     */
    static void requireWhole(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            for (long at = 0; at + LENGTH <= channel.size() && at < LAST_PLACE; at = at == 0 ? 512 : 2 * at) {
                ByteBuffer block = ByteBuffer.allocate(LENGTH);
                while (block.hasRemaining() && channel.read(block, at + block.position()) > 0) {
                    continue;
                }
                if (block.getLong(0) == MAGIC) {
                    requireWhole(path, block.order(ByteOrder.LITTLE_ENDIAN), channel.size());
                    return;
                }
            }
        } catch (IOException e) {
            throw new BadInput("cannot read " + path + ": " + e.getMessage(), "", "check the permissions");
        }
    }

    private static void requireWhole(Path path, ByteBuffer block, long size) {
        int version = block.get(8);
        int offsetBytes = block.get(version < 2 ? 13 : 9);
        int addresses = version == 0 ? 24 : version == 1 ? 28 : 12;
        if (offsetBytes != 8) {
            return;
        }
        long base = block.getLong(addresses);
        long end = block.getLong(addresses + 16);
        if (end < 0 || base < 0 || end > size) {
            throw new BadInput(
                    path + " is cut off: it has " + size + " bytes, and says that it has " + end,
                    "",
                    "write the file again or copy it again");
        }
    }
}

package hep.aurum.source.root;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Compute the checksum XXH64 with seed 0, which stands in front of blocks of LZ4.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">the specification</a>
 */
final class XxHash64 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;
    /** Modulo \(2^{64}\), as everything here. */
    private static final long P1_PLUS_P2 = 0x60EA27EEADC0B5D6L;

    private static final long MINUS_P1 = 0x61C8864E7A143579L;
    private static final int STRIPE = 32;

    private XxHash64() {}

    static long of(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        long hash;
        if (length >= STRIPE) {
            long[] lanes = {P1_PLUS_P2, P2, 0, MINUS_P1};
            for (; at + STRIPE <= end; at += STRIPE) {
                for (int lane = 0; lane < lanes.length; lane++) {
                    lanes[lane] = round(lanes[lane], (long) LONGS.get(bytes, at + 8 * lane));
                }
            }
            hash = merged(lanes);
        } else {
            hash = P5;
        }
        return avalanche(tail(hash + length, bytes, at, end));
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * P2, 31) * P1;
    }

    private static long merged(long[] lanes) {
        long hash = Long.rotateLeft(lanes[0], 1)
                + Long.rotateLeft(lanes[1], 7)
                + Long.rotateLeft(lanes[2], 12)
                + Long.rotateLeft(lanes[3], 18);
        for (long lane : lanes) {
            hash = (hash ^ round(0, lane)) * P1 + P4;
        }
        return hash;
    }

    private static long tail(long start, byte[] bytes, int from, int end) {
        long hash = start;
        int at = from;
        for (; at + 8 <= end; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, (long) LONGS.get(bytes, at)), 27) * P1 + P4;
        }
        if (at + 4 <= end) {
            hash = Long.rotateLeft(hash ^ ((int) INTS.get(bytes, at) & 0xffffffffL) * P1, 23) * P2 + P3;
            at += 4;
        }
        for (; at < end; at++) {
            hash = Long.rotateLeft(hash ^ (bytes[at] & 0xff) * P5, 11) * P1;
        }
        return hash;
    }

    private static long avalanche(long start) {
        long hash = (start ^ (start >>> 33)) * P2;
        hash = (hash ^ (hash >>> 29)) * P3;
        return hash ^ (hash >>> 32);
    }
}

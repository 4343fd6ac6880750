package hep.aurum.source.lcio;

import hep.aurum.source.xdr.XdrBytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Write LCIO files by hand, after the description of SIO's records and blocks and of LCIO's objects. */
final class SioBytes {

    private final XdrBytes file = new XdrBytes();
    private final int version;

    /** Start a file of which every block states a version of LCIO. */
    SioBytes(int major, int minor) {
        version = major << 16 | minor;
    }

    boolean isAtLeast(int major, int minor) {
        return version >= (major << 16 | minor);
    }

    byte[] toArray() {
        return file.toArray();
    }

    /** Write any record. */
    SioBytes record(String name, boolean compressed, byte[] data) {
        writeRecord(file, name, compressed, data);
        return this;
    }

    private static void writeRecord(XdrBytes file, String name, boolean compressed, byte[] data) {
        byte[] stored = compressed ? deflated(data) : data;
        file.i32(24 + (name.length() + 3) / 4 * 4, 0xabadcafe, compressed ? 1 : 0, stored.length, data.length)
                .string(name)
                .raw(stored);
        if (compressed) {
            file.pad();
        }
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[data.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    /** Write a block of any content. */
    byte[] block(String name, XdrBytes content) {
        int length = 16 + (name.length() + 3) / 4 * 4 + content.size();
        return new XdrBytes()
                .i32(length, 0xdeadbeef, version)
                .string(name)
                .raw(content.toArray())
                .toArray();
    }

    /** Write parameters: an integer, two floats, where LCIO has them a double, and a string. */
    XdrBytes parameters(XdrBytes to, double weight) {
        if (!isAtLeast(1, 2)) {
            return to;
        }
        to.i32(1).string("ProcessID").i32(1, 81);
        to.i32(2).string("_weight").i32(1).f32(weight).string("beams").i32(2).f32(250, 251.5);
        if (isAtLeast(2, 17)) {
            to.i32(1).string("sqme").i32(1).f64(1e-50);
        }
        return to.i32(1).string("Generator").i32(1).string("by hand");
    }

    SioBytes runHeader(boolean compressed) {
        XdrBytes content = new XdrBytes()
                .i32(12)
                .string("ILD_l5")
                .string("a tiny run")
                .i32(2)
                .string("VXD")
                .string("TPC");
        return record("LCRunHeader", compressed, block("RunHeader", parameters(content, 1)));
    }

    SioBytes eventHeader(boolean compressed, int number, double weight, String... namesAndTypes) {
        XdrBytes content = new XdrBytes()
                .i32(12, number)
                .i64(1_000_000_007L)
                .string("ILD_l5")
                .i32(namesAndTypes.length / 2);
        for (String text : namesAndTypes) {
            content.string(text);
        }
        return record("LCEventHeader", compressed, block("EventHeader", parameters(content, weight)));
    }

    /** Start a collection: flags, parameters, number of objects. */
    XdrBytes collection(int flags, int count) {
        return parameters(new XdrBytes().i32(flags), 1).i32(count);
    }

    /** Describe one particle. */
    record Mc(
            int tag, int[] parents, int pdgId, int status, int simulator, double[] vertex, double time, double[] pm) {}

    /** Write a particle; its endpoint is ten times its vertex, its helicity −1, its colours 501 and 502. */
    void particle(XdrBytes to, Mc mc, double charge) {
        to.i32(mc.tag).ints(mc.parents).i32(mc.pdgId, mc.status, mc.simulator).f64(mc.vertex);
        if (isAtLeast(1, 3)) {
            to.f32(mc.time);
        }
        to.f32(mc.pm).f32(charge);
        if (mc.simulator < 0) {
            to.f64(10 * mc.vertex[0], 10 * mc.vertex[1], 10 * mc.vertex[2]);
            if (isAtLeast(2, 7)) {
                to.f32(0.25, 0, 0);
            }
        }
        if (isAtLeast(1, 60)) {
            to.f32(0, 0, -1).i32(501, 502);
        }
    }

    /** Return Z -> mu- mu+ with a photon from both beams' sides; tags are those of the record, not positions. */
    byte[] decay(String name) {
        XdrBytes content = collection(0, 5);
        double[] origin = {0, 0, 0};
        double[] muons = {0.5, -0.25, 2};
        particle(content, new Mc(40, new int[0], 11, 3, 0, origin, 0, new double[] {0, 0, 45, 0.0005}), -1);
        particle(content, new Mc(-7, new int[0], -11, 3, 0, origin, 0, new double[] {0, 0, -45, 0.0005}), 1);
        particle(content, new Mc(3, new int[] {-7, 40}, 23, 2, 0, origin, 0, new double[] {0, 0, 0, 91.1875}), 0);
        particle(content, new Mc(-1, new int[] {3}, 13, 1, 0x80000000, muons, 0.5, new double[] {3, 4, 0, 12}), -1);
        particle(
                content,
                new Mc(-1, new int[] {3, 0, 999}, -13, 0, 1 << 30, muons, 0.5, new double[] {-3, -4, 0, 12}),
                5);
        return block(name, content);
    }

    SioBytes event(boolean compressed, byte[]... blocks) {
        XdrBytes data = new XdrBytes();
        for (byte[] block : blocks) {
            data.raw(block);
        }
        return record("LCEvent", compressed, data.toArray());
    }

    /** Write a file again with every record compressed, or none. */
    static byte[] repacked(byte[] file, boolean compressed) throws java.util.zip.DataFormatException {
        ByteBuffer in = ByteBuffer.wrap(file);
        XdrBytes out = new XdrBytes();
        while (in.hasRemaining()) {
            int start = in.position();
            int head = in.getInt();
            in.getInt();
            boolean packed = (in.getInt() & 1) != 0;
            byte[] stored = new byte[in.getInt()];
            byte[] data = new byte[in.getInt()];
            byte[] name = new byte[in.getInt()];
            in.get(name);
            in.position(start + head).get(stored);
            if (packed) {
                Inflater inflater = new Inflater();
                inflater.setInput(stored);
                inflater.inflate(data);
                inflater.end();
                in.position((in.position() + 3) / 4 * 4);
            } else {
                data = stored;
            }
            writeRecord(out, new String(name, java.nio.charset.StandardCharsets.US_ASCII), compressed, data);
        }
        return out.toArray();
    }
}

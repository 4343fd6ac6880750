package hep.aurum.source.stdhep;

import hep.aurum.source.xdr.XdrBytes;

/**
 * Write StdHep files by hand, after the manuals of StdHep and MCFIO, with the lengths of blocks that StdHep states: those
 * without the lengths of arrays.
 */
final class StdHepBytes {

    static final int TABLE_SIZE = 4;

    private final XdrBytes file = new XdrBytes();
    private final int records;
    private int recordsAt;
    private int table = -1;
    private int inTable;
    private int run;

    /** Start a file of MCFIO 2.01 with one table. */
    StdHepBytes(int records) {
        this.records = records;
        header("2.01", new int[] {101, 105, 106, 107, 201, 202, 203, 204}, true);
        startTable();
    }

    private void header(String version, int[] blocks, boolean hasClosingDate) {
        int start = file.size();
        file.i32(1, 0).string(version).string("tiny").string("written by hand").string("Mon Jan  1 2001");
        if (hasClosingDate) {
            file.string("Tue Jan  2 2001");
        }
        file.i32(9);
        recordsAt = file.size();
        int first = file.size() + 8;
        file.i32(records, first, TABLE_SIZE, blocks.length, 0).ints(blocks);
        for (int block : blocks) {
            file.string("block " + block);
        }
        file.set(first - 4, file.size()).set(start + 4, file.size() - start);
    }

    StdHepBytes run(int number) {
        run = number;
        return this;
    }

    /** Start a table, and let the one before point to it. */
    StdHepBytes startTable() {
        if (table >= 0) {
            file.set(table + 16, file.size());
        }
        table = file.size();
        inTable = 0;
        file.i32(2, 36 + 20 * TABLE_SIZE).string("1.00").i32(-2, 0);
        for (int i = 0; i < 5; i++) {
            file.ints(new int[TABLE_SIZE]);
        }
        return this;
    }

    /** Write a record of blocks: an event header, and the blocks behind it. */
    StdHepBytes record(Block... blocks) {
        int start = file.size();
        file.set(table + 20, ++inTable);
        file.set(table + 24 + 4 * (4 * (TABLE_SIZE + 1) + inTable), start);
        file.i32(4, 52 + 8 * blocks.length).string("2.00").i32(0, 0, run, 0, blocks.length, blocks.length, 0, 0);
        int[] ids = new int[blocks.length];
        for (int i = 0; i < blocks.length; i++) {
            ids[i] = blocks[i].id;
        }
        file.ints(ids).i32(blocks.length);
        int places = file.size();
        file.i32(new int[blocks.length]);
        for (int i = 0; i < blocks.length; i++) {
            file.set(places + 4 * i, file.size());
            blocks[i].write(file);
        }
        return this;
    }

    /** Forget the tables and the number of records, as in a file that was not closed. */
    StdHepBytes unclosed() {
        file.set(recordsAt, 0).set(table + 16, -1).set(table + 20, 0);
        for (int i = 0; i < TABLE_SIZE; i++) {
            file.set(table + 28 + 4 * (4 * (TABLE_SIZE + 1) + i), 0);
        }
        return this;
    }

    byte[] toArray() {
        return file.toArray();
    }

    /** Hold one block. */
    static final class Block {

        private final int id;
        private final String version;
        private final int missing;
        private final XdrBytes content;

        /**
         * Create a block.
         *
         * @param missing by how many bytes its stated length is too short
         */
        Block(int id, String version, int missing, XdrBytes content) {
            this.id = id;
            this.version = version;
            this.missing = missing;
            this.content = content;
        }

        private void write(XdrBytes file) {
            file.i32(id, 16 + content.size() - missing).string(version).raw(content.toArray());
        }
    }

    /** Return HEPEVT of Z -> mu- mu+ at a displaced point, the muon radiating: 5 particles. */
    static XdrBytes hepevt(int number) {
        return new XdrBytes()
                .i32(number, 5)
                .ints(3, 2, 1, 1, 1)
                .ints(11, 23, 13, -13, 22)
                .ints(0, 0, 1, 0, 2, 0, 2, 0, 3, 0)
                .ints(2, 0, 3, 4, 5, 5, 0, 0, 0, 0)
                .doubles(
                        0, 0, 45, 45, 0.0005, //
                        0, 0, 0, 91.1876, 91.1876, //
                        30, 0, 34.5, 45.72, 0.1056, //
                        -30, 0, -34.5, 45.72, 0.1056, //
                        0, 0.25, 0, 0.25, 0)
                .doubles(
                        0, 0, -100, -100, //
                        0, 0, 0, 0, //
                        0.5, 0.25, -1, 2, //
                        0.5, 0.25, -1, 2, //
                        3, 4, 12, 13);
    }

    static Block stdHep(int number) {
        return new Block(101, "5.01", 28, hepevt(number));
    }

    /** Return STDHEP4 with weight, couplings, scale, spins and colour flow. */
    static Block stdHep4(int number, double weight) {
        return new Block(201, "5.05", 40, extended(hepevt(number), weight));
    }

    static XdrBytes extended(XdrBytes hepevt, double weight) {
        return hepevt.f64(weight, 0.0078125, 0.125)
                .doubles(91.5, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                .doubles(0, 0, 0, 0, 0, 0, 0, 0, -1, 0.5, 0, 0.75, 0, 0, 1)
                .ints(0, 0, 0, 0, 501, 502, 502, 501, 0, 0)
                .i32(81);
    }

    static Block beginRun(String version, double crossSection) {
        XdrBytes content = new XdrBytes().i32(100, 90, 3).f32(500, crossSection).f64(11, 12);
        if (!version.startsWith("2")) {
            content.string("Pythia              ")
                    .string("CTEQ                ")
                    .i32(0);
        }
        return new Block(106, version, 0, content);
    }

    static Block endRun() {
        return new Block(
                107,
                "5.06",
                0,
                new XdrBytes()
                        .i32(100, 95, 3)
                        .f32(500, 0)
                        .f64(21, 22)
                        .string("")
                        .string("")
                        .i32(0));
    }

    static Block lesHouchesRun() {
        return new Block(
                204,
                "5.06",
                0,
                new XdrBytes()
                        .i32(3, 2)
                        .ints(11, -11)
                        .doubles(250, 250.5)
                        .ints(0, 0)
                        .ints(-1, -1)
                        .doubles(1.5, 2.5)
                        .doubles(0.3, 0.4)
                        .doubles(1, 1)
                        .ints(81, 82));
    }

    static Block lesHouchesEvent(double weight) {
        return new Block(
                203,
                "5.06",
                0,
                new XdrBytes()
                        .i32(1, 82)
                        .f64(weight, 250, 0.0078125, 0.125)
                        .ints(23)
                        .ints(1)
                        .ints(0, 0)
                        .ints(0, 0)
                        .doubles(0, 0, 0, 91, 91)
                        .doubles(0)
                        .doubles(9));
    }
}

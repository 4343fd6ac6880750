package hep.aurum.format.yoda;

import hep.aurum.base.BadInput;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Binned;
import hep.aurum.hist.Content;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import hep.aurum.source.Decompression;
import hep.aurum.source.OutputFile;
import hep.aurum.source.text.LineReader;
import hep.aurum.source.text.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Read and write files of YODA. */
public final class YodaFile {

    private YodaFile() {}

    /** Return whether a file that begins like this, decompressed, is a YODA file. */
    public static boolean accepts(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        return text.startsWith("BEGIN YODA_") || text.startsWith("#") && text.contains("BEGIN YODA_");
    }

    /**
     * Read a file, plain or compressed.
     *
     * @throws BadInput if it does not exist, is truncated, or is malformed, with the line
     */
    public static List<AnalysisObject> read(Path path) {
        try (InputStream in = Decompression.open(path)) {
            return read(in, path.toString());
        } catch (IOException e) {
            throw new BadInput(
                    path + " cannot be read to its end: " + Decompression.reason(e), "", "the file may be truncated");
        }
    }

    /**
     * Read a stream.
     *
     * @param in the bytes, decompressed
     * @param origin how messages name the stream
     * @throws BadInput if it is malformed, with the line
     * @throws IOException if the stream breaks off
     */
    public static List<AnalysisObject> read(InputStream in, String origin) throws IOException {
        List<AnalysisObject> objects = new ArrayList<>();
        try (LineReader lines = new LineReader(in, origin)) {
            BlockReader blocks = new BlockReader(lines);
            for (Optional<Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                objects.add(BlockContent.read(block.get()));
            }
        }
        if (objects.isEmpty()) {
            throw new BadInput(origin + " has no YODA object", "", "expected lines that begin with BEGIN YODA_");
        }
        return List.copyOf(objects);
    }

    /**
     * Write a file, compressed if its name says so; it appears whole or not at all.
     *
     * @return what is lost, a sentence each: see {@link YodaVersion}
     * @throws hep.aurum.base.NotSupported if an object is of a kind that YODA does not have
     * @throws BadInput if the file cannot be written
     */
    public static List<String> write(Path path, List<AnalysisObject> objects, YodaVersion version) {
        List<String> losses = new ArrayList<>();
        NumberText text = new NumberText();
        BlockWriter writer = new BlockWriter(text, version);
        try (OutputFile file = OutputFile.create(path)) {
            try {
                for (AnalysisObject object : objects) {
                    writer.write(object);
                    file.stream().write(text.bytes(), 0, text.length());
                    text.clear();
                    loss(object.content(), version).ifPresent(loss -> losses.add(object.path() + ": " + loss));
                }
            } catch (IOException e) {
                throw file.failed("write", e);
            }
            file.finish();
        }
        return losses;
    }

    private static Optional<String> loss(Content content, YodaVersion version) {
        boolean isV3 = version == YodaVersion.V3;
        if (content instanceof Points points && !points.sources().isEmpty()) {
            return Optional.of("the sources of its errors are not kept apart");
        }
        if (content instanceof Estimate && !isV3) {
            return Optional.of("it is written as points, without flow bins and sources of errors");
        }
        if (isV3 && content instanceof Binned binned && binned.hasStatedTotal()) {
            return Optional.of("its total, which is not the sum of its bins, is left out");
        }
        return content instanceof Binned binned && !isV3 ? oldLoss(binned) : Optional.empty();
    }

    private static Optional<String> oldLoss(Binned binned) {
        List<String> lost = new ArrayList<>();
        if (binned.axes().size() == 2 && hasFlow(binned)) {
            lost.add("its flow bins are left out; the total has them");
        }
        if (binned instanceof Profile1D && hasMixedMoments(binned, 6, 2, 4)) {
            lost.add("its sums of w x y are left out");
        }
        if (binned instanceof Profile2D && (hasMixedMoments(binned, 9, 2, 6) || hasMixedMoments(binned, 10, 4, 6))) {
            lost.add("its sums of w x z and w y z are left out");
        }
        return lost.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lost));
    }

    /**
     * Return whether a column of mixed moments is other than what a reader takes where there is none.
     *
     * @param moment the column of the first moment in the axis
     * @param value the column of the first moment in the variable whose mean is taken
     */
    private static boolean hasMixedMoments(Binned binned, int mixed, int moment, int value) {
        for (int cell = 0; cell < binned.cells(); cell++) {
            double w = binned.cellSum(0, cell);
            double mean = w == 0 ? 0 : binned.cellSum(moment, cell) / w;
            if (binned.cellSum(mixed, cell) != mean * binned.cellSum(value, cell)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasFlow(Binned binned) {
        int nx = binned.axes().get(0).bins() + 2;
        int ny = binned.axes().get(1).bins() + 2;
        for (int cell = 0; cell < binned.cells(); cell++) {
            int i = cell % nx;
            int j = cell / nx;
            boolean isFlow = i == 0 || j == 0 || i == nx - 1 || j == ny - 1;
            if (isFlow && (binned.cellEntries(cell) > 0 || binned.cellSum(0, cell) != 0)) {
                return true;
            }
        }
        return false;
    }
}

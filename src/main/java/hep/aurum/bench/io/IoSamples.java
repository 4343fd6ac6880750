package hep.aurum.bench.io;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.Progress;
import hep.aurum.source.Decompression;
import hep.aurum.source.convert.Conversion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Choose a file of every format from the shared data.
 *
 * <p>Small files of text are put together from many copies, as these formats allow, and compressed. Tables in binary formats
 * are written from a table of text.
 */
public final class IoSamples {

    private static final long LARGE = 16_000_000;

    /** Formats in which a file behind a file is a longer file. */
    private static final List<String> REPEATED = List.of(
            "generated/pythia/yy_sig_100.hepmc3.gz",
            "generated/pythia/yy_bkg_200.hepmc2.gz",
            "thirdparty/hepevt/Muons10GeV.HEPEvt");

    private static final String TABLE = "generated/pythia/yy_bkg_nompi_60k.csv.gz";

    private static final List<String> AS_THEY_ARE = List.of(
            "generated/madgraph/vbf_haa_cHW_cHWtil_sm_10k.lhe.gz",
            TABLE,
            "thirdparty/stdhep/bbudsc_3evt.stdhep",
            "thirdparty/lcio/muons.slcio",
            "thirdparty/root-tree/uproot-HZZ-zlib.root",
            "thirdparty/root-tree/uproot-HZZ-lz4.root",
            "thirdparty/root-tree/uproot-HZZ-zstd.root",
            "thirdparty/root-tree/uproot-HZZ-lzma.root",
            "thirdparty/root-delphes/delphes-10events.root",
            "thirdparty/root-nanoaod/nano_dy.root");

    private static final List<String> ENDINGS = List.of(".npz", ".h5", ".parquet", ".aurum");

    private IoSamples() {}

    /**
     * Find and make the files.
     *
     * @param data the folder of shared data
     * @param folder where files are made
     * @throws BadInput if none is there
     */
    public static List<Path> of(Path data, Path folder) {
        List<Path> samples = new ArrayList<>();
        try {
            for (String name : REPEATED) {
                if (Files.exists(data.resolve(name))) {
                    samples.add(repeated(data.resolve(name), folder));
                }
            }
        } catch (IOException e) {
            throw new BadInput("cannot make a large file: " + Decompression.reason(e), folder.toString(), "make room");
        }
        AS_THEY_ARE.stream().map(data::resolve).filter(Files::exists).forEach(samples::add);
        if (Files.exists(data.resolve(TABLE))) {
            ENDINGS.forEach(ending -> convert(data.resolve(TABLE), folder.resolve("table" + ending), samples));
        }
        if (samples.isEmpty()) {
            throw new BadInput(
                    "there is none of the files to measure with",
                    data.toString(),
                    "name the files, or a folder by --data");
        }
        return samples;
    }

    private static Path repeated(Path file, Path folder) throws IOException {
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        try (InputStream in = Decompression.open(file)) {
            in.transferTo(once);
        }
        String name = file.getFileName().toString().replaceAll("\\.gz$", "");
        Path large = folder.resolve(name + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(large), 1 << 16)) {
            for (long size = 0; size < LARGE; size += once.size()) {
                once.writeTo(out);
            }
        }
        return large;
    }

    private static void convert(Path table, Path target, List<Path> samples) {
        try {
            Conversion.of(table, target).run(Progress.NONE);
            samples.add(target);
        } catch (Failure e) {
            // A format whose library is left out of this installation is left out here as well.
            samples.remove(target);
        }
    }
}

package hep.aurum.source;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.source.convert.Conversion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged copies of real files, by seed, in every format: read or refused, never a crash, a hang or a stray exception. */
class ReaderFuzzTest {

    private static final int COPIES = 150;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final byte[][] WORDS = words(
            "-1", "4294967296", "1e999", "nan", "\n", " ", "<", ">", "&lol;", "\0", "999999999", "-2147483648", "\"");

    @TempDir
    private Path folder = Path.of("");

    private static byte[][] words(String... words) {
        return Arrays.stream(words)
                .map(word -> word.getBytes(StandardCharsets.ISO_8859_1))
                .toArray(byte[][]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "LHE, thirdparty/lhe/pylhe-testfile-whizard-3.1.4-eeWW.lhe",
        "LHE, thirdparty/lhe/pylhe-testfile-powheg-box-v2-hvq.lhe",
        "HepMC2, thirdparty/hepmc/small.hepmc",
        "HepMC3, thirdparty/hepmc/sibyll21.hepmc3",
        "HEPEVT, thirdparty/hepevt/Muons10GeV.HEPEvt",
        "LCIO, thirdparty/lcio/muons.slcio",
        "StdHep, thirdparty/stdhep/bbudsc_3evt.stdhep",
        "ROOT, thirdparty/root-tree/uproot-small-flat-tree.root",
        "ROOT, thirdparty/root-tree/uproot-nesteddirs.root",
        "CSV, thirdparty/csv/4e_2011.csv",
    })
    void damagedCopiesOfRealFiles(String format, String name) throws IOException {
        check(format, Files.readAllBytes(SharedData.file(name)));
    }

    @ParameterizedTest
    @CsvSource({"HDF5, h5", "NumPy, npz", "NumPy, npy", "Aurum event table, aurum", "CSV, tsv"})
    void damagedCopiesOfWrittenFiles(String format, String ending) throws IOException {
        Path file = folder.resolve("written." + ending);
        Path rows = Files.writeString(folder.resolve("rows.csv"), "x,n\n1.5,2\n-3e4,7\n0.25,-9\n");
        Conversion.of(rows, file).run(Progress.NONE);

        check(format, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LHE",
                "HepMC2",
                "HepMC3",
                "HEPEVT",
                "LCIO",
                "StdHep",
                "ROOT",
                "CSV",
                "HDF5",
                "NumPy",
                "Aurum event table"
            })
    void anyBytes(String format) {
        UniformRandomProvider random = RandomStreams.of(11).stream("any bytes", 0);
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < COPIES; i++) {
                byte[] bytes = new byte[random.nextInt(3000)];
                random.nextBytes(bytes);
                ReaderFuzz.read(format, bytes, folder.resolve("any"));
            }
        });
    }

    private void check(String format, byte[] sound) {
        assertThat(ReaderFuzz.read(format, sound, folder.resolve("sound"))).isTrue();
        UniformRandomProvider random = RandomStreams.of(5).stream(format, 0);
        int[] refused = {0};
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < COPIES; i++) {
                refused[0] += ReaderFuzz.read(format, damaged(sound, random), folder.resolve("damaged")) ? 0 : 1;
            }
        });
        assertThat(refused[0]).as("refused of " + COPIES).isPositive();
    }

    private static byte[] damaged(byte[] sound, UniformRandomProvider random) {
        byte[] bytes = sound.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                default -> bytes = replaced(bytes, at, WORDS[random.nextInt(WORDS.length)], random.nextInt(3));
            }
        }
        return bytes;
    }

    /** Put a word in place of a few bytes. */
    private static byte[] replaced(byte[] bytes, int at, byte[] word, int dropped) {
        int rest = Math.min(bytes.length, at + dropped);
        byte[] more = new byte[at + word.length + bytes.length - rest];
        System.arraycopy(bytes, 0, more, 0, at);
        System.arraycopy(word, 0, more, at, word.length);
        System.arraycopy(bytes, rest, more, at + word.length, bytes.length - rest);
        return more;
    }
}

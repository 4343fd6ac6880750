package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.source.Decompression;
import hep.aurum.source.SharedData;
import hep.aurum.workflow.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A damaged file is described with its good events, which every format that is written can save. */
class RecoveryTest {

    private static final int BAD_INPUT = 3;

    @TempDir
    private Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode described(String file) {
        return JsonText.parse(CommandRun.of("inspect", "--json", file).out());
    }

    /** Write the first bytes of a shared file. */
    private Path cut(String shared, double part) throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.file(shared));
        return Files.write(folder.resolve("cut"), Arrays.copyOf(whole, (int) (part * whole.length)));
    }

    private static int count(Path file, String mark) throws IOException {
        byte[] read = new byte[1 << 22];
        int length = 0;
        try (InputStream in = Decompression.open(file)) {
            for (int n = 0; n >= 0; n = in.read(read, length, read.length - length)) {
                length += n;
            }
        } catch (IOException e) {
            assertThat(length).as("bytes in front of the damage").isPositive();
        }
        return new String(read, 0, length, StandardCharsets.ISO_8859_1).split(mark, -1).length - 1;
    }

    /** Of what is left, the last event that begins is cut; its end is what counts where the format marks it. */
    @ParameterizedTest
    @CsvSource({
        "generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe, '</event>', 0, event",
        "ship/vbf_haa_cHW_cHWtil_5k.lhe.gz, '</event>', 0, compressed data",
        "generated/pythia/yy_sig_nohad_20.hepmc3, '\nE ', 1, line",
        "generated/pythia/yy_sig_nohad_20.hepmc2, '\nE ', 1, line",
        "thirdparty/hepmc/inputIO1.hepmc, '\nE ', 1, line"
    })
    void theGoodEventsOfACutFileAreCounted(String shared, String mark, int begun, String where) throws IOException {
        Path cut = cut(shared, 0.37);

        CommandRun run = CommandRun.of("inspect", cut.toString());

        assertThat(run.code()).isEqualTo(BAD_INPUT);
        assertThat(run.err()).contains(where);
        assertThat(described(cut.toString()).get("events").asInt())
                .isEqualTo(count(cut, mark) - begun)
                .isPositive();
    }

    /** These mark no ends that a search would find: their events are fewer than in the whole file, and the byte is said. */
    @ParameterizedTest
    @CsvSource({"thirdparty/stdhep/bbudsc_3evt.stdhep, 3", "thirdparty/lcio/muons.slcio, 10"})
    void binaryFilesSayTheByte(String shared, int events) throws IOException {
        Path cut = cut(shared, 0.6);

        CommandRun run = CommandRun.of("inspect", cut.toString());

        assertThat(run.code()).isEqualTo(BAD_INPUT);
        assertThat(run.err()).contains("byte").contains("are complete");
        assertThat(described(cut.toString()).get("events").asInt()).isBetween(1, events - 1);
    }

    /** Their tables of contents stand at the end: nothing of a cut file can be trusted. */
    @ParameterizedTest
    @CsvSource({"aurum, cut off", "parquet, sound", "h5, cut off", "npy, bytes", "npz, sound"})
    void filesWithTheirIndexAtTheEndAreRefused(String ending, String what) throws IOException {
        String whole = file("whole." + ending);
        CommandRun.of(
                "convert",
                Files.writeString(folder.resolve("rows.csv"), rows(100, "")).toString(),
                whole);
        byte[] bytes = Files.readAllBytes(Path.of(whole));
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length * 6 / 10));

        CommandRun run = CommandRun.of("inspect", cut.toString(), "--recover", file("good." + ending));

        assertThat(run.code()).isEqualTo(BAD_INPUT);
        assertThat(run.err()).contains(what).contains("nothing is written");
        assertThat(folder.resolve("good." + ending)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"good.lhe", "good.lhe.gz", "good.hepmc3", "good.hepmc.gz", "good.aurum", "good.parquet"})
    void eventsAreSavedInEveryFormat(String name) throws IOException {
        Path cut = cut("generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe", 0.37);
        int good = count(cut, "</event>");

        CommandRun run = CommandRun.of("inspect", cut.toString(), "--recover", file(name));

        assertThat(run.code()).isEqualTo(BAD_INPUT);
        assertThat(run.err()).contains(good + " good events of");
        JsonNode saved = described(file(name));
        assertThat(saved.get("events").asInt()).isEqualTo(good);
        assertThat(saved.get("sum_of_weights").get("b1").asDouble())
                .isEqualTo(described(cut.toString())
                        .get("sum_of_weights")
                        .get("b1")
                        .asDouble());
    }

    /** Rows of two columns, with a line between the 60th and the next. */
    private static String rows(int count, String line) {
        StringBuilder text = new StringBuilder("weight,n\n");
        for (int i = 0; i < count; i++) {
            text.append(0.5 * i).append(',').append(i).append('\n').append(i == 59 ? line : "");
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "tsv", "h5", "npy", "npz", "parquet", "aurum"})
    void rowsAreSavedInEveryFormat(String ending) throws IOException {
        Path damaged = Files.writeString(folder.resolve("rows.csv"), rows(100, "1,2,3\n"));
        String good = file("good." + ending);

        CommandRun run = CommandRun.of("inspect", damaged.toString(), "--recover", good);

        assertThat(run.code()).isEqualTo(BAD_INPUT);
        assertThat(run.err()).contains("line 62").contains("60 good events");
        JsonNode saved = described(good);
        assertThat(saved.get("events").asInt()).isEqualTo(60);
        // The sum of i/2 for i from 0 to 59.
        assertThat(saved.get("sum_of_weights").get("").asDouble()).isEqualTo(885);
    }

    @Test
    void aTableOfTextThatWasCutInsideALineIsRecognised() throws IOException {
        String text = rows(5, "");
        Path cut = Files.writeString(folder.resolve("rows.csv"), text.substring(0, text.length() - 3));

        assertThat(described(cut.toString()).get("events").asInt()).isEqualTo(4);
        assertThat(CommandRun.of("inspect", cut.toString()).err()).contains("has 1 fields, expected 2");
    }
}

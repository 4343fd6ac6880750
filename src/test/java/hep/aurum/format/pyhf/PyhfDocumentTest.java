package hep.aurum.format.pyhf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.aurum.base.NotFound;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyhfDocumentTest {

    private static PyhfDocument shared(String name) {
        Path path = Path.of(System.getProperty("aurum.data", "absent")).resolve(name);
        assumeTrue(Files.exists(path), "needs the shared data: run with -Daurum.data=FOLDER, which has " + name);
        return PyhfDocument.read(path);
    }

    /** The numbers of the documentation of pyhf.utils.digest. */
    @ParameterizedTest
    @CsvSource({
        "sha256, a38f6093800189b79bc22ef677baf90c75705af2cfc7ff594159eca54eaa7928",
        "md5, 2c0633f242928eb55c3672fed5ba8612",
        "sha1, 49a27f499e763766c9545b294880df277be6f545"
    })
    void digestsAreThoseOfPyhfsDocumentation(String algorithm, String digest) {
        PyhfDocument document = PyhfDocument.parse("{\"c\": 1.0, \"a\": 2.0,\n \"b\": 3.0}", "text");

        assertThat(document.digest(algorithm)).isEqualTo(digest);
    }

    @Test
    void theDigestOfPyhfsTwoBinExampleIsThatOfItsManual() {
        // Printed by "pyhf digest" in pyhf's manual of the command line.
        assertThat(shared("thirdparty/pyhf/2-bin_1-channel.json").digest("sha256"))
                .isEqualTo("dad8822af55205d60152cbe4303929042dbd9d4839012e055e7c6b6459d68d73");
    }

    /**
     * Computed with Python 3: {@code hashlib.sha256(json.dumps(json.load(file), sort_keys=True,
     * ensure_ascii=False).encode()).hexdigest()}.
     */
    @ParameterizedTest
    @CsvSource({
        "workspaces/bottom-squarks.json, 099db1f124f7eb815e29fa2c94e7999959111467b6f13225547ee779cd50e97b",
        "workspaces/s01_2bin_uncorr.json, 848d887babfc9f7371be813258c522b0e2e20a258f038b3a778fd1087bebda63",
        "workspaces/s02_2bin_corr.json, c027841ce82d33b6199beebb47066b85d9f61437ef3309131cd8a04fd631c436",
        "workspaces/v01_1bin_shapesys.json, 3465583854afe89ab55280912cc3b6366d08b6a26a1c8e00c6a58066269f5959",
        "workspaces/v02_1bin_shapesys_q0.json, d386e6cd1a971bd75220effe0c0e22a71ce050a3dd9dbf90ad2d13475a7a4160",
        "workspaces/v03_1bin_lumi.json, eb69ea9bbe66497d0e9da005270086bda80bea2e455d8e93ba6d81bbbd69d0e7",
        "workspaces/v04_2bin_normsys.json, e2a0d69be509b28e71c699dee3c2cda1c21a81a0ce58cdfd88ed5deb171b16b8",
        "workspaces/v05_2bin_histosys.json, 3408390f1c1c5bcd6daf6c6ea42d7f5e4a1e4afb1310ee636f0308f0fdf52697",
        "workspaces/v06_2bin_2channel.json, 9eacff5535227da29ff110d387be7df4b0240369d16cb908d5ca8a9bcbd37a86",
        "workspaces/v07_2bin_2channel_couplednorm.json, 9f4f56bd347443ffffddaebce4ae8f29f7c20429047c6e6ec3c2dfe4c23ab050",
        "workspaces/v08_2bin_2channel_coupledhistosys.json, 8d0df2e219d6785bc13daab8b63cea058c0996d3d132399019ebe5824f78f3b3",
        "workspaces/v09_2bin_2channel_coupledshapefactor.json, fa8c1e64586ec8ae7b01e844ef8330f30f47cb29016ef2b9c31c777e214db73b",
        "workspaces/x01_synth_60np.json, 46ceda26f6b4c8eab258330ee4bef3112968555de094a62d72935e1a158ba96f",
        "workspaces/x02_synth_230np.json, d3f2b47d3b0c69ee013efb87d52184a9a041e9b6cf4b463604cebafec5e350d8",
        "workspaces/x03_synth_500np.json.gz, 3472710fd9c2f00c2be666f02e8307d7c8fbe80781afa8d6f5414257120430c2",
        "thirdparty/pyhf/sbottom_RegionA_BkgOnly.json, 516fa21b09fd7aecb09116e8906f8259f151aa41b8763eefd9e5548bb7c82a58",
        "thirdparty/pyhf/xmlimport_input_bkg.json, acaf538804e40bcfa212e7cd62b525056946b078c1cc3425c4593b9fa25e1e08"
    })
    void digestsAreThoseOfPython(String name, String digest) {
        assertThat(shared(name).digest("sha256")).isEqualTo(digest);
    }

    @Test
    void theSignalOfThePublicBottomSquarkSearchIsPatchedInAsByPython() {
        PyhfDocument background = shared("thirdparty/pyhf/sbottom_RegionA_BkgOnly.json");
        JsonPatch patch = JsonPatch.of(
                shared("thirdparty/pyhf/sbottom_RegionA_patch.sbottom_1300_205_60.json")
                        .root(),
                "patch");

        PyhfDocument patched = background.patched(patch);

        // A loop of ten lines in Python over the same operations, and the digest as above.
        assertThat(patched.digest("sha256"))
                .isEqualTo("346403b71abb18751b6c4e484d1c19ee4945bc46fc961197a74ecddf69d9c6af");
        assertThat(background.digest("sha256")).startsWith("516fa21b09fd7aec");
    }

    /** What {@code repr} of Python 3 prints. */
    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "-0.0, -0.0",
        "0.1, 0.1",
        "123456789012345680, 1.2345678901234568e+17",
        "1e15, 1000000000000000.0",
        "9999999999999998, 9999999999999998.0",
        "1e16, 1e+16",
        "1e22, 1e+22",
        "2e23, 2e+23",
        "1e-4, 0.0001",
        "1e-5, 1e-05",
        "-1.5e-7, -1.5e-07",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "4.9e-324, 5e-324",
        "9.9e-324, 1e-323",
        "1.5e-323, 1.5e-323",
        "2.0e-3, 0.002",
        "5.684341886080802e-14, 5.684341886080802e-14",
        "100, 100.0",
        "5e-320, 5e-320"
    })
    void numbersArePrintedAsPythonDoes(double value, String expected) {
        assertThat(PythonJson.repr(value)).isEqualTo(expected);
    }

    @Test
    void textsAreEscapedAndKeysSortedAsPythonDoes() {
        // json.dumps({"b": 1, "\U0001F600": "é\x7f", "\uE000": [True, None, 10**30, -0, 1e5], "a": "\"\\\n\x1f/"}, ...)
        PyhfDocument document = PyhfDocument.parse(
                "{\"b\": 1, \"\\ud83d\\ude00\": \"\u00e9\u007f\", \"\\ue000\": [true, null,"
                        + " 1000000000000000000000000000000, -0, 1e5], \"a\": \"\\\"\\\\\\n\\u001f/\"}",
                "text");

        assertThat(PythonJson.dumps(document.root(), "text"))
                .isEqualTo("{\"a\": \"\\\"\\\\\\n\\u001f/\", \"b\": 1, \"\ue000\": [true, null,"
                        + " 1000000000000000000000000000000, 0, 100000.0], \"\ud83d\ude00\": \"\u00e9\u007f\"}");
    }

    @Test
    void unknownAlgorithmsAreNotFound() {
        assertThatThrownBy(() -> PyhfDocument.parse("{}", "text").digest("sha265"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"sha256\"");
    }
}

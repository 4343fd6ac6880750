package hep.aurum.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.infer.test.TestResult;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compare observed and expected CLs with the values that pyhf's own tests assert (tests/test_validation.py and
 * test_regression.py), each in its convention.
 */
class ValidationSetTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static Path data(String name) {
        Path path = Path.of(System.getProperty("aurum.data", "absent"), "thirdparty", "pyhf", name);
        Assumptions.assumeTrue(Files.exists(path), () -> "no reference file " + path);
        return path;
    }

    private static void assertAgrees(TestResult result, double observed, String expected, double tolerance) {
        double[] band = Arrays.stream(expected.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(result.cls()).isCloseTo(observed, within(tolerance));
        List<Double> ours = result.clsExpected();
        for (int i = 0; i < band.length; i++) {
            assertThat(ours.get(i)).isCloseTo(band[i], within(tolerance));
        }
    }

    /** Codes 1 and 0, statistic q; pyhf's optimiser leaves up to 1e-5. */
    @ParameterizedTest
    @CsvSource({
        "v01_1bin_shapesys, 0.45418892944576333,"
                + "0.06372011644331387 0.1509686618126131 0.3279657430196915 0.604613569829645 0.8662652332047568",
        "v03_1bin_lumi, 0.010473144401519705,"
                + "0.01060400765567206 0.04022451457730529 0.13614632580079802 0.37078985531427255 0.7110468540175344",
        "v04_2bin_normsys, 0.0006735336290569807,"
                + "7.472581399417304e-10 5.741738272450336e-08 3.690120950161796e-06 0.00016966882793076826"
                + " 0.004392935288879465",
        "v05_2bin_histosys, 0.1001463460725534,"
                + "7.133904244038431e-06 0.00012547100627138575 0.001880010666437615 0.02078964907605385"
                + " 0.13692494523572218",
        "v06_2bin_2channel, 0.0563327694384318,"
                + "0.0004349234603527283 0.003422361539161119 0.02337454317608372 0.12186650297311125"
                + " 0.40382274594391104"
    })
    void bandsOfTheValidationSetAgree(String name, double observed, String expected) {
        BinnedModel model = BinnedModel.of(Workspaces.read(name + ".json"), InterpolationCodes.validation());

        assertAgrees(AsymptoticTest.of(model, TestStatistic.Q_MU).at(1.0), observed, expected, 2e-5);
    }

    @ParameterizedTest
    @CsvSource({
        "2-bin_1-channel.json, 0.35998409, 0.35998409",
    })
    void exampleOfTheDocumentationAgrees(String name, double observed, double median) {
        TestResult result = AsymptoticTest.of(BinnedModel.of(PyhfWorkspace.read(data(name))))
                .at(1.0);

        assertThat(result.cls()).isCloseTo(observed, within(1e-4));
        assertThat(result.clsExpected().get(2)).isCloseTo(median, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"xmlimport_input_bkg.json, 0.0846374, 0.00430300 0.0203020 0.0846374 0.278617 0.622744"})
    void tutorialOfHistFactoryAgrees(String name, double observed, String expected) {
        TestResult result = AsymptoticTest.of(BinnedModel.of(PyhfWorkspace.read(data(name))))
                .at(1.0);

        assertAgrees(result, observed, expected, 1e-4);
    }

    /** The published ATLAS likelihood of a search for bottom squarks (HEPData ins1748602) with its signals. */
    @ParameterizedTest
    @CsvSource({
        "1300_205_60, 0.24443627759085326,"
                + "0.09022509053507759 0.1937839194960632 0.38432344933992 0.6557757334303531 0.8910420971601081",
        "1400_950_60, 0.021373283911064852,"
                + "0.0026445531093281147 0.013976126501170727 0.06497105816950004 0.23644030478043676"
                + " 0.5744785776763938"
    })
    void publishedLikelihoodAgrees(String signal, double observed, String expected) throws IOException {
        BinnedModel model = BinnedModel.of(patched(signal));

        assertAgrees(AsymptoticTest.of(model).at(1.0), observed, expected, 1e-4);
    }

    /** The patches add, remove and replace entries of lists and values; that much of RFC 6902 is enough here. */
    private static Workspace patched(String signal) throws IOException {
        JsonNode root = MAPPER.readTree(Files.readString(data("sbottom_RegionA_BkgOnly.json")));
        JsonNode patch = MAPPER.readTree(Files.readString(data("sbottom_RegionA_patch.sbottom_" + signal + ".json")));
        for (JsonNode step : patch) {
            String path = step.get("path").stringValue();
            int slash = path.lastIndexOf('/');
            JsonNode parent = root.at(path.substring(0, slash));
            String key = path.substring(slash + 1);
            String operation = step.get("op").stringValue();
            if (operation.equals("remove")) {
                ((ArrayNode) parent).remove(Integer.parseInt(key));
            } else if (operation.equals("add") && parent instanceof ArrayNode list) {
                list.insert(key.equals("-") ? list.size() : Integer.parseInt(key), step.get("value"));
            } else if (parent instanceof ArrayNode list) {
                list.set(Integer.parseInt(key), step.get("value"));
            } else {
                ((ObjectNode) parent).set(key, step.get("value"));
            }
        }
        return PyhfWorkspace.parse(root.toString(), signal);
    }
}

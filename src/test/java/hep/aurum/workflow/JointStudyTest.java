package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.estimator.CalibratedOdds;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.format.hs3.JointFile;
import hep.aurum.format.onnx.OnnxExport;
import hep.aurum.format.onnx.OnnxNetwork;
import hep.aurum.format.onnx.OnnxRatio;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.likelihood.joint.ConstantShape;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.toy.BumpOptions;
import hep.aurum.simulator.toy.BumpToy;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The unbinned test of a study of the embedded resonance, learned from its simulation alone. */
@Tag("slow")
class JointStudyTest {

    /** The expected significance of the exact unbinned test of 50 events on 1000. */
    private static final double EXACT = 4.347;

    private static final String STUDY = """
            aurum: 1
            name: bump
            seed: 1
            luminosity: 100
            parameters: {mu: {range: [0, 4], standard: 1}}
            processes:
              background: {role: background, simulator: {name: bump, events: 40000}}
              signal: {rate: mu, simulator: {name: bump, events: 20000}}
            split: {training: 0.4, validation: 0.1, template: 0.4, pseudo_data: 0.1}
            estimator: {method: rascal, hidden: [16, 16], activation: silu, members: 1, epochs: 10}
            data: {pseudo: {mu: 1}}
            tests: {scan: {points: 5}, discovery: {poi: mu, bins: 30}}
            outputs: {figures: false, histograms: false}
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static JsonNode result = JsonText.parse("{}");

    @BeforeAll
    static void run() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
        StudyRun run =
                StudyRun.of(StudyReader.read(study), new RunOptions(folder.resolve("out"), false, 2, Progress.NONE));
        run.execute();
        result = JsonText.parse(run.resultText());
    }

    private static JsonNode unbinned() {
        return result.path("discovery").path("unbinned");
    }

    /**
     * The error of the expected significance is that of its own Asimov events and normalisation. A network that is not learned
     * well can only be worse; three errors to either side are exceeded in 0.3 % of seeds.
     */
    @Test
    void theExpectedSignificanceIsTheExactOne() {
        double z = unbinned().path("discovery").path("zExpected").doubleValue();
        double error = unbinned().path("zExpectedError").doubleValue();

        assertThat(error).isBetween(0.02, 0.5);
        assertThat(z).isCloseTo(EXACT, within(3 * error));
    }

    private static RatioEstimator storedOdds() {
        return StoredModel.read(folder.resolve("out/model"))
                .processes()
                .get(1)
                .odds()
                .orElseThrow();
    }

    /**
     * The network alone is off by .18. Half of the 40000 background events normalise it: four standard deviations of their mean of
     * the exact odds are exceeded in 6e-5 of seeds. The same draws give both means.
     */
    @Test
    void theMeanOfTheOddsOverTheBackgroundIsOne() {
        BumpToy toy = BumpToy.of(BumpOptions.withDefaults());
        UniformRandomProvider random = RandomStreams.of(11).stream("background", 0);
        int n = 40_000;
        double[] x = new double[n];
        double exact = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            x[i] = toy.drawMass(false, random);
            double odds = toy.signalDensity(x[i]) / toy.backgroundDensity(x[i]);
            exact += odds / n;
            squares += odds * odds / n;
        }
        double error = Math.sqrt((squares - exact * exact) / 20_000);

        assertThat(mean(storedOdds(), x)).isCloseTo(exact, within(4 * error));
        assertThat(mean(((CalibratedOdds) storedOdds()).base(), x)).isLessThan(exact - 4 * error);
    }

    private static double mean(RatioEstimator odds, double[] x) {
        double[] both = new double[2 * x.length];
        odds.logRatios(x, new double[] {0, 1}, both, 2);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += StrictMath.exp(both[2 * i + 1] - both[2 * i]);
        }
        return sum / x.length;
    }

    @Test
    void theStoredOddsAreThoseOfTheLikelihood() {
        CalibratedOdds odds = (CalibratedOdds) storedOdds();
        ConstantShape shape = (ConstantShape) JointFile.read(folder.resolve("out/model/likelihood.json"))
                .parts()
                .get(0)
                .channel()
                .processes()
                .get(1)
                .shape();

        assertThat(shape.slope()).isEqualTo(odds.slope());
        assertThat(shape.shift()).isEqualTo(odds.shift());
        double[] x = {118, 125.5, 131};
        double[] both = new double[6];
        odds.logRatios(x, new double[] {0, 1}, both, 1);
        double[] ratios = new double[3];
        shape.at(x).evaluate(new double[0], ratios, null, null);
        for (int i = 0; i < 3; i++) {
            assertThat(StrictMath.log(ratios[i])).isCloseTo(both[2 * i + 1] - both[2 * i], within(1e-12));
        }
    }

    @Test
    void theExportedOddsAreTheStoredOnes() {
        RatioEstimator odds = storedOdds();
        OnnxNetwork network =
                OnnxNetwork.parse(OnnxExport.of(odds).withScore(true).toBytes(), "odds");
        RatioEstimator read = OnnxRatio.of(network);
        double[] expected = new double[1];
        double[] found = new double[1];
        for (double x = 101; x < 160; x += 3.5) {
            for (double fraction : new double[] {0, 0.25, 1}) {
                double[] event = {x};
                double[] theta = {fraction};
                double value = odds.logRatioAndScore(event, theta, expected);

                assertThat(read.logRatioAndScore(event, theta, found)).isCloseTo(value, within(1e-5));
                assertThat(found[0]).isCloseTo(expected[0], within(1e-5));
                assertThat(network.evaluate("score", Map.of("x", event, "theta", theta), 1)[0])
                        .isCloseTo(expected[0], within(1e-5));
            }
        }
    }

    /** Models of the first version have no calibration. */
    @Test
    void oldModelsAreReadAsTheyWereWritten() throws IOException {
        Path old = Files.createDirectories(folder.resolve("old"));
        Path model = folder.resolve("out/model");
        Files.copy(model.resolve("odds-signal.aurum"), old.resolve("odds-signal.aurum"));
        String text = Files.readString(model.resolve("model.json"));
        String first = text.replaceAll(",\\s*\"odds_(slope|shift)\" : [-0-9.eE]+", "")
                .replace("\"aurum_model\" : 2", "\"aurum_model\" : 1");
        Files.writeString(old.resolve("model.json"), first);

        assertThat(text).contains("\"aurum_model\" : 2", "odds_slope", "odds_shift");
        assertThat(first).doesNotContain("odds_s");
        RatioEstimator odds = StoredModel.read(old).processes().get(1).odds().orElseThrow();
        assertThat(odds).isNotInstanceOf(CalibratedOdds.class);
        assertThat(odds.logRatio(new double[] {125}, new double[] {1}))
                .isEqualTo(((CalibratedOdds) storedOdds()).base().logRatio(new double[] {125}, new double[] {1}));

        Files.writeString(
                old.resolve("model.json"), text.replaceAll("\"odds_slope\" : [-0-9.eE]+", "\"odds_slope\" : 1e999"));
        assertThatThrownBy(() -> StoredModel.read(old))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("number");
    }

    @Test
    void theRatesAddUpToTheStudysExpectation() {
        double sum = StreamSupport.stream(unbinned().path("processes").spliterator(), false)
                .mapToDouble(process -> process.path("expectedEvents").doubleValue())
                .sum();
        double expected = result.path("scan").path("expected").path("events").doubleValue();

        assertThat(sum).isCloseTo(expected, within(1e-9 * expected));
        assertThat(expected).isCloseTo(1050, within(1e-6));
    }

    @Test
    void theFileGivesTheSameTest() {
        Path file = folder.resolve("out").resolve(unbinned().path("likelihood").asString());
        DiscoveryResult again = Discovery.of(JointFile.read(file).model(), 1);
        JsonNode discovery = unbinned().path("discovery");

        assertThat(again.q0()).isCloseTo(discovery.path("q0").doubleValue(), within(1e-7));
        assertThat(again.q0Expected()).isCloseTo(discovery.path("q0Expected").doubleValue(), within(1e-7));
        assertThat(again.muHat()).isCloseTo(discovery.path("muHat").doubleValue(), within(1e-6));
    }

    /** Neither the learning nor the number of events matters here. */
    @Test
    void dataDrivenProcessesAreNamedAsSuchEverywhere() throws IOException {
        String text = STUDY.replace("events: 40000}", "events: 4000}, data_driven: {uncertainty: 0.1}")
                .replace("events: 20000", "events: 1000")
                .replace("epochs: 10", "epochs: 1")
                .replace("bins: 30", "bins: 4, luminosity_uncertainty: 0.02");
        Path study = Files.writeString(folder.resolve("driven.yaml"), text);
        Path out = folder.resolve("driven");
        StudyRun run = StudyRun.of(StudyReader.read(study), new RunOptions(out, false, 2, Progress.NONE));
        run.execute();
        JsonNode discovery = JsonText.parse(run.resultText()).path("discovery");
        JsonNode background = discovery.path("unbinned").path("processes").path(0);
        String page = Files.readString(out.resolve("report.html"));

        assertThat(background.path("name").asString()).isEqualTo("background");
        assertThat(background.path("isDataDriven").asBoolean()).isTrue();
        assertThat(discovery.path("unbinned").path("nuisances").toString()).contains("lumi", "data_driven_background");
        assertThat(run.summaryText()).contains("background: 1000.0 events expected, data-driven");
        assertThat(page).contains("data_driven_background");
        assertThat(JointFile.read(out.resolve("model/likelihood.json"))
                        .parts()
                        .get(0)
                        .dataDriven())
                .containsExactly("background");
        assertThat(Files.readString(out.resolve(Artefacts.LEARNED_WORKSPACE))).contains("data_driven_background");
    }

    /** 1000 events of background are expected, and a fraction of 500 simulated ones stands for them. */
    @Test
    void fewerSimulatedEventsThanExpectedGiveNoUnbinnedTest() throws IOException {
        String text = STUDY.replace("events: 40000}", "events: 500}")
                .replace("events: 20000", "events: 500")
                .replace("epochs: 10", "epochs: 1")
                .replace("bins: 30", "bins: 2");
        Path study = Files.writeString(folder.resolve("scarce.yaml"), text);
        Path out = folder.resolve("scarce");
        StudyRun run = StudyRun.of(StudyReader.read(study), new RunOptions(out, false, 2, Progress.NONE));
        run.execute();

        assertThat(JsonText.parse(run.resultText())
                        .path("discovery")
                        .path("unbinned")
                        .isNull())
                .isTrue();
        assertThat(run.summaryText()).contains("there is no unbinned test: 1000 events of background are expected");
        assertThat(out.resolve("model/likelihood.json")).doesNotExist();
    }

    @Test
    void thePageAndTheSummaryShowIt() throws IOException {
        String page = Files.readString(folder.resolve("out/report.html"));
        String summary = Files.readString(folder.resolve("out/summary.txt"));

        assertThat(page).contains("events, unbinned", "Processes of the unbinned test", "Expected upper limits");
        assertThat(summary).contains("unbinned ", "likelihood: model/likelihood.json");
    }
}

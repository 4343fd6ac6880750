package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies at the edge of what a study can be run to their end, with finite numbers. */
class OddStudyTest {

    private static final String BUMP = """
            aurum: 1
            name: bump
            luminosity: 100
            parameters:
              mu: {range: [0, 4], standard: 1}
            processes:
              background:
                role: background
                simulator: {name: bump, events: 3000}
              signal:
                role: signal
                rate: mu
                simulator: {name: bump, events: 1500}
            split: {training: 0.4, validation: 0.1, template: 0.4, pseudo_data: 0.1}
            estimator: {method: rascal, hidden: [6], members: 1, epochs: 3, batch: 128}
            data:
              pseudo: {mu: 1}
            tests:
              scan: {points: 9}
              discovery: {poi: mu, bins: 8, classical: mass}
            outputs: {figures: false, histograms: true, workspace: true}
            """;

    @TempDir
    private Path folder = Path.of("");

    private String finished(String text) {
        TinyStudy study = TinyStudy.at(folder);
        CommandRun run = study.run(text);
        assertThat(run.code()).as(run.err()).isZero();
        String result = study.output("result.json");
        assertThat(result).doesNotContain("NaN", "Infinity");
        assertThat(run.out()).doesNotContain("NaN", "Infinity", "null");
        return result;
    }

    @Test
    void expectedResultsAlone() {
        TinyStudy.in(folder);

        String result = finished(TinyStudy.FROM_FILE.replaceFirst("data:\n.*\n", ""));

        assertThat(result).contains("\"observed\" : null", "\"data\" : null");
    }

    @Test
    void noPseudoDataEvent() {
        TinyStudy.in(folder);

        String result = finished(TinyStudy.FROM_FILE.replace("luminosity: 100", "luminosity: 1.0e-6"));

        assertThat(result).contains("\"kind\" : \"pseudo\",\n    \"events\" : 0");
    }

    @Test
    void recordedEvents() {
        TinyStudy.in(folder).writeEvents("data.lhe", 1, 99);

        String result = finished(TinyStudy.FROM_FILE.replace("pseudo: {theta: 0.1}", "events: [data.lhe]"));

        assertThat(result).contains("\"kind\" : \"recorded\",\n    \"events\" : " + TinyStudy.EVENTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void severalParameters(int operators) {
        StringBuilder ranges = new StringBuilder();
        for (int a = 1; a <= operators; a++) {
            ranges.append("  theta").append(a).append(": {range: [-0.3, 0.3]}\n");
        }
        String text = TinyStudy.SIMULATED
                .replace("  theta: {range: [-0.3, 0.3]}\n", ranges)
                .replace("smearing: 0.5", "smearing: 0.5, parameters: " + operators)
                .replace("points: 9", "points: 5, neyman: {toys: 20}")
                .replace("estimator:", "data: {pseudo: {theta1: 0.1}}\nestimator:")
                .replace("figures: false", "figures: true");

        assertThat(finished(text)).contains("\"plane\" : {");
    }

    @Test
    void aRateWithItsBackground() {
        String result = finished(BUMP);

        assertThat(result).contains("\"gainExpectedZ\" : ");
    }

    @Test
    void discoveryWithoutData() {
        finished(BUMP.replaceFirst("data:\n.*\n", "").replace("figures: false", "figures: true"));
    }

    @Test
    void discoveryWithoutOneEvent() {
        finished(BUMP.replace("luminosity: 100", "luminosity: 1.0e-6"));
    }

    @Test
    void discoveryInOneBin() {
        finished(BUMP.replace("bins: 8", "bins: 1"));
    }

    private static String withRate(String range) {
        return TinyStudy.FROM_FILE
                .replace("processes:", "  mu: {range: " + range + ", standard: 1}\nprocesses:")
                .replace("  signal:\n", "  signal:\n    rate: mu\n");
    }

    private void impossible(int code, String text, String word) {
        TinyStudy study = TinyStudy.at(folder);
        CommandRun run = study.run(text);
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.sentence()).contains(word);
        assertThat(study.out()).doesNotExist();
    }

    @Test
    void aRateWithoutBackground() {
        TinyStudy.in(folder);

        finished(withRate("[0.1, 3]"));
        assertThat(TinyStudy.at(folder).output("result.json")).contains("\"mu\"");
    }

    @Test
    void aRateWithoutBackgroundThatVanishes() {
        TinyStudy.in(folder);

        impossible(4, withRate("[0, 3]"), "mu = 0");
    }

    @Test
    void discoveryWithoutBackground() {
        TinyStudy.in(folder);

        impossible(3, withRate("[0.1, 3]").replace("points: 9}", "points: 9}\n  discovery: {poi: mu}"), "background");
    }

    @Test
    void classicalObservableThatIsNotThere() {
        impossible(3, BUMP.replace("classical: mass", "classical: masss"), "masss");
        impossible(3, BUMP.replace("classical: mass", "classical: mass, classical_range: [160, 100]"), "range");
    }

    @Test
    void aHandfulOfEvents() {
        TinyStudy.in(folder);

        for (int events : new int[] {1, 3, 20}) {
            String few = TinyStudy.FROM_FILE.replace("generated_at: sm", "generated_at: sm, maximum: " + events);
            CommandRun run = TinyStudy.at(folder).run(few);
            assertThat(run.code()).as(run.err()).isIn(1, 3);
            assertThat(TinyStudy.at(folder).out()).doesNotExist();
        }
    }

    @Test
    void copiesAndADetector() {
        TinyStudy.in(folder);

        finished(TinyStudy.FROM_FILE
                .replace("  signal:\n", "  signal:\n    copies: 3\n")
                .replace("selection:", "detector: {responses: {photon: {pt_resolution: 0.1}}}\nselection:"));
        assertThat(TinyStudy.at(folder)
                        .run(
                                TinyStudy.FROM_FILE.replace(
                                        "selection:",
                                        "detector: {responses: {photon: {pt_resolution: 0.1 *}}}\nselection:"),
                                "--force")
                        .sentence())
                .contains("expected");
    }

    @Test
    void anObservableThatIsConstant() {
        TinyStudy.in(folder);

        finished(TinyStudy.FROM_FILE
                .replace("  x: px(photon[1])\n", "  x: px(photon[1])\n  n: count(photon)\n")
                .replace("figures: false", "figures: true"));
    }
}

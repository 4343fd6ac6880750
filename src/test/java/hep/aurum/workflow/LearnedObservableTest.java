package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.estimator.MixtureRatio;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.format.histogram.HistogramFiles;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Histogram1D;
import hep.aurum.param.ParameterPoint;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedObservableTest {

    private static final Path EVENTS = Path.of("examples/vbf-higgs/vbf_haa_cHW_cHWtil_5k.lhe.gz");
    private static final String STUDY = """
            aurum: 1
            name: learned
            seed: 3
            luminosity: 139
            parameters:
              cHW: {range: [-1.5, 1.5]}
              mu:  {range: [0, 3], standard: 1}
            processes:
              vbf:
                rate: mu
                benchmarks: {sm: {cHW: 0}, b1: {cHW: 3}, b2: {cHW: -3}}
                events: [{file: FILE, generated_at: sm, maximum: 300}]
            selection: [count(photon) >= 2 and count(jet) >= 1, "pt(jet[1]) > 60"]
            observables:
              pt_j1: pt(jet[1])
            spectators:
              m_yy: mass(photon[1] + photon[2])
            estimator: {method: rascal, hidden: [6], members: 1, epochs: 2, batch: 64}
            tests: {scan: {fixed: {mu: 1}, points: 5}}
            outputs: {figures: false}
            """;

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void run() throws IOException {
        Path study = folder.resolve("study.yaml");
        Files.writeString(study, STUDY.replace("FILE", EVENTS.toAbsolutePath().toString()));
        StudyRun.of(StudyReader.read(study), new RunOptions(folder.resolve("out"), false, 1, Progress.NONE))
                .execute();
    }

    @Test
    void isTheRatioOfTheStoredModelOnTheObservablesOfTheStudy() {
        ParameterPoint theta0 = ParameterPoint.of(1, 1);
        ParameterPoint theta1 = ParameterPoint.of(0, 1);
        LearnedObservable learned =
                LearnedObservable.read(folder.resolve("out")).between(theta0, theta1);
        MixtureRatio ratio = StoredModel.read(folder.resolve("out/model"));
        LearnedObservable.Reader reader = learned.open(EVENTS);
        int selected = 0;
        int refused = 0;

        try (EventCursor events = reader.source().open()) {
            for (int i = 0; i < 100; i++) {
                Event event = Objects.requireNonNull(events.next());
                double leading = event.particles().stream()
                        .filter(p -> p.isFinal() && (Math.abs(p.pdgId()) <= 5 || p.pdgId() == 21))
                        .mapToDouble(p -> p.momentum().pt())
                        .max()
                        .orElse(0);
                OptionalDouble actual = reader.logRatio(event);

                assertThat(actual.isPresent()).isEqualTo(leading > 60);
                if (actual.isPresent()) {
                    double[] x = {leading};
                    double expected = ratio.logRatio(x, theta0.toArray()) - ratio.logRatio(x, theta1.toArray());
                    assertThat(actual.getAsDouble()).isCloseTo(expected, within(1e-12));
                }
                selected += actual.isPresent() ? 1 : 0;
                refused += actual.isPresent() ? 0 : 1;
            }
        }

        assertThat(learned.featureNames()).containsExactly("pt_j1");
        assertThat(selected).isPositive();
        assertThat(refused).isPositive();
    }

    @Test
    void theRunLeavesTheScoreBesideTheRatioOnTheSameEvents() {
        Map<String, Histogram1D> histograms = HistogramFiles.read(folder.resolve("out/histograms.aida")).stream()
                .filter(object -> object.folder().equals("/learned/vbf"))
                .collect(Collectors.toMap(AnalysisObject::name, object -> (Histogram1D) object.content()));

        // The rate multiplies all events: its score is the same for all, and says nothing.
        assertThat(histograms).containsOnlyKeys("log_ratio", "score_cHW");
        Histogram1D ratio = Objects.requireNonNull(histograms.get("log_ratio"));
        Histogram1D score = Objects.requireNonNull(histograms.get("score_cHW"));
        assertThat(score.allEntries()).isEqualTo(ratio.allEntries()).isPositive();
        assertThat(score.sumOfAllHeights()).isCloseTo(ratio.sumOfAllHeights(), within(1e-9));
    }

    @Test
    void needsAFinishedRun() {
        assertThatThrownBy(() -> LearnedObservable.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("result.json");
    }
}

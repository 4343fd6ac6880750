package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.Progress;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventShape;
import hep.aurum.observable.collection.MemoryTable;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variations of a flat background in the unbinned test: x = √u has the density 2x, x = 1 − √u the density 2(1 − x). */
class JointVariationsTest {

    private static final int EVENTS = 4000;

    @TempDir
    private static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static JointBuilding building;

    private static final String TEXT = """
            aurum: 1
            name: varied
            seed: 5
            luminosity: 2
            parameters: {mu: {range: [0, 3], standard: 1}}
            processes:
              flat:
                events: [{file: b.dat, cross_section: 0.5}]
                variations:
                  scale:
                    up: [{file: up.dat, cross_section: 0.55}]
                    down: [{file: down.dat, cross_section: 0.4}]
                  half:
                    up: [{file: half.dat, cross_section: 0.5}]
              signal: {rate: mu, events: [{file: s.dat, cross_section: 0.02}]}
            observables: {x: x}
            estimator: {method: alice, members: 1, hidden: [8], epochs: 20, learning_rate: 0.02}
            tests: {discovery: {poi: mu, bins: 4}}
            """;

    /** Every file has points of its own sequence, so that no event is in two of them. */
    @BeforeAll
    static void build() throws IOException {
        table("s.dat", 0.7548776662466927, u -> 0.5 + 0.25 * u);
        table("b.dat", 0.6180339887498949, u -> u);
        table("up.dat", 0.5698402909980532, Math::sqrt);
        table("down.dat", 0.8191725133961645, u -> 1 - Math.sqrt(u));
        // Density 1/2 + x, whose inverse has the integral ln 3.
        table("half.dat", 0.6710436067037893, u -> -0.5 + Math.sqrt(0.25 + 2 * u));
        building = built();
    }

    private static void table(String name, double step, DoubleUnaryOperator of) throws IOException {
        MemoryTable table = new MemoryTable();
        double[] values = IntStream.range(0, EVENTS)
                .mapToDouble(i -> of.applyAsDouble((i * step) % 1))
                .toArray();
        table.scalar("x", values);
        MemoryTableFormat.file(folder, name, table);
    }

    private static JointBuilding built() throws IOException {
        Study study = StudyReader.read(Files.writeString(folder.resolve("study.yaml"), TEXT));
        List<VariedSamples.Varied> varied = VariedSamples.read(study, Progress.NONE);
        Parts parts = Parts.of(study, SampleReading.read(study, Progress.NONE));
        Learning.Learned learned = Learning.learn(study, parts, varied, 1, Learning.Shelf.NONE, Progress.NONE);
        return JointBuilding.of(study, learned, parts, varied, Optional.empty(), List.of(), 1);
    }

    /**
     * At ±1 of a nuisance the density is the varied one, learned from 2000 events of each kind. The nominal density would miss it by
     * .58 and .29 in the mean square. The one-sided variation is mirrored to its inverse.
     */
    @Test
    void densitiesAreThoseOfTheVariedEvents() {
        EventChannel channel = building.workspace().parts().get(0).channel();
        double[] x = IntStream.range(0, 100).mapToDouble(i -> (i + 0.5) / 100).toArray();
        EventShape flat = channel.processes().get(0).shape().at(x);

        assertThat(channel.processes().get(0).shape().parameters()).containsExactly("scale", "half");
        requireDensity(flat, x, new double[] {0, 0}, at -> 1, 1e-12);
        requireDensity(flat, x, new double[] {1, 0}, at -> 2 * at, 0.15);
        requireDensity(flat, x, new double[] {-1, 0}, at -> 2 - 2 * at, 0.15);
        requireDensity(flat, x, new double[] {0, 1}, at -> 0.5 + at, 0.12);
        requireDensity(flat, x, new double[] {0, -1}, at -> 1 / (Math.log(3) * (0.5 + at)), 0.12);
    }

    private static void requireDensity(
            EventShape shape, double[] x, double[] at, DoubleUnaryOperator density, double error) {
        double[] ratio = new double[x.length];
        shape.evaluate(at, ratio, null, null);
        double square = 0;
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            square += Math.pow(ratio[i] - density.applyAsDouble(x[i]), 2) / x.length;
            mean += ratio[i] / x.length;
        }
        assertThat(Math.sqrt(square)).isLessThan(error);
        assertThat(mean).isCloseTo(1, within(0.05));
    }

    @Test
    void ratesAreThoseOfTheVariedFiles() {
        StatisticalModel model = building.workspace().model();
        double[] point = model.initialPoint();
        double nominal = model.expectedCounts(point)[0];
        point[model.indexOf("scale")] = 1;
        double up = model.expectedCounts(point)[0];
        point[model.indexOf("scale")] = -1;
        double down = model.expectedCounts(point)[0];

        assertThat(nominal).isCloseTo(1000, within(1e-6));
        assertThat(up).isCloseTo(1100, within(1e-6));
        assertThat(down).isCloseTo(800, within(1e-6));
        assertThat(model.constraints()).hasSize(2);
    }
}

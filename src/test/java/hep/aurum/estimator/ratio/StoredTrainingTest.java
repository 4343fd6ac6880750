package hep.aurum.estimator.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.Progress;
import hep.aurum.estimator.NetworkRatio;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Prior;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.FixedPairs;
import hep.aurum.sample.LabelledFolder;
import hep.aurum.sample.LabelledSample;
import hep.aurum.sample.MinedEvents;
import hep.aurum.sample.StoredEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTrainingTest {

    private static final RandomStreams STREAMS = RandomStreams.of(12);
    private static final int CHUNK = 50_000;

    @TempDir
    private Path folder;

    private static RatioTrainer trainer(int threads) {
        return RatioTrainer.withDefaults()
                .with(o -> o.withHidden(List.of(10, 6))
                        .withBatch(150)
                        .withEpochs(2)
                        .withThreads(threads));
    }

    private static float[] weights(RatioTrainer trainer, MinedEvents training, MinedEvents validation) {
        TrainingResult result = trainer.train(training, validation, STREAMS, Progress.NONE);
        return ((NetworkRatio) result.estimator()).weights().parameters();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void eventsOnDiskTrainToTheBitsOfEventsInMemory(int threads) {
        EventSample training = new EftToy(2).draw(1000, STREAMS.stream("training", 0));
        EventSample validation = new EftToy(2).draw(300, STREAMS.stream("validation", 0));
        StoredEvents.write(training, folder.resolve("training"));
        StoredEvents.write(validation, folder.resolve("validation"));

        float[] memory = weights(trainer(1), training, validation);
        float[] disk = weights(
                trainer(threads),
                StoredEvents.open(folder.resolve("training")),
                StoredEvents.open(folder.resolve("validation")));

        assertThat(disk).isEqualTo(memory);
        assertThat(weights(trainer(threads), validation, training)).isNotEqualTo(memory);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void examplesOnDiskTrainToTheBitsOfExamplesInMemory(int threads) {
        EventSample events = new EftToy(2).draw(1000, STREAMS.stream("training", 0));
        LabelledSample pairs = FixedPairs.of(events, Prior.uniform(events.space()), STREAMS.stream("pairs", 0));
        LabelledFolder.of(folder).withSuffix("_train").write(pairs);
        LabelledSample stored = LabelledFolder.of(folder).withSuffix("_train").open();

        TrainingResult memory = trainer(1).train(pairs, pairs, STREAMS, Progress.NONE);
        TrainingResult disk = trainer(threads).train(stored, stored, STREAMS, Progress.NONE);

        assertThat(((NetworkRatio) disk.estimator()).weights().parameters())
                .isEqualTo(((NetworkRatio) memory.estimator()).weights().parameters());
    }

    /** 1.5 million events, shuffled in two steps, are 108 MB on disk; the heap that trains on them has 48 MB. */
    @Tag("slow")
    @Test
    void eventsLargerThanTheHeapTrainToTheBitsOfEventsInMemory() throws IOException, InterruptedException {
        int chunks = 30;
        EventSample first = chunk(0);
        try (StoredEvents.Writer writer =
                StoredEvents.writer(folder, first.space(), first.featureNames(), MonomialBasis.complete(2, 2))) {
            for (int i = 0; i < chunks; i++) {
                writer.append(chunk(i));
            }
            writer.finish();
        }
        assertThat(Files.size(folder.resolve("x.npy")) + Files.size(folder.resolve("coefficients.npy")))
                .isGreaterThan(90L << 20);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoredTrainingTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        EventSample memory = EventSample.join(java.util.stream.IntStream.range(0, chunks)
                .mapToObj(StoredTrainingTest::chunk)
                .toList());
        assertThat(printed).isEqualTo(Integer.toString(large(memory)));
    }

    private static EventSample chunk(int index) {
        return new EftToy(2).draw(CHUNK, STREAMS.stream("chunk", index));
    }

    private static int large(MinedEvents events) {
        RatioTrainer trainer = RatioTrainer.withDefaults()
                .with(o -> o.withHidden(List.of(4)).withBatch(1000).withEpochs(1));
        EventSample none = new EftToy(2).draw(0, STREAMS.stream("none", 0));
        return Arrays.hashCode(weights(trainer, events, none));
    }

    /** Train on a folder in a virtual machine of its own. */
    public static void main(String[] arguments) {
        System.out.print(large(StoredEvents.open(Path.of(arguments[0]))));
    }
}

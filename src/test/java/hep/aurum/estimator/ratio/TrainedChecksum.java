package hep.aurum.estimator.ratio;

import hep.aurum.base.Progress;
import hep.aurum.estimator.NetworkRatio;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;

/** Train a small network and reduce its weights to a checksum; a program too, for virtual machines of other kinds. */
final class TrainedChecksum {

    private TrainedChecksum() {}

    static long of(Activation activation, int threads) {
        RandomStreams streams = RandomStreams.of(12);
        EftToy toy = new EftToy(2);
        TrainingResult result = RatioTrainer.withDefaults()
                .with(o -> o.withHidden(List.of(20, 12))
                        .withActivation(activation)
                        .withBatch(150)
                        .withLearningRate(1e-3)
                        .withEpochs(2)
                        .withThreads(threads))
                .withAlpha(1)
                .train(
                        toy.draw(1000, streams.stream("training", 0)),
                        toy.draw(300, streams.stream("validation", 0)),
                        streams,
                        Progress.NONE);
        float[] weights = ((NetworkRatio) result.estimator()).weights().parameters();
        ByteBuffer bytes = ByteBuffer.allocate(4 * weights.length);
        bytes.asFloatBuffer().put(weights);
        CRC32 crc = new CRC32();
        crc.update(bytes.array());
        return crc.getValue();
    }

    /** Print the checksum of an activation. */
    public static void main(String[] arguments) {
        System.out.print(of(Activation.parse(arguments[0]), 2));
    }
}

package hep.aurum.estimator.score;

/**
 * Keep the labels of examples in float32, since at a fixed point they are the same in every epoch: 4(k + 1) bytes an example.
 */
final class KeptScores implements ScoreExamples {

    /** Labels are kept up to 256 MB; of more examples they are asked for each time. */
    private static final long LARGEST = 1L << 26;

    private final ScoreExamples examples;
    private final int stride;
    private final float[] labels;

    private KeptScores(ScoreExamples examples, int parameters) {
        this.examples = examples;
        this.stride = parameters + 1;
        this.labels = new float[examples.size() * stride];
        Labeller labeller = examples.labeller();
        double[] weightedScore = new double[parameters];
        for (int i = 0; i < examples.size(); i++) {
            labels[i * stride] = (float) labeller.label(i, weightedScore);
            for (int a = 0; a < parameters; a++) {
                labels[i * stride + 1 + a] = (float) weightedScore[a];
            }
        }
    }

    /** Return the examples with their labels kept, if they are few enough. */
    static ScoreExamples of(ScoreExamples examples, int parameters) {
        return (parameters + 1L) * examples.size() > LARGEST ? examples : new KeptScores(examples, parameters);
    }

    @Override
    public int size() {
        return examples.size();
    }

    @Override
    public void features(int index, float[] x) {
        examples.features(index, x);
    }

    @Override
    public Labeller labeller() {
        return (index, weightedScore) -> {
            int at = index * stride;
            for (int a = 0; a < weightedScore.length; a++) {
                weightedScore[a] = labels[at + 1 + a];
            }
            return labels[at];
        };
    }
}

package hep.aurum.workflow;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fill the histograms that a study leaves: features and learned log ratio by process, and the test's templates. */
final class StudyHistograms {

    private static final int BINS = 40;

    private StudyHistograms() {}

    /**
     * Hold one histogram with its place in the tree.
     *
     * @param path folder, such as {@code /features/signal}
     * @param name name in the folder
     * @param histogram the histogram
     */
    record Entry(String path, String name, Histogram1D histogram) {}

    static List<Entry> of(Study study, Parts parts, Learning.Learned learned, List<Templates.Test> tests, int threads) {
        List<Entry> entries = new ArrayList<>();
        EventSample events = parts.heldOut();
        ParameterPoint standard = study.parameters().standard();
        double[] weights = weights(study, events, standard);
        for (int column = 0; column < events.dimension(); column++) {
            add(entries, "/features/", events.featureNames().get(column), events, column(events, column), weights);
        }
        double[] logRatio = logRatio(study, learned, events, threads);
        add(entries, "/learned/", "log_ratio", events, logRatio, weights);
        scores(study, learned, events, threads)
                .forEach((parameter, score) -> add(entries, "/learned/", "score_" + parameter, events, score, weights));
        for (int t = 0; t < tests.size(); t++) {
            for (Histogram1D histogram : tests.get(t).histograms()) {
                entries.add(
                        new Entry("/signal_region/" + histogram.title(), t == 0 ? "learned" : "classical", histogram));
            }
        }
        return entries;
    }

    /** The log ratio between the point of the pseudo-data, or a corner of the ranges, and the standard point. */
    static double[] logRatio(Study study, Learning.Learned learned, EventSample events, int threads) {
        double[] numerator = new double[events.size()];
        double[] denominator = new double[events.size()];
        LearnedEvents bound = LearnedEvents.of(learned.ratio(), events, threads);
        bound.values(alternative(study).toArray(), numerator);
        bound.values(study.parameters().standard().toArray(), denominator);
        for (int i = 0; i < numerator.length; i++) {
            numerator[i] -= denominator[i];
        }
        return numerator;
    }

    /**
     * Return the learned score at the standard point, \(\partial\log\hat r/\partial\theta\), by the name of the parameter; those
     * that are the same for all events, as of a rate that multiplies everything, are left out.
     */
    static Map<String, double[]> scores(Study study, Learning.Learned learned, EventSample events, int threads) {
        int n = events.size();
        int k = study.parameters().size();
        double[] gradient = new double[n * k];
        LearnedEvents.of(learned.ratio(), events, threads)
                .valuesAndGradients(study.parameters().standard().toArray(), new double[n], gradient);
        Map<String, double[]> scores = new LinkedHashMap<>();
        for (int j = 0; j < k; j++) {
            double[] score = new double[n];
            for (int i = 0; i < n; i++) {
                score[i] = gradient[i * k + j];
            }
            if (Arrays.stream(score).anyMatch(value -> value != score[0])) {
                scores.put(study.parameters().get(j).name(), score);
            }
        }
        return scores;
    }

    static ParameterPoint alternative(Study study) {
        ParameterPoint standard = study.parameters().standard();
        return study.data()
                .pseudo()
                .filter(point -> !point.equals(standard))
                .or(() -> GenerationPoints.of(study).another(standard))
                .orElseGet(() -> ParameterPoint.of(study.parameters().parameters().stream()
                        .mapToDouble(p -> 0.5 * (p.standard() + p.max()))
                        .toArray()));
    }

    static double[] weights(Study study, EventSample events, ParameterPoint theta) {
        EventSample there = GenerationPoints.of(study).at(events, theta);
        double[] monomials = there.basis().values(theta);
        double[] weights = new double[there.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1000 * study.luminosity() * there.weight(i, monomials);
        }
        return weights;
    }

    private static double[] column(EventSample events, int column) {
        double[] values = new double[events.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = events.feature(i, column);
        }
        return values;
    }

    private static void add(
            List<Entry> entries, String path, String name, EventSample events, double[] values, double[] weights) {
        Axis axis = axis(name, values);
        for (int p = 0; p < events.processes().size(); p++) {
            Histogram1D.Builder histogram = Histogram1D.builder(name, axis);
            for (int row : events.rowsOf(p)) {
                histogram.fill(values[row], weights[row]);
            }
            entries.add(new Entry(path + events.processes().get(p), name, histogram.build()));
        }
    }

    /** The central 99 % of the values; what lies beyond is in the under- and overflow. */
    static Axis axis(String name, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = sorted[(int) (0.005 * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil(0.995 * (sorted.length - 1))];
        return high > low ? Axis.uniform(name, "", BINS, low, high) : Axis.uniform(name, "", 1, low - 1, low + 1);
    }
}

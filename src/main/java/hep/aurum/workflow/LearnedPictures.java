package hep.aurum.workflow;

import hep.aurum.param.ParameterPoint;
import hep.aurum.plot.figure.Distributions;
import hep.aurum.plot.figure.RocCurve;
import hep.aurum.plot.figure.RocFigure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.ParameterSymbol;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Picture what was learned, on events that took no part in training: how it tells hypotheses and processes apart. */
final class LearnedPictures {

    private static final int BINS = 40;

    private final Study study;
    private final Learning.Learned learned;
    private final int threads;
    private final FigureLabels labels;

    private LearnedPictures(Study study, Learning.Learned learned, int threads, FigureLabels labels) {
        this.study = study;
        this.learned = learned;
        this.threads = threads;
        this.labels = labels;
    }

    static List<Picture> of(Study study, Parts parts, Learning.Learned learned, int threads, FigureLabels labels) {
        LearnedPictures pictures = new LearnedPictures(study, learned, threads, labels);
        List<Picture> all = new ArrayList<>();
        pictures.byHypothesis(parts.heldOut(), all);
        study.discovery().ifPresent(test -> pictures.byProcess(parts.template(), test, all));
        return all;
    }

    /** The same events under both hypotheses: only their weights differ. */
    private void byHypothesis(EventSample events, List<Picture> pictures) {
        ParameterPoint standard = study.parameters().standard();
        ParameterPoint other = StudyHistograms.alternative(study);
        double[] one = StudyHistograms.weights(study, events, standard);
        double[] two = StudyHistograms.weights(study, events, other);
        if (Arrays.stream(one).sum() > 0 && Arrays.stream(two).sum() > 0) {
            double[] logRatio = StudyHistograms.logRatio(study, learned, events, threads);
            String point = difference(other, standard);
            pictures.add(new Picture(
                    "log-ratio",
                    "The learned log likelihood ratio of " + point
                            + " to the standard point, for events of both; with an"
                            + " exact ratio the quotient below is its exponential.",
                    Distributions.of("ln r̂", "", BINS)
                            .with("Standard", logRatio, one)
                            .with(point, logRatio, two)
                            .figure()
                            .withLabels(labels)));
        }
    }

    /** Name the parameters in which two points differ, as figures print them. */
    private String difference(ParameterPoint point, ParameterPoint standard) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < point.size(); i++) {
            if (point.get(i) != standard.get(i)) {
                String value = new BigDecimal(point.get(i))
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString();
                parts.add(ParameterSymbol.of(study.parameters().get(i).name()) + " = " + value.replace('-', '−'));
            }
        }
        return String.join(", ", parts);
    }

    private void byProcess(EventSample template, Study.Discovery test, List<Picture> pictures) {
        EventSample events = GenerationPoints.of(study).at(template, test.at());
        double[] weights = StudyHistograms.weights(study, events, withRate(test, 1));
        boolean[] isSignal = new boolean[events.processes().size()];
        for (int p = 0; p < isSignal.length; p++) {
            String name = events.processes().get(p);
            isSignal[p] = study.processes().stream()
                    .anyMatch(process -> process.name().equals(name) && process.isSignal());
        }
        int[] signal = rows(events, isSignal, true);
        int[] background = rows(events, isSignal, false);
        if (sum(weights, signal) <= 0 || sum(weights, background) <= 0) {
            return;
        }
        List<RocCurve> curves = new ArrayList<>();
        curves.add(curve("Learned ln r̂", statistic(events, test), weights, signal, background));
        int classical = events.featureNames().indexOf(test.classical());
        if (classical >= 0) {
            double[] column = IntStream.range(0, events.size())
                    .mapToDouble(i -> events.feature(i, classical))
                    .toArray();
            curves.add(curve(test.classical(), column, weights, signal, background));
        }
        pictures.add(new Picture(
                "roc",
                "How cuts on the learned statistic"
                        + (classical >= 0 ? ", or on " + test.classical() + " from above," : "")
                        + " separate signal from background, on events that took no part in training.",
                RocFigure.of(curves).withLabels(labels)));
    }

    private ParameterPoint withRate(Study.Discovery test, double rate) {
        double[] theta = test.at().toArray();
        theta[test.poi()] = rate;
        return ParameterPoint.of(theta);
    }

    private double[] statistic(EventSample events, Study.Discovery test) {
        LearnedEvents bound = LearnedEvents.of(learned.ratio(), events, threads);
        double[] with = new double[events.size()];
        double[] without = new double[events.size()];
        bound.values(withRate(test, 1).toArray(), with);
        bound.values(withRate(test, 0).toArray(), without);
        Arrays.setAll(with, i -> with[i] - without[i]);
        return with;
    }

    private static int[] rows(EventSample events, boolean[] isSignal, boolean wanted) {
        return IntStream.range(0, events.size())
                .filter(i -> isSignal[events.process(i)] == wanted)
                .toArray();
    }

    private static double sum(double[] weights, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> weights[i]).sum();
    }

    private static RocCurve curve(String name, double[] values, double[] weights, int[] signal, int[] background) {
        return RocCurve.of(
                name, pick(values, signal), pick(weights, signal), pick(values, background), pick(weights, background));
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }
}

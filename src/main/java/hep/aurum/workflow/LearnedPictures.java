package hep.aurum.workflow;

import hep.aurum.param.ParameterPoint;
import hep.aurum.plot.Figure;
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
import java.util.OptionalInt;
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
        if (Arrays.stream(one).sum() <= 0 || Arrays.stream(two).sum() <= 0) {
            return;
        }
        String point = difference(other, standard);
        double[] logRatio = StudyHistograms.logRatio(study, learned, events, threads);
        pictures.add(new Picture(
                "log-ratio",
                "The learned log likelihood ratio of " + point + " to the standard point, for events of both; with an"
                        + " exact ratio the quotient below is its exponential.",
                distribution("ln r̂", point, logRatio, one, two)));
        StudyHistograms.scores(study, learned, events, threads).forEach((name, score) -> {
            String symbol = ParameterSymbol.of(name);
            pictures.add(new Picture(
                    "score-" + name,
                    "The learned score in " + name + " at the standard point, for events of both hypotheses.",
                    distribution("∂ ln r̂ / ∂" + symbol, point, score, one, two)));
        });
    }

    private Figure distribution(String label, String point, double[] values, double[] one, double[] two) {
        return Distributions.of(label, "", BINS)
                .with("Standard", values, one)
                .with(point, values, two)
                .figure()
                .withLogarithmicAxis()
                .withLabels(labels);
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

    /** One curve for each background: cuts on a classical observable would not be fair, a peak has two sides. */
    private void byProcess(EventSample template, Study.Discovery test, List<Picture> pictures) {
        EventSample events = GenerationPoints.of(study).at(template, test.at());
        double[] weights = StudyHistograms.weights(study, events, withRate(test, 1));
        double[] statistic = statistic(events, test);
        int[] signal = rows(
                events,
                study.processes().stream()
                        .filter(process -> isTested(process, test))
                        .map(Study.Process::name)
                        .toList());
        List<RocCurve> curves = new ArrayList<>();
        for (Study.Process process : study.processes()) {
            int[] background = rows(events, List.of(process.name()));
            if (!isTested(process, test) && sum(weights, signal) > 0 && sum(weights, background) > 0) {
                curves.add(RocCurve.of(
                        "Against " + process.label(),
                        pick(statistic, signal),
                        pick(weights, signal),
                        pick(statistic, background),
                        pick(weights, background)));
            }
        }
        if (!curves.isEmpty()) {
            pictures.add(new Picture(
                    "roc",
                    "How cuts on the learned statistic separate the signal from each background, on events that took no"
                            + " part in training.",
                    RocFigure.of(curves).withLabels(labels)));
        }
    }

    /** The signal of a test is what its rate multiplies, whatever its role in figures. */
    private static boolean isTested(Study.Process process, Study.Discovery test) {
        return process.rate().equals(OptionalInt.of(test.poi()));
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

    private static int[] rows(EventSample events, List<String> processes) {
        return IntStream.range(0, events.size())
                .filter(i -> processes.contains(events.processes().get(events.process(i))))
                .toArray();
    }

    private static double sum(double[] weights, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> weights[i]).sum();
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }
}

package hep.aurum.trust;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ask whether the posterior closes in on the truth as events are added: its width falls as \(1/\sqrt n\), and its pull stays that of
 * one unit normal deviate. A bias of δ in θ that no single event shows gives n events a pull of \(\sqrt n\,\delta\sqrt I\): 2 at δ = .1,
 * I = 1, n = 400.
 *
 * <p>Several experiments are drawn at each of several θ*. The pull that is judged is that of the score at the truth, \(\sum_i
 * t(x_i|\theta^*)/\sqrt{nI}\), which for many events is that of the mode, and whose mean vanishes for the right ratio at any number of
 * events, where that of the mode does so only in the limit. The curves, {@link Evidence.Kind#PULLS} of the mode over n and widths as
 * {@link Evidence.Kind#CURVE}, are of the posterior itself. The twin is a shift of δ = .1 in units of \(1/\sqrt I\).
 */
public final class ConvergenceCheck implements Check {

    private static final int POINTS = 4;
    private static final int LEAST_REPEATS = 8;
    private static final int FEWEST_EVENTS = 64;
    private static final int MOST_EVENTS = 2048;
    private static final double TWIN = 0.1;

    private final int events;

    /** Create the check with 4000 events at each point, in experiments of the subject's size, within 64 and 2048. */
    public ConvergenceCheck() {
        this(4000);
    }

    /** Create the check with another number of events at each point. */
    public ConvergenceCheck(int events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "convergence";
    }

    /** Where it was asked: a parameter at one of the points, or at all of them. */
    private record Pull(int parameter, Optional<double[]> point, double value, double error, double pValue) {}

    @Override
    public Optional<Finding> examine(Subject subject, RandomStreams streams, int threads) {
        ParameterSpace prior = subject.prior();
        if (prior.size() == 0) {
            return Optional.empty();
        }
        int n = Math.max(FEWEST_EVENTS, Math.min(MOST_EVENTS, subject.experiment()));
        int repeats = Math.max(LEAST_REPEATS, (events + n - 1) / n);
        List<double[]> points = Family.points(prior, POINTS);
        List<double[]> truths = new ArrayList<>();
        for (int r = 0; r < repeats; r++) {
            truths.addAll(points);
        }
        List<EventData> data = subject.laws().experiments(truths, n, streams.part("data"));
        if (data.size() < LEAST_REPEATS * points.size()) {
            return Optional.of(unjudged(data.size()));
        }
        Contrast[][] scores = new Contrast[points.size()][];
        Family.run(scores.length, threads, p -> scores[p] = scores(subject, points.get(p), every(data, p, points.size())));
        ConvergenceCurve curve = ConvergenceCurve.of(subject, points, data, n, threads);
        return Optional.of(finding(prior, n, data.size() / points.size(), pulls(points, scores, data.size()), curve));
    }

    private Finding unjudged(int experiments) {
        return new Finding(
                name(),
                Double.NaN,
                0,
                Double.NaN,
                1,
                "not judged: events for " + experiments + " experiments only",
                "nothing",
                "simulate more events that took no part in training");
    }

    private static List<EventData> every(List<EventData> data, int first, int step) {
        List<EventData> some = new ArrayList<>();
        for (int i = first; i < data.size(); i += step) {
            some.add(data.get(i));
        }
        return some;
    }

    /** Return the mean score at the truth over all events, by parameter. */
    private static Contrast[] scores(Subject subject, double[] theta, List<EventData> data) {
        int k = theta.length;
        int n = data.stream().mapToInt(d -> d.weights().length).sum();
        double[][] scores = new double[k][n];
        double[] weights = new double[n];
        int row = 0;
        for (EventData experiment : data) {
            int size = experiment.weights().length;
            double[] own = new double[size * k];
            subject.ratio().logRatiosAndScores(experiment.events(), theta, new double[size], own, 1);
            for (int i = 0; i < size; i++, row++) {
                weights[row] = experiment.weights()[i];
                for (int a = 0; a < k; a++) {
                    scores[a][row] = own[i * k + a];
                }
            }
        }
        Contrast[] contrasts = new Contrast[k];
        Arrays.setAll(contrasts, a -> Contrast.of(scores[a], weights));
        return contrasts;
    }

    /** A mean pull over R experiments is the mean score in its standard errors, divided by \(\sqrt R\). */
    private static List<Pull> pulls(List<double[]> points, Contrast[][] scores, int experiments) {
        List<Pull> pulls = new ArrayList<>();
        double each = 1 / Math.sqrt((double) experiments / points.size());
        for (int a = 0; a < scores[0].length; a++) {
            double sum = 0;
            int judged = 0;
            double effective = 0;
            for (int p = 0; p < scores.length; p++) {
                Contrast c = scores[p][a];
                if (c.isJudged()) {
                    pulls.add(new Pull(a, Optional.of(points.get(p)), each * c.pull(), each, c.pValue()));
                    sum += c.pull();
                    judged++;
                    effective += c.effective();
                }
            }
            if (judged > 0) {
                Contrast all = new Contrast(sum, Math.sqrt(judged), effective);
                double error = each / Math.sqrt(judged);
                pulls.add(new Pull(a, Optional.empty(), error * all.pull(), error, all.pValue()));
            }
        }
        return pulls;
    }

    private Finding finding(ParameterSpace prior, int n, int repeats, List<Pull> pulls, ConvergenceCurve curve) {
        if (pulls.isEmpty()) {
            return unjudged(0);
        }
        double[] pValues = pulls.stream().mapToDouble(Pull::pValue).toArray();
        Pull worst = pulls.get(Family.worst(pValues));
        String where = worst.point().map(theta -> Family.at(prior, theta)).orElse(" over all points");
        String sentence = String.format(
                Locale.ROOT,
                "at n = %d the mean pull of %s is %.2f +- %.2f%s, expected 0; the width falls as n^%.2f",
                n,
                prior.get(worst.parameter()).name(),
                worst.value(),
                worst.error(),
                where,
                curve.power());
        double findable = Family.findable(pulls.size(), true) / Math.sqrt((double) repeats * n);
        String power = String.format(
                Locale.ROOT,
                "a bias at one point of %.3f of what one event resolves, a pull of %.2f at n = %d",
                findable,
                findable * Math.sqrt(n),
                n);
        Finding finding = new Finding(
                name(),
                worst.value(),
                0,
                worst.error(),
                Family.pValue(pValues),
                sentence,
                power,
                "more training events, or an ensemble; until then, trust experiments of fewer events only");
        return finding.with(curve.pulls()).with(curve.widths());
    }

    @Override
    public Optional<Twin> twin(Subject subject) {
        return Twins.shift(subject, TWIN);
    }
}

package hep.aurum.estimator;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Compose the ratio of a mixture of processes from one ratio per process.
 *
 * <p>With the cross-sections \(\sigma_p(\theta)\) after selection, rates included,
 *
 * <p>\[ p(x|\theta) = \sum_p\frac{\sigma_p(\theta)}{\sigma(\theta)}\,p_p(x|\theta), \qquad \log r(x|\theta) =
 * \log\sum_p\sigma_p(\theta)\,e^{\ell_p(x|\theta) + o_p(x)} - \log\sum_p\sigma_p(\theta), \]
 *
 * <p>where \(\ell_p = \log p_p(x|\theta)/p_p(x|s_p)\) carries the parameters that shape a process and \(o_p = \log
 * p_p(x|s_p)/p_0(x|s_0)\) tells the processes apart. The reference law is that of the first process's sample. A signal
 * strength or a rate enters through \(\sigma_p(\theta)\) alone and is therefore exact, however rare the process.
 *
 * <p>The process that an event came from is a discrete latent: its joint ratio is a constant or zero, so that there is no
 * score to mine from it, and a network that regresses the ratio of the whole mixture must find a rare signal under its
 * background from these alone. Per process the mined score is as informative as without background.
 *
 * @see <a href="https://arxiv.org/abs/1506.02169">Cranmer, Pavez, Louppe: decomposing a mixture, section 5</a>
 */
public final class MixtureRatio implements RatioEstimator {

    private final ParameterSpace space;
    private final List<String> featureNames;
    private final List<ProcessComponent> processes;

    private MixtureRatio(ParameterSpace space, List<String> featureNames, List<ProcessComponent> processes) {
        this.space = space;
        this.featureNames = List.copyOf(featureNames);
        this.processes = List.copyOf(processes);
    }

    /**
     * Return the ratio of a mixture.
     *
     * @param space all parameters
     * @param featureNames the features, the same for every part
     * @param processes at least one; all but the first have odds
     */
    public static MixtureRatio of(ParameterSpace space, List<String> featureNames, List<ProcessComponent> processes) {
        Check.argument(!processes.isEmpty(), "a mixture needs a process");
        for (int p = 0; p < processes.size(); p++) {
            ProcessComponent process = processes.get(p);
            Check.argument(
                    (p == 0) == process.odds().isEmpty(),
                    "process %s: the first process has no odds, every other has",
                    process.name());
            process.shape().ifPresent(e -> requireFeatures(e, featureNames));
            process.odds().ifPresent(e -> requireFeatures(e, featureNames));
        }
        return new MixtureRatio(space, featureNames, processes);
    }

    private static void requireFeatures(RatioEstimator estimator, List<String> featureNames) {
        Check.argument(
                estimator.featureNames().equals(featureNames),
                "a part of the mixture has the features %s, expected %s",
                estimator.featureNames(),
                featureNames);
    }

    /** Return the processes. */
    public List<ProcessComponent> processes() {
        return processes;
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public List<String> featureNames() {
        return featureNames;
    }

    @Override
    public String describe() {
        return "log r(x|theta) of the mixture of "
                + String.join(
                        ", ", processes.stream().map(ProcessComponent::name).toList())
                + " to the law of the training events of "
                + processes.get(0).name();
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        double[] logRatio = new double[1];
        logRatios(x, theta, logRatio, 1);
        return logRatio[0];
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        double[] logRatio = new double[1];
        logRatiosAndScores(x, theta, logRatio, score, 1);
        return logRatio[0];
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        checkBatch(events, thetas, logRatios);
        int k = space.size();
        int points = points(thetas);
        int n = events.length / featureNames.size();
        double[][] terms = new double[processes.size()][n * points];
        double[][] crossSections = new double[processes.size()][points];
        for (int p = 0; p < terms.length; p++) {
            fillTerms(p, events, thetas, terms[p], crossSections[p], threads);
        }
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] = combine(terms, crossSections, i, i % points);
        }
    }

    /** Fill \(\ell_p + o_p\) of every event and point, and \(\sigma_p\) of every point. */
    private void fillTerms(
            int p, double[] events, double[] thetas, double[] terms, double[] crossSections, int threads) {
        ProcessComponent process = processes.get(p);
        int k = space.size();
        int points = crossSections.length;
        double[] shapePoints = new double[points * process.shapeParameters().length];
        for (int j = 0; j < points; j++) {
            double[] theta = Arrays.copyOfRange(thetas, j * k, (j + 1) * k);
            crossSections[j] = process.crossSection(theta);
            double[] shapePoint = process.shapePoint(theta);
            System.arraycopy(shapePoint, 0, shapePoints, j * shapePoint.length, shapePoint.length);
        }
        process.shape().ifPresent(shape -> shape.logRatios(events, shapePoints, terms, threads));
        double[] odds = odds(process, events, threads);
        for (int i = 0; i < terms.length; i++) {
            terms[i] += odds[i / points];
        }
    }

    private double[] odds(ProcessComponent process, double[] events, int threads) {
        int n = events.length / featureNames.size();
        double[] odds = new double[n];
        process.odds().ifPresent(estimator -> {
            double[] both = new double[2 * n];
            estimator.logRatios(events, new double[] {0, 1}, both, threads);
            for (int i = 0; i < n; i++) {
                odds[i] = both[2 * i + 1] - both[2 * i];
            }
        });
        return odds;
    }

    /** Log-sum-exp over the processes; a process whose cross-section vanishes drops out. */
    private static double combine(double[][] terms, double[][] crossSections, int index, int point) {
        double largest = Double.NEGATIVE_INFINITY;
        double total = 0;
        for (int p = 0; p < terms.length; p++) {
            total += crossSections[p][point];
            if (crossSections[p][point] != 0) {
                largest = Math.max(largest, terms[p][index]);
            }
        }
        double sum = 0;
        for (int p = 0; p < terms.length; p++) {
            if (crossSections[p][point] != 0) {
                sum += crossSections[p][point] * StrictMath.exp(terms[p][index] - largest);
            }
        }
        requirePositive(total, sum);
        return largest + StrictMath.log(sum) - StrictMath.log(total);
    }

    private static void requirePositive(double total, double density) {
        if (!(total > 0) || !(density > 0)) {
            throw new BadModel(
                    "the mixture has the cross-section " + total + " and the density " + density
                            + " for an event; both must be positive",
                    "",
                    "restrict the ranges of the rates so that no process has a negative rate");
        }
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        checkBatch(events, theta, logRatios);
        int k = space.size();
        int n = logRatios.length;
        int count = processes.size();
        double[][] terms = new double[count][n];
        double[][] shapeScores = new double[count][];
        double[] crossSections = new double[count];
        double total = 0;
        for (int p = 0; p < count; p++) {
            ProcessComponent process = processes.get(p);
            crossSections[p] = process.crossSection(theta);
            total += crossSections[p];
            shapeScores[p] = new double[n * process.shapeParameters().length];
            if (process.shape().isPresent()) {
                process.shape()
                        .get()
                        .logRatiosAndScores(events, process.shapePoint(theta), terms[p], shapeScores[p], threads);
            }
            double[] odds = odds(process, events, threads);
            for (int i = 0; i < n; i++) {
                terms[p][i] += odds[i];
            }
        }
        Slopes slopes = Slopes.of(processes, theta);
        for (int i = 0; i < n; i++) {
            logRatios[i] = combineWithScore(terms, shapeScores, crossSections, slopes, total, i, scores, i * k);
        }
    }

    private double combineWithScore(
            double[][] terms,
            double[][] shapeScores,
            double[] crossSections,
            Slopes slopes,
            double total,
            int event,
            double[] scores,
            int row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] term : terms) {
            largest = Math.max(largest, term[event]);
        }
        int k = space.size();
        Arrays.fill(scores, row, row + k, 0);
        double sum = 0;
        for (int p = 0; p < terms.length; p++) {
            double density = StrictMath.exp(terms[p][event] - largest);
            sum += crossSections[p] * density;
            for (int a = 0; a < k; a++) {
                scores[row + a] += slopes.of[p][a] * density;
            }
            int[] own = slopes.shapeParameters[p];
            for (int a = 0; a < own.length; a++) {
                scores[row + own[a]] += crossSections[p] * density * shapeScores[p][event * own.length + a];
            }
        }
        requirePositive(total, sum);
        for (int a = 0; a < k; a++) {
            scores[row + a] = scores[row + a] / sum - slopes.total[a] / total;
        }
        return largest + StrictMath.log(sum) - StrictMath.log(total);
    }

    /** The derivatives of the cross-sections at one θ. */
    private static final class Slopes {
        private final double[][] of;
        private final double[] total;
        private final int[][] shapeParameters;

        private Slopes(double[][] of, double[] total, int[][] shapeParameters) {
            this.of = of;
            this.total = total;
            this.shapeParameters = shapeParameters;
        }

        static Slopes of(List<ProcessComponent> processes, double[] theta) {
            double[][] of = new double[processes.size()][theta.length];
            double[] total = new double[theta.length];
            int[][] shapeParameters = new int[processes.size()][];
            for (int p = 0; p < of.length; p++) {
                shapeParameters[p] = processes.get(p).shapeParameters();
                for (int a = 0; a < theta.length; a++) {
                    of[p][a] = processes.get(p).crossSectionSlope(theta, a);
                    total[a] += of[p][a];
                }
            }
            return new Slopes(of, total, shapeParameters);
        }
    }
}

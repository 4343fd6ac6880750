package hep.aurum.script;

import hep.aurum.base.BadInput;
import hep.aurum.base.BadModel;
import hep.aurum.format.WorkspaceFormats;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.fit.FitResult;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.infer.fit.Impacts;
import hep.aurum.infer.fit.ProfileScan;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.infer.test.TestResult;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.plot.Figure;
import hep.aurum.plot.figure.ClsScanFigure;
import hep.aurum.plot.figure.ImpactsFigure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ask a binned model: how significant, how large at most, how well known.
 *
 * <p>The answers are those of {@code aurum fit}, {@code hypotest}, {@code limit}, {@code scan} and {@code impacts}. The model is the
 * first measurement of a workspace; its parameter of interest is that of the measurement.
 */
public final class ModelTest {

    private static final double LEVEL = 0.95;

    private final Workspace document;
    private final BinnedModel model;

    private ModelTest(Workspace document, BinnedModel model) {
        this.document = document;
        this.model = model;
    }

    static ModelTest of(Workspace workspace) {
        return new ModelTest(workspace, BinnedModel.of(workspace.validated("")));
    }

    static ModelTest read(Path path) {
        return of(WorkspaceFormats.read(path).workspace());
    }

    /** Return the name of the parameter of interest. */
    public String poi() {
        return model.poi()
                .orElseThrow(
                        () -> new BadModel("the model has no parameter of interest", "", "choose one: withPoi(name)"));
    }

    /** Return the same model with another parameter of interest. */
    public ModelTest withPoi(String name) {
        return new ModelTest(document, model.withPoi(name));
    }

    /** Maximise the likelihood: {@code bestfit()}, {@code errors()}, {@code twiceNll()} and more. */
    public FitResult fit() {
        return Fitter.withDefaults().fit(model);
    }

    /** Test one value of the parameter of interest by formulas: {@code cls()}, {@code clsExpected()} and more. */
    public TestResult hypotest(Number mu) {
        return AsymptoticTest.of(model, TestStatistic.Q_MU_TILDE).at(Values.number("mu", mu));
    }

    /** Test the background alone: {@code z()}, {@code p0()}, {@code zExpected()} and more; expected at strength 1. */
    public DiscoveryResult discovery() {
        return Discovery.of(model, 1);
    }

    /** Return the observed significance over the background, in standard deviations, one-sided. */
    public double significance() {
        return discovery().z();
    }

    /** Return the median significance that is expected at strength 1. */
    public double expectedSignificance() {
        return discovery().zExpected();
    }

    /** Return the observed p-value of the background alone. */
    public double p0() {
        return discovery().p0();
    }

    /** Return the observed upper limit at 95 % by CLs. */
    public double limit() {
        return limits(LEVEL).observed();
    }

    /**
     * Return the upper limit by CLs: {@code observed()}, and {@code expected()} at −2, −1, 0, 1 and 2 standard deviations.
     *
     * @param level the confidence level, such as 0.95
     */
    public LimitResult limits(Number level) {
        double wanted = Values.number("the confidence level", level);
        if (!(wanted > 0 && wanted < 1)) {
            throw new BadInput("the confidence level is " + wanted + ", expected a number between 0 and 1", "", "");
        }
        return UpperLimit.withDefaults().withLevel(wanted).of(model);
    }

    /**
     * Scan the profile likelihood in the parameter of interest: {@code points()} and {@code twiceDeltaNll()}.
     *
     * @param low first value
     * @param high last value
     * @param points how many values
     */
    public ProfileScan scan(Number low, Number high, int points) {
        return ProfileScan.of(
                model,
                List.of(poi()),
                grid(low, high, points).stream().map(List::of).toList());
    }

    /**
     * Test a range of values, for a figure of CLs.
     *
     * @param low first value
     * @param high last value
     * @param points how many values
     */
    public List<TestResult> hypotests(Number low, Number high, int points) {
        AsymptoticTest test = AsymptoticTest.of(model, TestStatistic.Q_MU_TILDE);
        return grid(low, high, points).stream().map(test::at).toList();
    }

    private static List<Double> grid(Number low, Number high, int points) {
        double first = Values.number("the first value", low);
        double last = Values.number("the last value", high);
        if (points < 2 || points > 10_000 || !(first < last)) {
            throw new BadInput(
                    points + " points from " + first + " to " + last
                            + ", expected 2 to 10000 from a smaller to a larger value",
                    "",
                    "");
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            values.add(first + (last - first) * i / (points - 1));
        }
        return values;
    }

    /** Return how far each nuisance moves the parameter of interest, the largest first. */
    public List<Impacts.Impact> impacts() {
        return Impacts.of(model, fit());
    }

    /** Return the figure of CLs against the parameter of interest, with the limit at 95 %; {@code aurum.plot} writes it. */
    public Figure clsFigure(Number low, Number high, int points) {
        return ClsScanFigure.of(poi(), hypotests(low, high, points)).withLimit(limits(LEVEL));
    }

    /** Return the figure of the impacts. */
    public Figure impactsFigure() {
        return ImpactsFigure.of(poi(), impacts());
    }

    /** Write the workspace as JSON of pyhf. */
    public ModelTest write(Object path) {
        PyhfWorkspace.write(document, Values.output(path));
        return this;
    }

    /** Return significance and limit in three lines. */
    public String summary() {
        DiscoveryResult discovery = discovery();
        LimitResult limit = limits(LEVEL);
        return String.format(
                Locale.ROOT,
                "%s = %.4g fitted%nsignificance %.2f observed (p0 = %.3g), %.2f expected%nlimit at 95 %% %.4g observed, %.4g expected",
                poi(),
                discovery.muHat(),
                discovery.z(),
                discovery.p0(),
                discovery.zExpected(),
                limit.observed(),
                limit.expected().get(2));
    }

    @Override
    public String toString() {
        return summary();
    }
}

package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.estimator.MixtureRatio;
import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.likelihood.unbinned.ExpectedEvents;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.CrossSection;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.toy.BumpOptions;
import hep.aurum.simulator.toy.BumpToy;
import hep.aurum.simulator.toy.EftOptions;
import hep.aurum.simulator.toy.EftToy;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The likelihood of a study whose ratios are known exactly: its rates, its nuisances, and what joins it. */
class JointBuildingTest {

    private static final double SIGNAL = 300;
    private static final double BACKGROUND = 1000;

    @TempDir
    private Path folder = Path.of("");

    /** 300 signal events on 1000, with keys of the background's process, of the discovery test and of the whole. */
    private Study bump(String background, String discovery, String more) throws IOException {
        String text = """
                aurum: 1
                name: bump
                seed: 1
                luminosity: 100
                parameters: {mu: {range: [0, 4], standard: 1}}
                processes:
                  background: {role: background, simulator: {name: bump, events: 4000}%s}
                  signal: {rate: mu, simulator: {name: bump, events: 2000, signal_pb: 3.0e-3}}
                tests: {discovery: {poi: mu%s}}
                %s
                """.formatted(background, discovery, more);
        return StudyReader.read(Files.writeString(folder.resolve("study.yaml"), text));
    }

    private static JointBuilding built(Study study, ToDoubleFunction<Double> logOdds) {
        StudySample sample = SampleReading.read(study, Progress.NONE);
        Parts parts = Parts.of(study, sample);
        List<ProcessComponent> components = new ArrayList<>();
        for (int p = 0; p < parts.rates().processes().size(); p++) {
            ProcessComponent component = ProcessComponent.of(
                    parts.rates().processes().get(p),
                    parts.rates().basis(),
                    CrossSection.ofProcess(parts.rates(), p).coefficients());
            components.add(p == 0 ? component : component.withOdds(new KnownOdds(logOdds)));
        }
        MixtureRatio ratio =
                MixtureRatio.of(study.parameters(), parts.training().featureNames(), components);
        return JointBuilding.of(
                study, new Learning.Learned(ratio, List.of()), parts, List.of(), Optional.empty(), List.of(), 1);
    }

    /** Odds of the mass that are known in closed form. */
    private record KnownOdds(ToDoubleFunction<Double> logOdds) implements RatioEstimator {

        @Override
        public ParameterSpace space() {
            return ParameterSpace.of(new Parameter("fraction", 0, 1, 0.5));
        }

        @Override
        public List<String> featureNames() {
            return List.of("mass");
        }

        @Override
        public String describe() {
            return "known odds";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            return theta[0] * logOdds.applyAsDouble(x[0]);
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            score[0] = logOdds.applyAsDouble(x[0]);
            return logRatio(x, theta);
        }
    }

    private static double exactOdds(double mass) {
        BumpToy toy = BumpToy.of(BumpOptions.withDefaults());
        return StrictMath.log(toy.signalDensity(mass) / toy.backgroundDensity(mass));
    }

    /** Where all events look alike only their number counts. */
    private static DiscoveryResult counting(Study study) {
        return Discovery.of(built(study, mass -> 0.0).workspace().model(), 1);
    }

    private static double poisson(double nu) {
        double n = SIGNAL + BACKGROUND;
        return 2 * (nu - n * StrictMath.log(nu));
    }

    @Test
    void alikeEventsAreCounted() throws IOException {
        double q0 = poisson(BACKGROUND) - poisson(SIGNAL + BACKGROUND);

        assertThat(counting(bump("", "", "")).q0Expected()).isCloseTo(q0, within(1e-7));
    }

    /** With \\(\\nu = \\lambda B\\) the derivative \\(2B - 2n/\\lambda + 2(\\lambda-1)/\\sigma^2\\) vanishes at the root of a quadratic. */
    @Test
    void luminosityMovesSimulatedProcesses() throws IOException {
        double variance = 0.03 * 0.03;
        double half = (variance * BACKGROUND - 1) / 2;
        double lambda = -half + Math.sqrt(half * half + variance * (SIGNAL + BACKGROUND));
        double q0 =
                poisson(lambda * BACKGROUND) + (lambda - 1) * (lambda - 1) / variance - poisson(SIGNAL + BACKGROUND);

        assertThat(counting(bump("", ", luminosity_uncertainty: 0.03", "")).q0Expected())
                .isCloseTo(q0, within(1e-7));
    }

    /**
     * The rate \\(\\nu = B(1+u)^\\beta\\) has \\(\\beta = \\ln(1+u)(n - \\nu)\\) where −2 ln L is lowest, which is above 1, where code 4
     * is this power exactly. The luminosity moves the signal alone, of which the background hypothesis has none.
     */
    @Test
    void dataDrivenRatesHaveTheirOwnUncertaintyAndNoLuminosity() throws IOException {
        double slope = StrictMath.log1p(0.03);
        double beta = 1;
        for (int i = 0; i < 200; i++) {
            double nu = BACKGROUND * StrictMath.exp(slope * beta);
            beta -= (beta - slope * (SIGNAL + BACKGROUND - nu)) / (1 + slope * slope * nu);
        }
        double nu = BACKGROUND * StrictMath.exp(slope * beta);
        double q0 = poisson(nu) + beta * beta - poisson(SIGNAL + BACKGROUND);
        Study study = bump(", data_driven: {uncertainty: 0.03}", ", luminosity_uncertainty: 0.2", "");

        assertThat(beta).isGreaterThan(1);
        assertThat(counting(study).q0Expected()).isCloseTo(q0, within(1e-7));
        assertThat(names(built(study, mass -> 0.0))).containsExactlyInAnyOrder("lumi", "data_driven_background");
        assertThat(built(study, mass -> 0.0).workspace().parts().get(0).dataDriven())
                .containsExactly("background");
    }

    private static List<String> names(JointBuilding building) {
        StatisticalModel model = building.workspace().model();
        return model.constraints().keySet().stream()
                .map(i -> model.parameters().get(i).name())
                .toList();
    }

    private String pyhf(
            String name, double content, List<Modifier> modifiers, double count, ParameterSettings... settings) {
        Path file = folder.resolve(name);
        PyhfWorkspace.write(
                new Workspace(
                        List.of(new Channel("control", List.of(new Sample("other", List.of(content), modifiers)))),
                        List.of(new Observation("control", List.of(count))),
                        List.of(new Measurement("m", "", List.of(settings)))),
                file);
        return "combine: [{workspace: " + name + "}]";
    }

    @Test
    void aChannelWithoutInformationChangesNothing() throws IOException {
        String key = pyhf("control.json", 100, List.of(new Modifier.NormFactor("k")), 117);
        DiscoveryResult alone = exact(bump("", ", luminosity_uncertainty: 0.03", ""));
        DiscoveryResult both = exact(bump("", ", luminosity_uncertainty: 0.03", key));

        assertThat(both.q0Expected()).isCloseTo(alone.q0Expected(), within(1e-8 * alone.q0Expected()));
        assertThat(both.q0()).isCloseTo(alone.q0(), within(1e-8 * alone.q0()));
        assertThat(both.muHat()).isCloseTo(alone.muHat(), within(1e-6));
    }

    private static DiscoveryResult exact(Study study) {
        return Discovery.of(
                built(study, JointBuildingTest::exactOdds).workspace().model(), 1);
    }

    /** A control region of a billion events fixes the luminosity that it shares, and the counting test is one without it. */
    @Test
    void aSharedNuisanceIsOneNuisance() throws IOException {
        ParameterSettings lumi =
                ParameterSettings.of("lumi").withRange(1, 0.7, 1.3).withConstraint(1, 0.03);
        String key = pyhf("lumi.json", 1e9, List.of(new Modifier.Lumi("lumi")), 1e9, lumi);
        Study study = bump("", ", luminosity_uncertainty: 0.03", key);

        assertThat(names(built(study, mass -> 0.0))).containsExactly("lumi");
        assertThat(counting(study).q0Expected())
                .isCloseTo(poisson(BACKGROUND) - poisson(SIGNAL + BACKGROUND), within(1e-3));
    }

    @Test
    void contradictingConstraintsAreRefused() throws IOException {
        ParameterSettings lumi =
                ParameterSettings.of("lumi").withRange(1, 0.7, 1.3).withConstraint(1, 0.05);
        String key = pyhf("lumi.json", 100, List.of(new Modifier.Lumi("lumi")), 100, lumi);
        Study study = bump("", ", luminosity_uncertainty: 0.03", key);

        assertThatThrownBy(() -> counting(study))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("\"lumi\"")
                .hasMessageContaining("0.03")
                .hasMessageContaining("0.05")
                .hasMessageContaining("lumi.json");
    }

    /** By whatever factor a network is off, the normalised odds are the same. */
    @Test
    void aFactorOfTheOddsDropsOut() throws IOException {
        Study study = bump("", "", "");
        DiscoveryResult right = exact(study);
        DiscoveryResult off = Discovery.of(
                built(study, mass -> 0.4 + exactOdds(mass)).workspace().model(), 1);

        assertThat(off.q0Expected()).isCloseTo(right.q0Expected(), within(1e-9 * right.q0Expected()));
    }

    /** The polynomial of the rate is that of the study at any point, with the shape's parameter moving both. */
    @Test
    void ratesAreThePolynomialsOfTheStudy() throws IOException {
        Study study = StudyReader.read(Files.writeString(folder.resolve("eft.yaml"), """
                aurum: 1
                name: eft
                luminosity: 300
                parameters: {theta: {range: [-0.5, 0.5]}}
                processes: {signal: {simulator: {name: eft-toy, events: 2000}}}
                """));
        Parts parts = Parts.of(study, SampleReading.read(study, Progress.NONE));
        EftToy toy = EftToy.of(EftOptions.withDefaults());
        ExactTruth truth = toy.truth();
        ProcessComponent process = ProcessComponent.of(
                        "signal",
                        parts.rates().basis(),
                        CrossSection.ofProcess(parts.rates(), 0).coefficients())
                .withShape(new Known(truth, study.parameters(), toy.featureNames()), 0);
        MixtureRatio ratio = MixtureRatio.of(study.parameters(), toy.featureNames(), List.of(process));
        StatisticalModel model = JointBuilding.of(
                        study, new Learning.Learned(ratio, List.of()), parts, List.of(), Optional.empty(), List.of(), 1)
                .workspace()
                .model();
        ExpectedEvents expected =
                ExpectedEvents.of(parts.rates().basis(), parts.rates().totalCoefficients(), study.luminosity());

        assertThat(model.poi()).contains("theta");
        for (double theta : new double[] {-0.5, -0.2, 0, 0.31, 0.5}) {
            double nu = expected.at(new double[] {theta});
            assertThat(model.expectedCounts(new double[] {theta})[0]).isCloseTo(nu, within(1e-9 * nu));
        }
    }

    private record Known(ExactTruth truth, ParameterSpace space, List<String> featureNames) implements RatioEstimator {

        @Override
        public String describe() {
            return "the exact ratio";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            return truth.logRatio(x, theta, new double[] {0});
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            truth.score(x, theta, score);
            return logRatio(x, theta);
        }
    }
}

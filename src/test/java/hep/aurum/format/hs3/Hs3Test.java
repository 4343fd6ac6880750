package hep.aurum.format.hs3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.math.optim.Objective;
import hep.aurum.math.random.RandomStreams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Hs3Test {

    /** Every modifier, a staterror over two channels, an empty bin, one of a single sample, and settings of all kinds. */
    private static final String PYHF = """
            {"channels": [
              {"name": "SR", "samples": [
                {"name": "signal", "data": [1.1, 0.1], "modifiers": [
                  {"name": "mu", "type": "normfactor", "data": null},
                  {"name": "jes", "type": "normsys", "data": {"lo": 0.8, "hi": 1.3}},
                  {"name": "stat", "type": "staterror", "data": [0.1, 0.02]}]},
                {"name": "bkg", "data": [50, 52.7], "modifiers": [
                  {"name": "jes", "type": "normsys", "data": {"lo": 0.9, "hi": 1.1}},
                  {"name": "jes", "type": "histosys", "data": {"lo_data": [49, 50], "hi_data": [51, 53]}},
                  {"name": "stat", "type": "staterror", "data": [1, 2]},
                  {"name": "fake", "type": "shapesys", "data": [3, 7]},
                  {"name": "lumi", "type": "lumi", "data": null}]},
                {"name": "rare", "data": [3, 0], "modifiers": [
                  {"name": "rarestat", "type": "staterror", "data": [0.7, 0.0]},
                  {"name": "lumi", "type": "lumi", "data": null}]}]},
              {"name": "CR", "samples": [
                {"name": "bkg", "data": [120, 130, 0], "modifiers": [
                  {"name": "free", "type": "shapefactor", "data": null},
                  {"name": "stat", "type": "staterror", "data": [5, 6, 0]},
                  {"name": "theory", "type": "histosys",
                   "data": {"lo_data": [110, 120, 0], "hi_data": [140, 133, 0]}}]}]}],
             "observations": [{"name": "SR", "data": [51, 48]}, {"name": "CR", "data": [118, 0, 3]}],
             "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": [
               {"name": "lumi", "inits": [1], "bounds": [[0.5, 1.5]], "auxdata": [1.01], "sigmas": [0.02]},
               {"name": "theory", "auxdata": [0.25], "sigmas": [0.7]},
               {"name": "free", "inits": [1, 2, 3], "bounds": [[0, 4], [1, 5], [0.5, 6]]},
               {"name": "mu", "inits": [0.3], "bounds": [[-1, 7]]},
               {"name": "jes", "fixed": true}]}},
              {"name": "other", "config": {"poi": "free", "parameters": [
               {"name": "lumi", "auxdata": [1.01], "sigmas": [0.02]},
               {"name": "theory", "auxdata": [0.25], "sigmas": [0.7]}]}}],
             "version": "1.0.0"}
            """.replace("\"poi\": \"free\"", "\"poi\": \"\"");

    @Test
    void everyModifierAndSettingSurvives() {
        Workspace workspace = PyhfWorkspace.parse(PYHF, "pyhf");

        Workspace back = Hs3.parse(Hs3.toJson(workspace), "hs3");

        assertSameLikelihood(workspace, back);
        assertThat(back.measurements())
                .extracting(Measurement::name, Measurement::poi)
                .hasSize(2);
        assertThat(back.measurement("m").poi()).isEqualTo("mu");
        assertThat(Hs3.toJson(back)).isEqualTo(Hs3.toJson(workspace));
    }

    @Test
    void filesAreReplacedWhole(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("model.hs3.json");
        Files.writeString(path, "old");
        Workspace workspace = PyhfWorkspace.parse(PYHF, "pyhf");

        Hs3.write(workspace, path);

        assertSameLikelihood(workspace, Hs3.read(path));
        assertSameLikelihood(workspace, Hs3.read(path, "other"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bottom-squarks.json",
                "s01_2bin_uncorr.json",
                "s02_2bin_corr.json",
                "v03_1bin_lumi.json",
                "v05_2bin_histosys.json",
                "v07_2bin_2channel_couplednorm.json",
                "v08_2bin_2channel_coupledhistosys.json",
                "v09_2bin_2channel_coupledshapefactor.json",
                "x01_synth_60np.json"
            })
    void publicLikelihoodsSurvive(String name) {
        Path path = Path.of(System.getProperty("aurum.data", "absent"), "workspaces", name);
        assumeThat(path).exists();
        Workspace workspace = PyhfWorkspace.read(path);

        Workspace back = Hs3.parse(Hs3.toJson(workspace), "hs3");

        assertSameLikelihood(workspace, back);
    }

    private static void assertSameLikelihood(Workspace expected, Workspace actual) {
        assertThat(actual.channels())
                .extracting(c -> c.name())
                .isEqualTo(expected.channels().stream().map(c -> c.name()).toList());
        for (Measurement measurement : actual.measurements()) {
            BinnedModel before = BinnedModel.of(expected, measurement.name(), InterpolationCodes.withDefaults());
            BinnedModel after = BinnedModel.of(actual, measurement.name(), InterpolationCodes.withDefaults());
            assertThat(after.parameters()).isEqualTo(before.parameters());
            assertThat(after.poi()).isEqualTo(before.poi());
            UniformRandomProvider random = RandomStreams.of(20).stream("theta", 0);
            for (int point = 0; point < 20; point++) {
                double[] theta = point(before.parameters(), random);
                double value = before.twiceNll().value(theta);
                assertThat(after.twiceNll().value(theta)).isCloseTo(value, within(1e-12 * Math.abs(value)));
            }
        }
    }

    private static double[] point(List<ModelParameter> parameters, UniformRandomProvider random) {
        double[] theta = new double[parameters.size()];
        for (int i = 0; i < theta.length; i++) {
            double lower =
                    Math.max(parameters.get(i).lower(), 0.5 * parameters.get(i).init() - 1.0);
            double upper =
                    Math.min(parameters.get(i).upper(), 1.5 * parameters.get(i).init() + 1.0);
            theta[i] = lower + (upper - lower) * random.nextDouble();
        }
        return theta;
    }

    /** The names and shapes of ROOT's writer: modifier and parameter differ, constraints by kind or by name. */
    private static final String ROOT = """
            {"metadata": {"hs3_version": "0.2", "packages": [{"name": "ROOT", "version": "6.36.00"}]},
             "distributions": [
              {"name": "model_SR", "type": "histfactory_dist",
               "axes": [{"name": "obs_x_SR", "min": 1.0, "max": 2.0, "nbins": 2}],
               "samples": [
                {"name": "signal", "data": {"contents": [20, 10]}, "modifiers": [
                  {"name": "Lumi", "type": "normfactor", "parameter": "Lumi", "constraint_name": "lumiConstraint"},
                  {"name": "SigXsecOverSM", "type": "normfactor", "parameter": "SigXsecOverSM"},
                  {"name": "syst1", "type": "normsys", "parameter": "alpha_syst1", "constraint": "Gauss",
                   "data": {"hi": 1.05, "lo": 0.95}}]},
                {"name": "background1", "data": {"contents": [100, 50], "errors": [5, 4]}, "modifiers": [
                  {"name": "syst2", "type": "normsys", "parameter": "alpha_syst2", "constraint": "Gauss",
                   "data": {"hi": 1.05, "lo": 0.95}},
                  {"name": "staterror", "type": "staterror", "constraint": "Poisson",
                   "parameters": ["gamma_stat_SR_bin_0", "gamma_stat_SR_bin_1"]}]},
                {"name": "background2", "data": {"contents": [20, 100], "errors": [0, 10]}, "modifiers": [
                  {"name": "syst3", "type": "histosys", "parameter": "alpha_syst3", "constraint": "syst3Constraint",
                   "data": {"hi": {"contents": [21, 105]}, "lo": {"contents": [19, 95]}}},
                  {"name": "shape", "type": "shapesys", "constraint_type": "Poisson", "data": {"vals": [0.1, 0.2]}},
                  {"name": "staterror", "type": "staterror", "constraint": "Poisson",
                   "parameters": ["gamma_stat_SR_bin_0", "gamma_stat_SR_bin_1"]}]}]},
              {"name": "lumiConstraint", "type": "gaussian_dist", "x": "Lumi", "mean": "nominalLumi", "sigma": 0.1},
              {"name": "syst3Constraint", "type": "gaussian_dist", "x": "nom_alpha_syst3", "mean": "alpha_syst3",
               "sigma": 1.0}],
             "data": [
              {"name": "obsData_SR", "type": "binned", "contents": [122, 112],
               "axes": [{"name": "obs_x_SR", "min": 1.0, "max": 2.0, "nbins": 2}]},
              {"name": "asimovData_SR", "type": "binned", "contents": [140, 160],
               "axes": [{"name": "obs_x_SR", "min": 1.0, "max": 2.0, "nbins": 2}]}],
             "likelihoods": [
              {"name": "simPdf_asimovData", "distributions": ["model_SR"], "data": ["asimovData_SR"]},
              {"name": "simPdf_obsData", "distributions": ["model_SR"], "data": ["obsData_SR"]}],
             "domains": [{"name": "default_domain", "type": "product_domain", "axes": [
               {"name": "Lumi", "min": 0.5, "max": 1.5}, {"name": "SigXsecOverSM", "min": -3.0, "max": 5.0},
               {"name": "gamma_stat_SR_bin_0", "min": 0.0, "max": 1.25},
               {"name": "gamma_shape_bin_1", "min": 0.0, "max": 1.5}]}],
             "parameter_points": [{"name": "default_values", "parameters": [
               {"name": "nominalLumi", "value": 1.0, "const": true}, {"name": "nom_alpha_syst3", "value": 0.0},
               {"name": "Lumi", "value": 1.0, "const": true}, {"name": "SigXsecOverSM", "value": 1.0}]}],
             "analyses": [
              {"name": "simPdf_asimovData", "likelihood": "simPdf_asimovData", "domains": ["default_domain"],
               "parameters_of_interest": ["SigXsecOverSM"]},
              {"name": "simPdf_obsData", "likelihood": "simPdf_obsData", "domains": ["default_domain"],
               "parameters_of_interest": ["SigXsecOverSM"]}],
             "misc": {"ROOT_internal": {}}}
            """;

    /**
     * λ = μ L κ s + γ ((1 + .05 α₂) b₁ + γ' (b₂ + 5 % α₃)) with auxiliary counts (Σν)²/Σδ² = 120²/25 and 150²/116 for
     * γ, and 1/r² = 100 and 25 for γ'. At α₁ = 0 and α₂ = α₃ = 1 interpolation is exact.
     */
    @Test
    void documentsOfRootAreTheirFormula(@TempDir Path folder) throws Exception {
        Path path = Files.writeString(folder.resolve("root.json"), ROOT);
        double lumi = 1.04;
        double[] gamma = {0.97, 1.06};
        double[] shape = {1.1, 0.9};

        Workspace workspace = Hs3.read(path, "simPdf_obsData");

        BinnedModel model = BinnedModel.of(workspace);
        double[] rates = new double[2];
        double[] signal = {20.0, 10.0};
        double[] first = {100.0, 50.0};
        double[] second = {21.0, 105.0};
        double[] statCounts = {120.0 * 120.0 / 25.0, 150.0 * 150.0 / 116.0};
        double[] shapeCounts = {100.0, 25.0};
        double[] observed = {122.0, 112.0};
        double expected = 0.0;
        for (int b = 0; b < 2; b++) {
            rates[b] = 1.3 * lumi * signal[b] + gamma[b] * (1.05 * first[b] + shape[b] * second[b]);
            expected += poisson(observed[b], rates[b]);
            expected += poisson(statCounts[b], gamma[b] * statCounts[b]);
            expected += poisson(shapeCounts[b], shape[b] * shapeCounts[b]);
        }
        expected += gauss(0.0, 0.0, 1.0) + 2.0 * gauss(1.0, 0.0, 1.0) + gauss(lumi, 1.0, 0.1);
        double[] theta = theta(
                model,
                List.of(
                        "Lumi",
                        "SigXsecOverSM",
                        "alpha_syst1",
                        "alpha_syst2",
                        "gamma_stat_SR[0]",
                        "gamma_stat_SR[1]",
                        "alpha_syst3",
                        "gamma_shape[0]",
                        "gamma_shape[1]"),
                lumi,
                1.3,
                0.0,
                1.0,
                gamma[0],
                gamma[1],
                1.0,
                shape[0],
                shape[1]);
        Objective twiceNll = model.twiceNll();
        assertThat(twiceNll.value(theta)).isCloseTo(expected, within(1e-9));
        assertThat(model.poi()).hasValue("SigXsecOverSM");
        assertThat(model.parameters())
                .contains(
                        new ModelParameter("Lumi", 1.0, 0.5, 1.5, true),
                        new ModelParameter("gamma_stat_SR[0]", 1.0, 0.0, 1.25, false),
                        new ModelParameter("gamma_shape[1]", 1.0, 0.0, 1.5, false));
    }

    private static double[] theta(BinnedModel model, List<String> names, double... values) {
        assertThat(model.parameters()).extracting(ModelParameter::name).containsExactlyElementsOf(names);
        return values;
    }

    private static double poisson(double n, double rate) {
        return 2.0 * (rate - n * Math.log(rate) + org.apache.commons.math3.special.Gamma.logGamma(n + 1.0));
    }

    private static double gauss(double x, double mean, double sigma) {
        double pull = (x - mean) / sigma;
        return pull * pull + Math.log(2.0 * Math.PI) + 2.0 * Math.log(sigma);
    }

    @Test
    void gaussianStatErrorsOfTheChannelAreOurs() {
        String text = ROOT.replace("\"staterror\", \"constraint\": \"Poisson\"", "\"staterror\"")
                .replace(
                        "\"samples\"",
                        "\"staterror\": {\"constraint\": \"Gauss\", \"relThreshold\": 0.05}, \"samples\"")
                .replace("simPdf_asimovData", "simPdf_obsData2");

        Workspace workspace = read(text);

        // 5/120 lies below the threshold, sqrt(116)/150 = 0.0718 above.
        assertThat(workspace.channels()).hasSize(1);
        assertThat(BinnedModel.of(workspace).parameters())
                .filteredOn(p -> p.name().startsWith("gamma_stat"))
                .extracting(ModelParameter::isFixed)
                .containsExactly(true, false);
    }

    /** Newer ROOT says how it interpolates, and names a constraint for each bin. */
    @Test
    void structuredInterpolationAndListedConstraintsAreRead() {
        String text = ROOT.replace(
                        "\"samples\"",
                        "\"default_interpolation\": {\"type\": \"mult\", \"in\": \"poly6\", \"out\": \"exp\"}, \"samples\"")
                .replace(
                        "\"type\": \"histosys\"",
                        "\"interpolation\": {\"type\": \"add\", \"in\": \"poly6\", \"out\": \"poly1\"}, \"type\": \"histosys\"")
                .replace("\"constraint_type\": \"Poisson\", ", "\"constraints\": [\"p\", null], ")
                .replace(
                        "{\"name\": \"lumiConstraint\"",
                        "{\"name\": \"p\", \"type\": \"poisson_dist\", \"x\": 100, \"mean\": \"m\"}, {\"name\": \"lumiConstraint\"");
        assertThat(text).contains("poisson_dist").contains("constraints").contains("poly1");

        Workspace workspace = read(text);

        assertThat(workspace).isEqualTo(read(ROOT));
        assertThatThrownBy(() -> read(text.replace("\"out\": \"exp\"", "\"out\": \"poly1\"")))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("modifier syst1 (normsys)");
    }

    /** Read the document with its last analysis alone. */
    private static Workspace read(String text) {
        int from = text.indexOf("{\"name\": \"simPdf_", text.indexOf("\"analyses\""));
        int to = text.indexOf("{\"name\": \"simPdf_obsData\"", from);
        return Hs3.parse(to < 0 ? text : text.substring(0, from) + text.substring(to), "w.json");
    }

    @Test
    void severalLikelihoodsHaveToBeNamed(@TempDir Path folder) throws Exception {
        Path path = Files.writeString(folder.resolve("root.json"), ROOT);

        assertThatThrownBy(() -> Hs3.read(path))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("simPdf_asimovData, simPdf_obsData");
        assertThatThrownBy(() -> Hs3.read(path, "simPdf_obsDat")).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\": \"normsys\", \"parameter\": \"alpha_syst1\"|\"type\": \"custom\"|type \"custom\"|distributions model_SR, sample signal, modifier syst1 (custom)",
                "\"hs3_version\": \"0.2\"|\"hs3_version\": \"1.0\"|version \"1.0\"|w.json",
                "\"alpha_syst1\", \"constraint\": \"Gauss\"|\"alpha_syst1\", \"constraint\": \"LogNormal\"|\"LogNormal\"|modifier syst1 (normsys)",
                "\"constraint\": \"syst3Constraint\"|\"interpolation\": 1|interpolation 1|modifier syst3 (histosys)",
                "\"name\": \"lumiConstraint\", \"type\": \"gaussian_dist\"|\"name\": \"lumiConstraint\", \"type\": \"lognormal_dist\"|\"lognormal_dist\"|distributions lumiConstraint",
                "\"axes\": [{\"name\": \"obs_x_SR\"|\"weight\": 1, \"axes\": [{\"name\": \"obs_x_SR\"|\"weight\"|model_SR",
                "\"parameters_of_interest\": [\"SigXsecOverSM\"]|\"parameters_of_interest\": [\"SigXsecOverSM\", \"Lumi\"]|several parameters|analysis simPdf_obsData",
                "\"sigma\": 0.1|\"sigma\": \"width\"|\"width\"|distributions lumiConstraint",
                "\"type\": \"product_domain\"|\"type\": \"simplex\"|\"simplex\"|domains default_domain"
            })
    void whatAWorkspaceCannotHoldIsNamed(String good, String bad, String what, String where) {
        assertFailure(NotSupported.class, ROOT.replace(good, bad), what, where);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"errors\": [5, 4]|\"errors\": [5]|1 uncertainties for 2 bins|background1, modifier staterror",
                "\"contents\": [100, 50]|\"contents\": [100, 1e999]|bin 1 of \"contents\"|sample background1",
                "\"nbins\": 2|\"nbins\": 3|the axes have 3 bins|model_SR",
                "\"vals\": [0.1, 0.2]|\"vals\": [0.1, \"x\"]|bin 1 of \"vals\" is \"x\"|modifier shape",
                "\"data\": [\"obsData_SR\"]|\"data\": []|1 distributions and 0 data sets|likelihoods simPdf_obsData",
                "\"data\": [\"obsData_SR\"]|\"data\": [\"obsdata_SR\"]|no entry \"obsdata_SR\"|w.json",
                "\"constraint_name\": \"lumiConstraint\"|\"constraint_name\": \"lumi\"|no entry \"lumi\"|w.json",
                "\"parameter\": \"alpha_syst2\", \"constraint\": \"Gauss\"|\"parameter\": \"alpha_syst3\", \"constraint\": \"Gauss\"|two constraints|model_SR",
                "\"parameters\": [\"gamma_stat_SR_bin_0\", \"gamma_stat_SR_bin_1\"]|\"parameters\": [\"gamma_stat_SR_bin_0\"]|1 parameters for 2 bins|staterror",
                "\"vals\": [0.1, 0.2]|\"vals\": [0.1, 7.0]|has 7.0 in bin 1, a relative uncertainty; its parameter ends at 1.5|w.json",
                "\"metadata\"|\"likelihoods\"|not valid JSON|w.json line"
            })
    void errorsSayWhatAndWhere(String good, String bad, String what, String where) {
        assertFailure(BadInput.class, ROOT.replace(good, bad), what, where);
    }

    private static void assertFailure(Class<? extends Failure> kind, String text, String what, String where) {
        assertThat(text).isNotEqualTo(ROOT);
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(kind, e -> {
            assertThat(e.what()).contains(what);
            assertThat(e.where()).contains(where);
        });
    }

    /** Put another value in the place of every key and value in turn: what escapes is a failure, not an accident. */
    @Test
    @Tag("slow")
    void whateverIsReplacedOnlyFailuresEscape() {
        String text = Hs3.toJson(PyhfWorkspace.parse(PYHF, "pyhf")).replaceAll("\\s+", " ");
        for (String document : List.of(text, ROOT.replaceAll("\\s+", " "))) {
            Matcher matcher = Pattern.compile("\"[^\"]*\"|-?\\d[-+.eE\\d]*|true|false|\\[[^\\[\\]{}]*]")
                    .matcher(document);
            while (matcher.find()) {
                for (String value : List.of("7", "\"x\"", "null", "[]", "{}", "[{}]", "-1e300", "1e-300")) {
                    String changed = document.substring(0, matcher.start()) + value + document.substring(matcher.end());
                    try {
                        assertThat(read(changed).channels()).isNotEmpty();
                    } catch (Failure e) {
                        assertThat(e.what()).isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void constantsOfSomeBinsStayWhereTheyAre() {
        String text = ROOT.replace(
                "{\"name\": \"nominalLumi\"",
                "{\"name\": \"gamma_shape_bin_0\", \"value\": 1.05, \"const\": true}, {\"name\": \"nominalLumi\"");

        BinnedModel model = BinnedModel.of(read(text));

        int first =
                model.parameters().stream().map(ModelParameter::name).toList().indexOf("gamma_shape[0]");
        assertThat(model.parameters().get(first))
                .isEqualTo(new ModelParameter("gamma_shape[0]", 1.05, 1.05, 1.05, false));
        assertThat(Fitter.withDefaults().fit(model).point()[first]).isEqualTo(1.05);
    }

    @Test
    void hostileNestingIsRefused() {
        assertThatThrownBy(() -> Hs3.parse("[".repeat(100_000), "deep")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Hs3.parse("[1]", "list")).isInstanceOf(BadInput.class);
    }

    @Test
    void auxiliaryDataByBinCannotBeWritten() {
        Workspace workspace = PyhfWorkspace.parse(
                PYHF.replace("{\"name\": \"jes\", \"fixed\": true}", "{\"name\": \"fake\", \"auxdata\": [30, 50]}"),
                "w");

        assertThatThrownBy(() -> Hs3.toJson(workspace))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("parameter fake");
    }
}

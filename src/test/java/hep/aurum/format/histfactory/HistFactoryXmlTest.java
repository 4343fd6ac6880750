package hep.aurum.format.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.infer.test.TestResult;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compare with what pyhf 0.7.6 makes of the same files, with its default interpolation and test statistic. */
class HistFactoryXmlTest {

    @TempDir
    Path folder;

    private static Path shared(String name) {
        Path path = Path.of(System.getProperty("aurum.data", "absent"), "thirdparty", "histfactory-xml", name);
        assumeTrue(Files.exists(path), "needs the shared data: run with -Daurum.data=FOLDER, which has " + path);
        return path;
    }

    private static HistFactoryImport load(String name) {
        return HistFactoryXml.load(shared(name));
    }

    @ParameterizedTest
    @CsvSource({
        "multichannel_histfactory, 0.0563328, 0.220454",
        "overallsys_histfactory, 0.000671871, 0.302884",
        "xmlimport_input, 0.524748, 1.115437"
    })
    void observedClsAndBestFitAreThoseOfPyhf(String set, double cls, double muHat) {
        Workspace workspace = HistFactoryXml.read(shared(set + "/config/example.xml"));

        TestResult result = AsymptoticTest.of(BinnedModel.of(workspace)).at(1.0);

        assertThat(result.cls()).isCloseTo(cls, withinPercentage(0.1));
        assertThat(result.muHat()).isCloseTo(muHat, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "multichannel_histfactory, 0.000434924, 0.00342236, 0.0233745, 0.121867, 0.403823",
        "xmlimport_input, 0.00526827, 0.0236908, 0.0943248, 0.297702, 0.642785"
    })
    void expectedClsIsThatOfPyhf(String set, double a, double b, double c, double d, double e) {
        Workspace workspace = HistFactoryXml.read(shared(set + "/config/example.xml"));

        TestResult result = AsymptoticTest.of(BinnedModel.of(workspace)).at(1.0);

        double[] expected = {a, b, c, d, e};
        for (int i = 0; i < expected.length; i++) {
            assertThat(result.clsExpected().get(i)).isCloseTo(expected[i], withinPercentage(0.1));
        }
    }

    /** pyhf's own conversion of the tutorial's files, with other counts, is among its validation inputs. */
    @Test
    void workspaceIsThatWhichPyhfMakes() {
        Workspace pyhf = PyhfWorkspace.read(shared("../pyhf/xmlimport_input_bkg.json"));

        Workspace ours = HistFactoryXml.read(shared("xmlimport_input/config/example.xml"));

        assertThat(ours.channels()).isEqualTo(pyhf.channels());
        assertThat(ours.measurements().get(0)).isEqualTo(pyhf.measurements().get(0));
        assertThat(ours.observations().get(0).data()).containsExactly(122.0, 112.0);
    }

    private static Sample sample(Workspace workspace, String name) {
        return workspace.channels().get(0).samples().stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void settingsOfTheMeasurementAreThoseOfItsElements() {
        Workspace workspace = HistFactoryXml.read(shared("xmlimport_input/config/example.xml"));

        assertThat(workspace.measurements())
                .extracting(m -> m.name())
                .containsExactly("GaussExample", "GammaExample", "LogNormExample", "ConstExample");
        List<ParameterSettings> parameters =
                workspace.measurement("GaussExample").parameters();
        assertThat(parameters)
                .contains(
                        new ParameterSettings(
                                "SigXsecOverSM",
                                List.of(1.0),
                                List.of(new ParameterSettings.Interval(0, 3)),
                                List.of(),
                                List.of(),
                                Optional.empty()),
                        new ParameterSettings(
                                "lumi",
                                List.of(1.0),
                                List.of(new ParameterSettings.Interval(0.5, 1.5)),
                                List.of(1.0),
                                List.of(0.1),
                                Optional.of(true)),
                        new ParameterSettings("syst1", List.of(), List.of(), List.of(), List.of(), Optional.of(true)));
    }

    @Test
    void constraintsThatAWorkspaceCannotSayAreWarnedOf() {
        List<String> warnings = load("xmlimport_input/config/example.xml").warnings();

        assertThat(warnings).hasSize(3);
        assertThat(warnings.get(0))
                .startsWith("example_channel.xml line 22: Channel \"channel1\", StatErrorConfig")
                .contains("not a Poisson one");
        assertThat(warnings.get(1))
                .contains("Measurement \"GammaExample\", ConstraintTerm")
                .contains("syst2")
                .contains("not Gamma with relative uncertainty 0.3");
        assertThat(warnings.get(2)).contains("LogNormExample").contains("not LogNormal");
        assertThat(load("multichannel_histfactory/config/example.xml").warnings())
                .isEmpty();
        assertThat(load("overallsys_histfactory/config/example.xml").warnings()).isEmpty();
    }

    @Test
    void measurementsDifferOnlyByWhatIsWarnedOf() {
        Workspace workspace = HistFactoryXml.read(shared("xmlimport_input/config/example.xml"));
        BinnedModel gauss = BinnedModel.of(workspace, "GaussExample", InterpolationCodes.withDefaults());
        BinnedModel gamma = BinnedModel.of(workspace, "GammaExample", InterpolationCodes.withDefaults());

        assertThat(AsymptoticTest.of(gamma).at(1.0))
                .isEqualTo(AsymptoticTest.of(gauss).at(1.0));
    }

    @Test
    void freeShapesOfTwoChannelsAreShared() {
        HistFactoryImport imported = load("xmlimport_input/config/examples/example_DataDriven.xml");

        BinnedModel model = BinnedModel.of(imported.workspace());
        assertThat(model.parameters().stream().map(p -> p.name()).filter(n -> n.startsWith("Bkg2Shape")))
                .hasSize(2);
        // The file fixes alpha_syst1, which no channel has.
        assertThat(imported.warnings()).anyMatch(w -> w.contains("alpha_syst1 is left out"));
    }

    @Test
    void twoDimensionalHistogramsAreUnrolled() {
        HistFactoryImport imported = load("xmlimport_input/config/examples/example_ShapeSys2D.xml");

        assertThat(imported.workspace().channels().get(0).bins()).isEqualTo(4);
        assertThat(imported.workspace().observations().get(0).data().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo(508);
        assertThat(imported.warnings()).anyMatch(w -> w.contains("ConstraintType"));
    }

    @Test
    void functionsOfParametersAreRefused() {
        Path expression = shared("xmlimport_input/config/examples/example_Expression.xml");

        assertThatThrownBy(() -> HistFactoryXml.load(expression))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("<Function>");
    }

    @Test
    void workspaceSurvivesARoundTripThroughJson() {
        Workspace workspace = HistFactoryXml.read(shared("multichannel_histfactory/config/example.xml"));

        PyhfWorkspace.write(workspace, folder.resolve("w.json"));

        assertThat(PyhfWorkspace.read(folder.resolve("w.json"))).isEqualTo(workspace);
    }

    /** Write a combination of one channel beside a copy of a ROOT file with signal, background1, background2, data. */
    private Path model(String measurement, String channel) throws IOException {
        Path root = folder.resolve("data.root");
        if (!Files.exists(root)) {
            Files.copy(shared("xmlimport_input/data/ShapeSys.root"), root);
        }
        Files.writeString(
                folder.resolve("channel.xml"),
                "<!DOCTYPE Channel SYSTEM 'HistFactorySchema.dtd'>\n<Channel Name=\"c\" InputFile=\"data.root\">\n"
                        + channel + "\n</Channel>");
        return Files.writeString(
                folder.resolve("top.xml"),
                "<!DOCTYPE Combination SYSTEM 'HistFactorySchema.dtd'>\n<Combination OutputFilePrefix=\"x\">"
                        + "<Input>channel.xml</Input><Measurement Name=\"m\" Lumi=\"1\" LumiRelErr=\"0.1\">"
                        + measurement + "</Measurement></Combination>");
    }

    private static final String POI = "<POI>mu</POI>";
    private static final String DATA = "<Data HistoName=\"data\"/>";
    private static final String SIGNAL =
            "<Sample Name=\"s\" HistoName=\"signal\"><NormFactor Name=\"mu\" Val=\"1\" Low=\"0\" High=\"3\"/></Sample>";

    private static String background(String modifiers) {
        return "<Sample Name=\"b\" HistoName=\"background1\">" + modifiers + "</Sample>";
    }

    @Test
    void histoSysAndGaussianShapeSysAreRepresented() throws IOException {
        Path top = model(
                POI,
                DATA
                        + SIGNAL
                        + background("<HistoSys Name=\"h\" HistoNameLow=\"signal\" HistoNameHigh=\"data\"/>"
                                + "<ShapeSys Name=\"g\" HistoName=\"bkg1ShapeError\" ConstraintType=\"Gaussian\"/>"));

        HistFactoryImport imported = HistFactoryXml.load(top);

        assertThat(imported.warnings()).isEmpty();
        List<Modifier> modifiers = sample(imported.workspace(), "b").modifiers();
        assertThat(modifiers.get(0)).isEqualTo(new Modifier.HistoSys("h", List.of(20.0, 10.0), List.of(122.0, 112.0)));
        assertThat(modifiers.get(1)).isInstanceOf(Modifier.StatError.class);
        List<Double> widths = ((Modifier.StatError) modifiers.get(1)).uncertainties();
        assertThat(widths.get(0)).isCloseTo(10, within(1e-6));
        assertThat(widths.get(1)).isZero();
    }

    @Test
    void everythingThatIsLeftOutIsWarnedOf() throws IOException {
        Path top = model(
                "<POI>mu nu</POI><ParamSetting Const=\"True\">gamma_stat_c_bin_0 mu</ParamSetting>"
                        + "<ConstraintTerm Type=\"Uniform\">o</ConstraintTerm>",
                DATA
                        + "<StatErrorConfig RelErrorThreshold=\"0.2\" ConstraintType=\"Gaussian\"/>"
                        + SIGNAL
                        + background("<StatError Activate=\"True\"/><OverallSys Name=\"o\" Low=\".9\" High=\"1.1\"/>"));

        HistFactoryImport imported = HistFactoryXml.load(top);

        assertThat(imported.warnings())
                .hasSize(4)
                .anyMatch(w -> w.contains("1 bins have a relative statistical error below 0.2"))
                .anyMatch(w -> w.contains("gamma_stat_c_bin_0 is left out"))
                .anyMatch(w -> w.contains("only the first parameter of interest"))
                .anyMatch(w -> w.contains("not Uniform"));
        assertThat(imported.workspace().measurement("m").parameters())
                .anyMatch(p -> p.name().equals("mu") && p.isFixed().orElse(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<OverallSys Name=\"o\" Low=\"0.9\"/>|no High|OverallSys \"o\"",
                "<OverallSys Name=\"o\" Low=\"x\" High=\"1\"/>|Low=\"x\"|OverallSys \"o\"",
                "<OverallSys Name=\"o\" Low=\"0.9\" Hihg=\"1\"/>|did you mean \"High\"?|OverallSys \"o\"",
                "<OverallSyst Name=\"o\"/>|did you mean \"OverallSys\"?|OverallSyst \"o\"",
                "<ShapeSys Name=\"z\" HistoName=\"signall\"/>|did you mean \"signal\"?|ShapeSys \"z\"",
                "<ShapeSys Name=\"z\" HistoName=\"signal\" ConstraintType=\"Gamma\"/>|ConstraintType|ShapeSys \"z\"",
                "<HistoSys Name=\"h\" HistoNameLow=\"signal\"/>|no HistoNameHigh|HistoSys \"h\"",
                "<StatError Activate=\"yes\"/>|neither True nor False|StatError",
                "<NormFactor Name=\"mu\" Val=\"2\" Low=\"0\" High=\"3\"/>|another Val|NormFactor \"mu\""
            })
    void errorsNameFileChannelSampleAndModifier(String modifier, String what, String where) throws IOException {
        Path top = model(POI, DATA + SIGNAL + "\n" + background(modifier));

        assertThatThrownBy(() -> HistFactoryXml.read(top))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(what)
                .hasMessageContaining("channel.xml line 4: Channel \"c\", Sample \"b\", " + where);
    }

    @Test
    void missingDataFilesAndParametersAreNamed() throws IOException {
        Path noData = model(POI, SIGNAL);
        assertThatThrownBy(() -> HistFactoryXml.read(noData))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("channel \"c\" has no <Data>");
        Path noFile = model(POI, "<Data HistoName=\"data\" InputFile=\"absent.root\"/>" + SIGNAL);
        assertThatThrownBy(() -> HistFactoryXml.read(noFile))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("absent.root");
        Path noPoi = model("<POI>nu</POI>", DATA + SIGNAL);
        // A workspace may lack its parameter of interest, as background-only ones do; a model may not.
        assertThatThrownBy(() -> BinnedModel.of(HistFactoryXml.read(noPoi)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nu");
        assertThatThrownBy(() -> HistFactoryXml.read(folder.resolve("absent.xml")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("absent.xml");
    }

    @Test
    void noFileOutsideOfTheBaseIsRead() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Path top = model(POI, DATA + SIGNAL);

        assertThatThrownBy(() -> HistFactoryXml.load(
                        Files.writeString(
                                folder.resolve("up.xml"),
                                Files.readString(top).replace("channel.xml", "../channel.xml")),
                        inside))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("lies outside of");
        assertThat(HistFactoryXml.load(top, folder).workspace()).isEqualTo(HistFactoryXml.read(top));
    }

    @Test
    void hostileXmlIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        for (String text : List.of(
                "<!DOCTYPE Combination [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><Combination>&x;</Combination>",
                "<!DOCTYPE Combination [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Combination>&b;</Combination>",
                "<Combination>".repeat(1000) + "</Combination>".repeat(1000),
                "<Combination><Input>a</Input>",
                "<Combination/>",
                "<Channel Name=\"c\"/>",
                "root",
                "")) {
            Path top = Files.writeString(folder.resolve("hostile.xml"), text);

            assertThatThrownBy(() -> HistFactoryXml.read(top))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("hostile.xml")
                    .hasMessageNotContaining("aaaa");
        }
    }
}

package hep.aurum.format.combine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombineCardTest {

    private static final String CARD = """
            Combination of sr=a.txt cr=b.txt
            imax 2 number of channels
            jmax *
            kmax 9
            -----------------------------
            shapes * sr in.root $CHANNEL/$PROCESS $CHANNEL/$PROCESS_$SYSTEMATIC
            shapes sig sr in.root sig$MASS sig$MASS_$SYSTEMATIC
            shapes * cr FAKE
            -----------------------------
            bin sr cr
            observation -1 40   # a comment
            -----------------------------
            bin      sr   sr   sr  cr  cr
            process  sig  bkg  dd  bkg dd
            process  0    1    2   1   2
            rate     4.0  -1   6.0 30  9.0
            -----------------------------
            lumi  lnN    1.1 -    -    1.1 ---   luminosity of all simulated processes
            asym  lnN    -   0.9/1.3 - 1.2 -
            free  lnU    -   -    -    2   -
            side  gmN 3  -   -    2.0  -   3.0
            move  shape  -   1    -    -   -
            half  shape  0.5 -    -    -   -
            maybe shape? -   1.05 -    1.1 -
            logs  shapeN2 -  1    -    -   -
            norm  rateParam *  bk* 1 [0,5]
            tied  rateParam cr dd 2.0
            tied  param 2.0 0.3
            all group = lumi asym norm
            nuisance edit freeze lumi
            nuisance edit freeze free
            nuisance edit freeze absent ifexists
            """;

    private final Map<String, Template> histograms = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws Exception {
        Files.writeString(folder.resolve("in.root"), "");
        histograms.put("sr/data_obs", template(7, 6));
        histograms.put("sig125", template(1, 3));
        histograms.put("sig125_halfUp", template(4, 4));
        histograms.put("sig125_halfDown", template(1.5, 0.5));
        histograms.put("sr/bkg", template(10, 20));
        histograms.put("sr/bkg_moveUp", template(15, 21));
        histograms.put("sr/bkg_moveDown", template(4, 20));
        histograms.put("sr/bkg_logsUp", template(11, 19));
        histograms.put("sr/bkg_logsDown", template(9, 21));
        histograms.put("sr/dd", template(2, 4));
    }

    private static Template template(double... contents) {
        List<Double> list = new ArrayList<>();
        for (double content : contents) {
            list.add(content);
        }
        return new Template(list, list.stream().map(Math::sqrt).toList());
    }

    private Workspace read(String card) {
        return CombineCard.read(
                CardText.lines(card, "card.txt"),
                "card.txt",
                folder,
                "125",
                (file, name) -> Optional.ofNullable(histograms.get(name)));
    }

    private static double[] theta(BinnedModel model, Map<String, Double> values) {
        assertThat(model.parameters()).extracting(ModelParameter::name).containsAll(values.keySet());
        return model.parameters().stream()
                .mapToDouble(p -> values.getOrDefault(p.name(), p.init()))
                .toArray();
    }

    @Test
    void nominalRatesAreThoseOfTheCard() {
        Workspace workspace = read(CARD);

        BinnedModel model = BinnedModel.of(workspace);

        assertThat(workspace.channels()).extracting(Channel::name).containsExactly("sr", "cr", "side_sideband");
        assertThat(model.counts()).containsExactly(7.0, 6.0, 40.0, 3.0);
        // The tied rate starts at 2: 30 + 2 * 9.
        assertThat(model.rates(theta(model, Map.of())))
                .containsExactly(new double[] {13.0, 27.0, 48.0, 3.0}, within(1e-12));
        assertThat(model.poi()).hasValue("r");
        assertThat(model.parameters())
                .contains(
                        new ModelParameter("r", 1.0, 0.0, 20.0, false),
                        new ModelParameter("lumi", 0.0, -5.0, 5.0, true),
                        new ModelParameter("free", 1.0, 0.5, 2.0, true),
                        new ModelParameter("norm", 1.0, 0.0, 5.0, false),
                        new ModelParameter("tied", 2.0, 0.0, 20.0, false));
    }

    @ParameterizedTest
    @CsvSource({
        // r scales the signal (1, 3)
        "r, 2, 14, 30, 48, 3",
        // kappa^theta: 1.1^2 for the signal and 30
        "lumi, 2, 13.21, 27.63, 54.3, 3",
        "lumi, -1, 12.909090909090908, 26.727272727272727, 45.272727272727273, 3",
        // down/up: 1.3^2 and 1/1.2^-2; then .9 and 1/1.2
        "asym, 2, 19.9, 40.8, 61.2, 3",
        "asym, -1, 12, 25, 43, 3",
        // a free factor
        "free, 1.5, 13, 27, 63, 3",
        // two thirds of the sideband: 3 -> 2, dd 6 -> 4 and 9 -> 6
        "side, 0.6666666666666666, 12.333333333333334, 25.666666666666668, 42, 2",
        // the histograms at +1 and -1, whose integrals 36/30 and 24/30 are a factor
        "move, 1, 18, 28, 48, 3",
        "move, -1, 7, 27, 48, 3",
        // outside: the rate goes on as 1.2^2, the shape (12.5, 17.5) of 30 by another (2.5, -2.5)
        "move, 2, 24.6, 28.6, 48, 3",
        // no histogram in the file: lnN
        "maybe, 1, 13.5, 28, 51, 3",
        "logs, 1, 14, 26, 48, 3",
        "norm, 2, 23, 47, 78, 3",
        "tied, 1, 13, 27, 39, 3",
    })
    void ratesMoveAsTheLinesSay(String name, double value, double b0, double b1, double cr, double side) {
        BinnedModel model = BinnedModel.of(read(CARD));

        double[] rates = model.rates(theta(model, Map.of(name, value)));

        assertThat(rates).containsExactly(new double[] {b0, b1, cr, side}, within(1e-9));
    }

    /**
     * For histograms at two standard deviations, x = θ/2: the rate is 4 (8/4)^x or 4 (2/4)^-x, the shape n + x/2 ((u−d) +
     * s(θ) (u+d−2n)) with s(1/2) = 0.79296875, n = (1, 3) and, at the rate of n, u = (2, 2) and d = (3, 1).
     */
    @ParameterizedTest
    @CsvSource({"1, 1.5", "-1, 2.0", "2, 2.0", "-2, 3.0", "0.5, 1.1723632812500"})
    void scaledShapesAreAtTheirFractionOfTheHistograms(double theta, double first) {
        BinnedModel model = BinnedModel.of(read(CARD));

        double[] rates = model.rates(theta(model, Map.of("half", theta)));

        // Both factors are the same power of 2; 1e-5 is what code 4 leaves at 1/2.
        double factor = Math.pow(2.0, 0.5 * theta);
        assertThat(rates[0]).isCloseTo(12.0 + factor * first, within(1e-5));
        assertThat(rates[1]).isCloseTo(24.0 + factor * (4.0 - first), within(1e-5));
    }

    @Test
    void inMode2RateAndShapeMoveTogether() {
        BinnedModel model = BinnedModel.of(read(CARD + "sr autoMCStats -1 0 2\n"));

        double[] rates = model.rates(theta(model, Map.of("move", 2.0)));

        // (10, 20) and (15, 21): straight on to (20, 22).
        assertThat(rates).containsExactly(new double[] {23.0, 29.0, 48.0, 3.0}, within(1e-9));
        assertThat(model.parameters()).noneMatch(p -> p.name().startsWith("prop_bin"));
    }

    /** Bins: 100 ± 10 in all, 4 ± 2 in all with 3 ± √3 and 1 ± 1, and one without uncertainties; the signal apart. */
    @Test
    void statisticalUncertaintiesFollowTheThreshold() {
        histograms.put("d", template(90, 5, 1));
        histograms.put("s", template(1, 2, 0));
        histograms.put("a", new Template(List.of(60.0, 3.0, 1.0), List.of(8.0, Math.sqrt(3.0), 0.0)));
        histograms.put("b", new Template(List.of(40.0, 400.0, 1.0), List.of(6.0, 200.0, 0.0)));
        String card = """
                imax 1
                jmax 2
                kmax 0
                shapes data_obs * in.root d
                shapes * * in.root $PROCESS
                bin c
                observation 96
                bin c c c
                process s a b
                process 0 1 2
                rate -1 -1 -1
                * autoMCStats 10
                """;

        Workspace workspace = read(card);

        List<ModelParameter> parameters = BinnedModel.of(workspace).parameters();
        assertThat(parameters)
                .filteredOn(p -> !p.isFixed())
                .extracting(ModelParameter::name)
                .containsExactly("r", "prop_binc[0]", "prop_binc_s[1]", "prop_binc_a[1]", "prop_binc_b[1]");
        List<Modifier> own = workspace.channels().get(0).samples().get(2).modifiers();
        // (400/200)² = 4 unweighted events.
        assertThat(own)
                .containsExactly(
                        new Modifier.StatError("prop_binc", List.of(6.0, 0.0, 0.0)),
                        new Modifier.ShapeSys("prop_binc_b", List.of(0.0, 200.0, 0.0)));
        assertThat(BinnedModel.of(read(card.replace("autoMCStats 10", "autoMCStats 3")))
                        .parameters())
                .filteredOn(p -> !p.isFixed())
                .extracting(ModelParameter::name)
                .containsExactly("r", "prop_binc[0]", "prop_binc[1]");
    }

    @Test
    void aProcessWorthManyEventsIsGaussianInAPoorBin() {
        histograms.put("d", template(90));
        histograms.put("s", template(1));
        histograms.put("a", new Template(List.of(40.0), List.of(2.0)));
        histograms.put("b", new Template(List.of(60.0), List.of(60.0)));
        String card = "imax 1\njmax 2\nkmax 0\nshapes data_obs * in.root d\nshapes * * in.root $PROCESS\nbin c\n"
                + "observation 90\nbin c c c\nprocess s a b\nprocess 0 1 2\nrate -1 -1 -1\nc autoMCStats 20 1\n";

        Workspace workspace = read(card);

        assertThat(workspace.channels().get(0).samples())
                .extracting(sample -> sample.modifiers().get(sample.modifiers().size() - 1))
                .containsExactly(
                        new Modifier.ShapeSys("prop_binc_s", List.of(1.0)),
                        new Modifier.StatError("prop_binc_a", List.of(2.0)),
                        new Modifier.ShapeSys("prop_binc_b", List.of(60.0)));
    }

    /** With no event in the sideband, alpha = 2 and nothing seen, -2 ln L = 2 (r s + 2 γ) + 2 γ. */
    @Test
    void emptySidebandsBoundTheirProcess() {
        String card = "imax 1\njmax 1\nkmax 1\nbin c\nobservation 0\nbin c c\nprocess s b\nprocess -1 1\nrate 3 0\n"
                + "side gmN 0 - 2.0\n";

        BinnedModel model = BinnedModel.of(read(card));

        assertThat(model.twiceNll().value(theta(model, Map.of("r", 0.5, "side", 0.25))))
                .isCloseTo(2.0 * (0.5 * 3.0 + 0.5) + 0.5, within(1e-12));
        assertThat(model.parameters()).contains(new ModelParameter("side", 0.0, 0.0, 20.0, false));
    }

    @Test
    void processesWithoutRateAreLeftOut() {
        Workspace workspace = read("imax 1\njmax 1\nkmax 1\nbin c\nobservation 0\nbin c c\nprocess s b\nprocess 0 1\n"
                + "rate 3 0\nx lnN 1.1 1.2\n");

        assertThat(workspace.channels().get(0).samples()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jmax *|jmax 7|jmax is 7, but there are 2|3|correct it",
                "imax 2|imax 1|imax is 1, but there are 2|2|correct it",
                "kmax 9|kmax 5|kmax is 5, but there are 9|4|correct it",
                "observation -1 40|observation -1|1 observations for 2 channels|11|one for every",
                "observation -1|observation 12|its histogram has 13.0|16|or write -1",
                "rate     4.0|rate     4.1|its histogram has 4.0|16|or write -1",
                "rate     4.0|rate     NaN|NaN, not a finite number|16|finite",
                "rate     4.0|rate     x|\"x\", not a number|16|write a number",
                "rate     4.0|rate     -3|the rate of sig is -3.0|16|-1",
                "process  0    1    2   1|process  0    1    2   3|process bkg has the numbers 1 and 3|15|one number",
                "process  sig  bkg  dd|process  sig  bkg  bkg|is twice in sr|14|rename",
                "lumi  lnN    1.1|lumi  lnN    -1.1|no positive factor|18|kappa",
                "lumi  lnN    1.1 -    -    1.1 ---   luminosity of all simulated processes|lumi lnN 1.1|effect for column 2|18|add it",
                "asym  lnN    -   0.9/1.3|asym  lnN    -   0.9/1e999|not a finite number|19|finite",
                "side  gmN 3|side  gmN 9|the sideband says 9.0 times 2.0|21|correct one",
                "side  gmN 3|side  gmN 3.5|3.5 events|21|whole number",
                "free  lnU|lumi  lnU|is in line 18 already|20|rename",
                "norm  rateParam *|r rateParam *|name of the signal strength|26|rename",
                "tied  rateParam cr dd 2.0|norm rateParam cr dd 2.0|another value or range above|27|the same",
                "norm  rateParam *  bk*|norm  rateParam *  x*|fits no process|26|correct",
                "[0,5]|[0;5]|the range is [0;5]|26|[lower,upper]",
                "lumi asym norm|lumi asym nrm|unknown nuisance \"nrm\"|29|did you mean",
                "freeze lumi|freeze lumy|no nuisance \"lumy\"|30|did you mean"
            })
    void errorsNameTheLine(String good, String bad, String what, int line, String fix) {
        String card = CARD.replace(good, bad).replace("kmax 9", good.equals("kmax 9") ? bad : "kmax *");
        assertThat(card).isNotEqualTo(CARD);

        assertThatThrownBy(() -> read(card)).isInstanceOfSatisfying(BadInput.class, e -> {
            assertThat(e.what()).contains(what);
            assertThat(e.where()).isEqualTo("card.txt line " + line);
            assertThat(e.fix()).contains(fix);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Combination of|dcard|\"dcard\" above the rates|1",
                "$CHANNEL/$PROCESS $|w:$PROCESS $|the function|6",
                "lumi  lnN|lumi  trG|the kind \"trG\"|18",
                "lumi  lnN|lumi  shapeU|the kind \"shapeU\"|18",
                "free  lnU    -   -    -    2   -|free  lnU    -   -    -    2   3|different factors|20",
                "move  shape  -   1    -    -|move  shape  -   1    -    1|which has no histogram|22",
                "rateParam *  bk* 1|rateParam *  bk* (@0*2)|formula|26",
                "tied  param|other param|no rateParam|28",
                "freeze lumi|drop * * lumi|nuisance edit drop|30"
            })
    void whatIsNotUnderstoodIsNamed(String good, String bad, String what, int line) {
        String card = CARD.replace(good, bad).replace("kmax 9", "kmax *");
        assertThat(card).contains(bad);

        assertThatThrownBy(() -> read(card)).isInstanceOfSatisfying(NotSupported.class, e -> {
            assertThat(e.what()).contains(what);
            assertThat(e.where()).isEqualTo("card.txt line " + line);
        });
    }

    @Test
    void missingHistogramsAreNamed() {
        histograms.remove("sr/bkg_moveUp");

        assertThatThrownBy(() -> read(CARD))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("\"sr/bkg_moveUp\" in in.root")
                .hasMessageContaining("card.txt line 6");
    }

    @Test
    void histogramsOfOtherBinsAreRefused() {
        histograms.put("sr/bkg", template(10, 10, 10));

        assertThatThrownBy(() -> read(CARD))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("process bkg in channel sr has 3 bins, the observation 2");
    }

    @ParameterizedTest
    @CsvSource({"../in.root", "/etc/passwd", "absent.root", "link.root", "a/../../x.root"})
    void filesOutsideOfTheFolderAreNotTouched(String name) throws Exception {
        Path outside = Files.createTempFile("outside", ".root");
        Files.createSymbolicLink(folder.resolve("link.root"), outside);
        try {
            assertThatThrownBy(() -> read(CARD.replace("in.root", name)))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("card.txt line")
                    .hasMessageContaining("beside the card");
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void hostileCardsAreRefused() {
        assertThatThrownBy(() -> read("x".repeat(3_000_000))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read("rate 1\n")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read("shapes\nrate\n")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> CombineCard.read(folder.resolve("absent.txt")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("absent.txt");
    }

    @Test
    void everyLineCutShortIsAFailureOrACard() {
        for (int end = 0; end < CARD.length(); end += 3) {
            String card = CARD.substring(0, end);
            try {
                read(card);
            } catch (Failure e) {
                assertThat(e.what()).isNotEmpty();
            }
        }
    }

    /** Put other words in the place of every word in turn: what escapes is a failure, not an accident. */
    @Test
    void whateverIsReplacedOnlyFailuresEscape() {
        Matcher matcher = Pattern.compile("\\S+").matcher(CARD);
        while (matcher.find()) {
            for (String word : List.of("x", "-1", "0", "1e300", "1e-300", "*", "$MASS", "-", "/", "autoMCStats")) {
                String card = CARD.substring(0, matcher.start()) + word + CARD.substring(matcher.end());
                try {
                    assertThat(read(card.replace("kmax 9", "kmax *")).channels())
                            .isNotEmpty();
                } catch (Failure e) {
                    assertThat(e.what()).isNotEmpty();
                }
            }
        }
    }

    /** The default interpolation against κ^θ, and against Combine's polynomial 3x⁵ − 10x³ + 15x of the logarithm. */
    @ParameterizedTest
    @CsvSource({"1.1, 1.1, 1e-11", "1.5, 1.5, 1e-7", "2, 2, 5e-6", "0.9, 1.15, 0.0024", "0.9, 1.3, 0.011"})
    void logNormalsAreThoseOfCombine(double first, double up, double tolerance) {
        double down = first > 1.0 ? 1.0 / first : first;
        String effect = first > 1.0 ? Double.toString(up) : down + "/" + up;
        BinnedModel model = BinnedModel.of(read("imax 1\njmax 1\nkmax 1\nbin c\nobservation 0\nbin c c\nprocess s b\n"
                + "process 0 1\nrate 0 100\nx lnN - " + effect + "\n"));

        double largest = 0.0;
        for (double theta = -3.0; theta <= 3.0; theta += 0.01) {
            double combine = Math.exp(theta * logKappa(-Math.log(down), Math.log(up), theta));
            largest = Math.max(largest, Math.abs(model.rates(new double[] {theta})[0] / (100.0 * combine) - 1.0));
        }
        assertThat(largest).isLessThan(tolerance);
        assertThat(first > 1.0 || largest > 0.9 * tolerance).isTrue();
    }

    private static double logKappa(double low, double high, double theta) {
        if (Math.abs(theta) >= 0.5) {
            return theta > 0.0 ? high : low;
        }
        double x = 2.0 * theta;
        double step = 0.125 * x * (x * x * (3.0 * x * x - 10.0) + 15.0);
        return 0.5 * (high + low) + 0.5 * (high - low) * step;
    }

    @ParameterizedTest
    @CsvSource({"*, abc, true", "a*c, abbc, true", "a*c, abcd, false", "?b*, abc, true", "a, b, false", "**x, yx, true"
    })
    void wildcardsMatch(String pattern, String name, boolean expected) {
        assertThat(Wildcard.matches(pattern, name)).isEqualTo(expected);
    }
}

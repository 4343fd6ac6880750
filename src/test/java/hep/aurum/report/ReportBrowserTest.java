package hep.aurum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.plot.FigureFrames;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.LikelihoodScanFigure;
import hep.aurum.plot.style.FrameMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page in a real browser; skipped where there is none. */
@Tag("slow")
class ReportBrowserTest {

    private static final String HOSTILE = "</script><script>window.hacked=1</script>"
            + "<img src=x onerror='window.hacked=2'>\"><b onmouseover=\"window.hacked=3\">";

    private static final String CALM = ReportPage.html(SampleReport.named("m_{4ℓ}"));

    private static @Nullable Chromium browser;

    @TempDir
    private static Path folder = Path.of("");

    private BrowserPage page = start();

    @BeforeAll
    static void startBrowser() {
        browser = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    private static BrowserPage start() {
        return Objects.requireNonNull(browser).page();
    }

    private static Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("report.html"), text);
    }

    @BeforeEach
    void open() throws IOException {
        page.size(1600, 900).scheme("light").open(write(CALM));
    }

    @Test
    void isQuietWholeLegibleAndFitsTheWindow() throws IOException {
        PageProbe.check(page, write(CALM));
    }

    @Test
    void hostileNamesAreShownNotObeyed() throws IOException {
        Path file = write(ReportPage.html(SampleReport.named(HOSTILE)));

        page.open(file);

        assertThat(page.evaluate("typeof window.hacked").stringValue()).isEqualTo("undefined");
        assertThat(page.problems()).isEmpty();
        assertThat(page.requests()).containsExactly(file.toUri().toString());
        assertThat(page.evaluate("document.querySelector('h1').textContent").stringValue())
                .isEqualTo("A study of " + HOSTILE);
        assertThat(page.evaluate("document.querySelectorAll('figure.picture').length")
                        .intValue())
                .isEqualTo(5);
    }

    @Test
    void thePolicyStopsWhatEscapingWouldMiss() throws IOException {
        String planted =
                CALM.replace("<main>", "<main><script>window.hacked=1</script><img src='http://127.0.0.1:9/x.png'>");
        Path file = Files.writeString(folder.resolve("planted.html"), planted);

        page.open(file);

        assertThat(page.evaluate("typeof window.hacked").stringValue()).isEqualTo("undefined");
        assertThat(page.problems()).anyMatch(problem -> problem.contains("Content Security Policy"));
    }

    private List<String> column(int number) {
        List<String> cells = new ArrayList<>();
        page.evaluate("[...document.querySelectorAll('#section-2 .table:first-child tbody tr')]"
                        + ".map(row => row.cells[" + number + "].textContent)")
                .forEach(cell -> cells.add(cell.stringValue()));
        return cells;
    }

    private String sorted(int column) {
        return page.evaluate("document.querySelectorAll('#section-2 .table:first-child th')[" + column
                        + "].getAttribute('aria-sort')")
                .stringValue();
    }

    private void clickHead(int column) {
        double[] middle =
                middle("document.querySelectorAll('#section-2 .table:first-child th button')[" + column + "]");
        page.click(middle[0], middle[1], 1);
    }

    /** Scroll to an element and return its middle in the window. */
    private double[] middle(String element) {
        JsonNode box = page.evaluate("(() => { const e = " + element + "; e.scrollIntoView({block: 'center'});"
                + " const b = e.getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; })()");
        return new double[] {box.get(0).doubleValue(), box.get(1).doubleValue()};
    }

    @Test
    void columnsSortByNumberNotByText() {
        assertThat(column(0)).containsExactly("b m4ℓ", "a", "d", "c");

        clickHead(1);
        // −10, 1.2e-5, 9, and the one without a value last.
        assertThat(column(0)).containsExactly("c", "a", "b m4ℓ", "d");
        assertThat(sorted(1)).isEqualTo("ascending");

        clickHead(1);
        assertThat(column(0)).containsExactly("b m4ℓ", "a", "c", "d");
        assertThat(sorted(1)).isEqualTo("descending");

        clickHead(3);
        assertThat(column(3)).containsExactly("m_{4ℓ}", "x1", "x9", "x10");
        assertThat(sorted(1)).isEqualTo("none");

        clickHead(2);
        assertThat(column(2)).containsExactly("✓ passed", "✓ passed", "▲ caution", "✕ failed");
    }

    @Test
    void aKeySortsAsAClickDoes() {
        page.evaluate("document.querySelector('#section-2 th button').focus()");

        page.key("Enter");

        assertThat(column(0)).containsExactly("a", "b m4ℓ", "c", "d");
        assertThat(sorted(0)).isEqualTo("ascending");
    }

    private static String figure(String name) {
        return "document.querySelector('figure[data-name=\"" + name + "\"]')";
    }

    /** Return where a value of the scan stands in the window, from the figure itself. */
    private double[] place(double x, double y) {
        FrameMap frame = FigureFrames.of(
                        LikelihoodScanFigure.ofExpected("m_{4ℓ}", "", Curve.of(SampleReport.THETA, SampleReport.RISE)))
                .get(0);
        double across = (x - frame.x().min()) / (frame.x().max() - frame.x().min());
        double up = (y - frame.y().min()) / (frame.y().max() - frame.y().min());
        middle(figure("scan") + ".querySelector('svg')");
        JsonNode box = page.evaluate(
                "(() => { const b = " + figure("scan")
                        + ".querySelector('svg').getBoundingClientRect(); return [b.left, b.top, b.width / 640, b.height / 480]; })()");
        return new double[] {
            box.get(0).doubleValue()
                    + box.get(2).doubleValue() * (frame.left() + across * (frame.right() - frame.left())),
            box.get(1).doubleValue() + box.get(3).doubleValue() * (frame.bottom() - up * (frame.bottom() - frame.top()))
        };
    }

    private String readout(String name) {
        return page.evaluate(figure(name) + ".querySelector('.readout').hidden ? '' : " + figure(name)
                        + ".querySelector('.readout').innerText")
                .stringValue();
    }

    @Test
    void thePointerReadsTheDataBehindTheCurve() {
        for (int i : new int[] {0, 13, 40}) {
            double[] at = place(SampleReport.THETA[i], 3);
            page.mouse("mouseMoved", at[0] + 2, at[1], Map.of());

            JsonNode shown = page.evaluate("({...(" + figure("scan") + ").querySelector('.readout').dataset})");
            assertThat(Double.parseDouble(shown.get("x").stringValue())).isEqualTo(SampleReport.THETA[i]);
            assertThat(Double.parseDouble(shown.get("value").stringValue())).isEqualTo(SampleReport.RISE[i]);
        }
        // θ = −0.35: (0.55 / 0.3)² = 3.3611.
        double[] at = place(-0.35, 3);
        page.mouse("mouseMoved", at[0], at[1], Map.of());
        assertThat(readout("scan"))
                .contains("m4ℓ = −0.35")
                .contains("−2Δln L expected")
                .contains("3.3611");
    }

    @Test
    void theMarkStandsOnTheCurve() {
        double[] at = place(-0.35, 3.3611);
        page.mouse("mouseMoved", at[0], at[1] - 40, Map.of());

        JsonNode dot = page.evaluate("(() => { const b = " + figure("scan")
                + ".querySelector('.cross circle').getBoundingClientRect();"
                + " return [b.left + b.width / 2, b.top + b.height / 2]; })()");
        assertThat(dot.get(0).doubleValue()).isCloseTo(at[0], within(0.1));
        assertThat(dot.get(1).doubleValue()).isCloseTo(at[1], within(0.1));
    }

    @Test
    void everyKindOfPictureAnswersTheKeys() {
        Map<String, List<String>> expected = Map.of(
                "stack", List.of("m4ℓ 100 … 110 GeV", "bkg m4ℓ", "30.0 ± 1.0", "31", "data", "33"),
                "scan", List.of("m4ℓ = −1", "16"),
                "contours", List.of("m4ℓ = −1, cW = −1", "16"),
                "calibration", List.of("learned − true, mean", "events"),
                "training", List.of("epoch = 1", "3.1"));
        expected.forEach((name, words) -> {
            page.evaluate(figure(name) + ".querySelector('.view').focus()");
            page.key("ArrowRight");
            assertThat(readout(name)).as(name).contains(words);
            page.key("Escape");
            assertThat(readout(name)).isEmpty();
        });
        page.evaluate(figure("stack") + ".querySelector('.view').focus()");
        page.key("ArrowRight");
        page.key("ArrowRight");
        assertThat(readout("stack")).contains("110 … 120 GeV", "20.0 ± 1.0", "8.0 ± 1.0", "28", "25");
    }

    private List<Double> viewBox() {
        List<Double> box = new ArrayList<>();
        for (String part : page.evaluate(figure("scan") + ".querySelector('svg').getAttribute('viewBox')")
                .stringValue()
                .split(" ", -1)) {
            box.add(Double.parseDouble(part));
        }
        return box;
    }

    private void press(String action) {
        double[] at = middle(figure("scan") + ".querySelector('[data-do=\"" + action + "\"]')");
        page.click(at[0], at[1], 1);
    }

    @Test
    void buttonsWheelKeysAndDragZoomAndResetRestores() {
        List<Double> whole = List.of(0.0, 0.0, 640.0, 480.0);
        assertThat(viewBox()).isEqualTo(whole);

        press("in");
        assertThat(viewBox().get(2)).isCloseTo(640 / 1.4, within(0.01));
        assertThat(viewBox().get(3)).isCloseTo(480 / 1.4, within(0.01));

        double[] middle = middle(figure("scan") + ".querySelector('svg')");
        double before = viewBox().get(0);
        page.mouse("mousePressed", middle[0], middle[1], Map.of("button", "left", "clickCount", 1));
        page.mouse("mouseMoved", middle[0] + 30, middle[1], Map.of("button", "left", "buttons", 1));
        page.mouse("mouseReleased", middle[0] + 30, middle[1], Map.of("button", "left", "clickCount", 1));
        assertThat(viewBox().get(0)).isLessThan(before - 5);

        press("reset");
        assertThat(viewBox()).isEqualTo(whole);

        // The point under the pointer stays where it is.
        double[] at = place(0, 3);
        page.evaluate("document.activeElement.blur()");
        Map<String, Object> wheel = Map.of("deltaX", 0, "deltaY", -200, "modifiers", BrowserPage.CONTROL);
        page.mouse("mouseWheel", at[0], at[1], wheel);
        page.evaluate("new Promise(requestAnimationFrame)");
        assertThat(viewBox().get(2)).isLessThan(640);
        page.mouse("mouseMoved", at[0], at[1], Map.of());
        assertThat(readout("scan")).contains("m4ℓ = 0\n").contains("0.44444");

        page.click(at[0], at[1], 1);
        page.click(at[0], at[1], 2);
        assertThat(viewBox()).isEqualTo(whole);

        page.evaluate(figure("scan") + ".querySelector('.view').focus()");
        page.key("+");
        assertThat(viewBox().get(2)).isLessThan(640);
        page.key("0");
        assertThat(viewBox()).isEqualTo(whole);
    }

    @Test
    void withoutControlTheWheelScrollsThePage() {
        double[] at = place(0, 3);
        page.evaluate("document.activeElement.blur()");

        page.mouse("mouseWheel", at[0], at[1], Map.of("deltaX", 0, "deltaY", -200));

        assertThat(viewBox()).isEqualTo(List.of(0.0, 0.0, 640.0, 480.0));
    }

    @Test
    void savedFilesHoldThePictureAndItsNumbers() {
        page.evaluate("""
                window.saved = [];
                URL.createObjectURL = (make => blob => { saved.push(blob); return make(blob); })(URL.createObjectURL);
                window.names = [];
                HTMLAnchorElement.prototype.click = function () { names.push(this.download); };
                0""");
        press("in");
        for (String action : List.of("svg", "data", "png")) {
            press(action);
        }
        JsonNode saved = page.evaluate("""
                new Promise(done => {
                  const look = () => names.length === 3 ? done(0) : requestAnimationFrame(look);
                  look();
                }).then(async () => ({
                  names, svg: await saved[0].text(), data: await saved[1].text(),
                  png: await createImageBitmap(saved[saved.length - 1]).then(i => [i.width, i.height])
                }))""");

        assertThat(saved.get("names").toString()).isEqualTo("[\"scan.svg\",\"scan.json\",\"scan.png\"]");
        assertThat(saved.get("svg").stringValue())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 480\"")
                .contains("<title>Likelihood scan of m4ℓ</title>")
                .doesNotContain("class=\"cross\"");
        assertThat(saved.get("data").stringValue()).contains("\"minus_two_delta_ln_l\"");
        assertThat(saved.get("png").toString()).isEqualTo("[1600,1200]");
        assertThat(page.problems()).isEmpty();
    }
}

package hep.aurum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private static final String HOSTILE = "</script></style></title></svg><script>alert(1)</script>"
            + "<img src=http://x.example/i onerror=alert(2)>\"'&lt; onmouseover=\"x\u202e";

    private static final String PAGE = ReportPage.html(SampleReport.named("h"));

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    /** The page without the two parts that are ours alone. */
    private static String written(String page) {
        return page.replace(PageResources.style(), "").replace(PageResources.script(), "");
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(ReportPage.html(SampleReport.named("h")).equals(PAGE)).isTrue();
    }

    @Test
    void noTextBecomesMarkup() {
        String calm = written(PAGE);
        String page = written(ReportPage.html(SampleReport.named(HOSTILE)));

        for (String tag : List.of("script", "style", "title", "img", "svg", "meta", "link", "button", "td")) {
            assertThat(all("(?i)(<" + tag + "\\b)", page)).as(tag).hasSameSizeAs(all("(?i)(<" + tag + "\\b)", calm));
            assertThat(all("(?i)(</" + tag + "\\b)", page))
                    .as("end of " + tag)
                    .hasSameSizeAs(all("(?i)(</" + tag + "\\b)", calm));
        }
        assertThat(all("<[^>]*\\s(on[a-z]+)=", page.replaceAll("\"[^\"]*\"", "\"\"")))
                .isEmpty();
        assertThat(page.indexOf('\u202e')).isNegative();
    }

    @Test
    void nothingIsLoaded() {
        String page = PAGE;

        assertThat(all("<(?!a\\b)[^>]*\\b(?:src|href|data|action|poster)=\"([^\"]*)\"", page))
                .containsExactly("data:,");
        assertThat(all("(url\\((?!#)[^)]*\\)|@import|@font-face)", page)).isEmpty();
        assertThat(all("<a [^>]*href=\"([^\"]*)\"", page))
                .allMatch(address -> address.startsWith("#") || address.equals("https://arxiv.org/abs/1007.1727"));
        assertThat(PageResources.script()).doesNotContain("fetch(", "XMLHttpRequest", "import(", "eval(", "innerHTML");
    }

    @Test
    void thePolicyAllowsThisScriptAndNoOther() throws Exception {
        String page = PAGE;

        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(page);
        assertThat(policy.find()).isTrue();
        Matcher script = Pattern.compile("(?s)<script>(.*?)</script>").matcher(page);
        assertThat(script.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(policy.group(1))
                .startsWith("default-src 'none';")
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';")
                .doesNotContain("http", "*", "unsafe-eval");
        assertThat(script.find()).as("a second script that would run").isFalse();
    }

    @Test
    void idsAreUnique() {
        List<String> ids = all("\\sid=\"([^\"]*)\"", PAGE);

        assertThat(ids).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    }

    @Test
    void tablesSayHowTheyAreSorted() {
        String page = PAGE;

        assertThat(all("(<th scope=\"col\" aria-sort=\"none\"[^>]*><button type=\"button\">)", page))
                .hasSize(34);
        assertThat(all("<td class=\"n\"([^>]*>.*?)</td>", page))
                .containsExactly(
                        " data-key=\"9\">9.00\u00a0±\u00a00.50",
                        " data-key=\"0.000012\">(1.200\u00a0±\u00a00.020)\u00a0×\u00a010<sup>−5</sup>",
                        ">–",
                        " data-key=\"-1E+1\">−10.0\u00a0±\u00a03.0");
    }

    @Test
    void statesHaveAWordAndASign() {
        String page = PAGE;

        assertThat(all("<span class=\"badge (.*?</span>.*?)</span>", page))
                .containsExactly("bad\"><span aria-hidden=\"true\">✕</span> Do not use");
        assertThat(all("<li class=\"(.*?)</span>", page))
                .containsExactly(
                        "good\"><span class=\"sign\" aria-hidden=\"true\">✓",
                        "caution\"><span class=\"sign\" aria-hidden=\"true\">▲",
                        "bad\"><span class=\"sign\" aria-hidden=\"true\">✕");
        assertThat(all("<span class=\"word\">(.*?)</span>", page)).containsExactly("passed", "caution", "failed");
    }

    @Test
    void sectionsWithoutItemsAreLeftOut() {
        assertThat(all("<h2 [^>]*>(.*?)</h2>", PAGE)).containsExactly("Result", "Pictures", "Tables", "Record h");
    }

    @Test
    void errorsStandAboveEachOtherAndScriptsAreSet() {
        assertThat(Html.rich("0.71^{+0.25}_{−0.24} p_{T} delta_phi a<b"))
                .isEqualTo("0.71<span class=\"errors\"><sup>+0.25</sup><sub>−0.24</sub></span>"
                        + " p<sub>T</sub> delta_phi a&lt;b");
        assertThat(Html.rich("^{<b>}")).isEqualTo("<sup>&lt;b&gt;</sup>");
        assertThat(Html.rich("^{$1}_{\\2}")).isEqualTo("<span class=\"errors\"><sup>$1</sup><sub>\\2</sub></span>");
    }

    @Test
    void namesThatCannotBeIdsAndRaggedRowsAreRefused() {
        assertThatThrownBy(() -> new FigureItem("a b", "", "", 1, 1, "", "{}", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"a b\" cannot name a figure");
        assertThatThrownBy(() -> TableItem.of("T", "a", "b").withRow(TableItem.Cell.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 cells in the table \"T\" of 2 columns");
    }
}

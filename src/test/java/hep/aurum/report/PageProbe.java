package hep.aurum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Check in a browser what holds for every page: quiet, whole, legible, no wider than the window. */
public final class PageProbe {

    /** Contrast of text that WCAG 2.1 asks for at level AA. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final String SIZES = """
            [...document.querySelectorAll('figure.picture svg')].map(svg => {
              const box = svg.getBoundingClientRect();
              return {width: box.width, height: box.height, right: box.right, marks: svg.querySelectorAll('path').length};
            })""";

    /** The lowest contrast of any text against the first opaque colour behind it; text of pictures stands on their paper. */
    private static final String CONTRAST = """
            (() => {
              const numbers = text => text.match(/[\\d.]+/g).map(Number);
              const light = text => {
                const [r, g, b] = numbers(text).map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const behind = node => {
                for (let at = node; at; at = at.parentElement) {
                  const colour = getComputedStyle(at).backgroundColor;
                  const parts = numbers(colour);
                  if (parts.length === 3 || parts[3] === 1) return colour;
                }
                return 'rgb(255, 255, 255)';
              };
              let worst = {contrast: 99};
              let count = 0;
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode.parentElement;
                if (!walker.currentNode.textContent.trim() || !node.getClientRects().length
                    || ['SCRIPT', 'STYLE'].includes(node.tagName)) continue;
                const style = getComputedStyle(node);
                const svg = node.closest('svg');
                const paper = svg ? getComputedStyle(svg.querySelector('[fill="#ffffff"]')).fill : behind(node);
                const [a, b] = [light(svg ? style.fill : style.color), light(paper)];
                const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                count += 1;
                if (contrast < worst.contrast) {
                  worst = {contrast, text: walker.currentNode.textContent.trim().slice(0, 40), name: node.className};
                }
              }
              return {...worst, count};
            })()""";

    private PageProbe() {}

    /** Open a page narrow and wide, light and dark; leave it wide and light. */
    public static void check(BrowserPage page, Path file) {
        for (int width : new int[] {400, 1600}) {
            page.size(width, 900).scheme("light").open(file);
            assertThat(page.requests())
                    .as("what the page asks for")
                    .containsExactly(file.toUri().toString());
            assertThat(page.evaluate("document.documentElement.classList.contains('js')")
                            .booleanValue())
                    .as("its script ran")
                    .isTrue();
            assertThat(page.evaluate("document.scrollingElement.scrollWidth").intValue())
                    .as("width of the page in a window of %d pixels", width)
                    .isLessThanOrEqualTo(width);
            pictures(page, width);
            for (String scheme : new String[] {"dark", "light"}) {
                page.scheme(scheme);
                legible(page, scheme);
            }
            assertThat(page.problems()).isEmpty();
            assertThat(page.requests()).hasSize(1);
        }
    }

    private static void pictures(BrowserPage page, int width) {
        JsonNode sizes = page.evaluate(SIZES);
        assertThat(sizes).isNotEmpty();
        for (JsonNode size : sizes) {
            assertThat(size.get("width").doubleValue()).isBetween(300.0, (double) width);
            assertThat(size.get("height").doubleValue()).isGreaterThan(100);
            assertThat(size.get("right").doubleValue()).isLessThanOrEqualTo(width);
            assertThat(size.get("marks").intValue()).isGreaterThan(10);
        }
    }

    private static void legible(BrowserPage page, String scheme) {
        boolean isDark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
                .booleanValue();
        assertThat(isDark).isEqualTo(scheme.equals("dark"));
        JsonNode worst = page.evaluate(CONTRAST);
        assertThat(worst.get("count").intValue()).isGreaterThan(50);
        assertThat(worst.get("contrast").doubleValue())
                .as("contrast of %s in the %s", worst, scheme)
                .isGreaterThanOrEqualTo(LEAST_CONTRAST);
    }
}

package hep.aurum.report;

import java.util.List;

/**
 * Write a report as one HTML file: styles, script, pictures and data inside, nothing loaded, every text escaped.
 *
 * <p>The policy in its head forbids all loads, and of all scripts allows the one of the program by its checksum. Without
 * scripts the page still says everything; sorting, enlarging and reading off values are what a script adds.
 */
public final class ReportPage {

    private final StringBuilder page = new StringBuilder(1 << 16);
    private final Report report;

    private ReportPage(Report report) {
        this.report = report;
    }

    /** Return the page, the same for the same report. */
    public static String html(Report report) {
        ReportPage writer = new ReportPage(report);
        writer.head();
        writer.body();
        return writer.page.toString();
    }

    private void line(String html) {
        page.append(html).append('\n');
    }

    private void head() {
        String script = PageResources.script();
        line("<!DOCTYPE html>");
        line("<html lang=\"en\">");
        line("<head>");
        line("<meta charset=\"utf-8\">");
        line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                + " script-src " + PageResources.checksum(script)
                + "; img-src data: blob:; base-uri 'none'; form-action 'none'\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<meta name=\"color-scheme\" content=\"light dark\">");
        line("<meta name=\"referrer\" content=\"no-referrer\">");
        line("<meta name=\"generator\" content=\"Aurum\">");
        line("<title>" + Html.escape(report.title()) + "</title>");
        line("<link rel=\"icon\" href=\"data:,\">");
        line("<style>\n" + PageResources.style() + "</style>");
        line("</head>");
    }

    private void body() {
        List<Section> sections =
                report.sections().stream().filter(s -> !s.items().isEmpty()).toList();
        line("<body>");
        line("<a class=\"skip\" href=\"#verdict\">To the result</a>");
        line("<header>");
        line("<p class=\"brand\">Aurum <span>" + Html.rich(report.kind()) + "</span></p>");
        line("<h1>" + Html.rich(report.title()) + "</h1>");
        line("<p class=\"subtitle\">" + Html.rich(report.subtitle()) + "</p>");
        line("</header>");
        line("<nav aria-label=\"Sections\"><a href=\"#verdict\">Result</a>");
        for (int i = 0; i < sections.size(); i++) {
            line("<a href=\"#section-" + (i + 1) + "\">"
                    + Html.rich(sections.get(i).title()) + "</a>");
        }
        line("</nav>");
        line("<main>");
        new VerdictHtml(page).write(report.verdict());
        for (int i = 0; i < sections.size(); i++) {
            section("section-" + (i + 1), sections.get(i));
        }
        line("</main>");
        line("<script>" + PageResources.script() + "</script>");
        line("</body>");
        line("</html>");
    }

    private void section(String id, Section section) {
        line("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">");
        line("<h2 id=\"" + id + "-title\">" + Html.rich(section.title()) + "</h2>");
        items(section.items());
        line("</section>");
    }

    /** Pictures that follow each other stand beside each other. */
    private void items(List<Item> items) {
        ItemHtml writer = new ItemHtml(page);
        int i = 0;
        while (i < items.size()) {
            boolean isPicture = items.get(i) instanceof FigureItem;
            line(isPicture ? "<div class=\"pictures\">" : "<div>");
            while (i < items.size() && isPicture == items.get(i) instanceof FigureItem) {
                writer.write(items.get(i++));
            }
            line("</div>");
        }
    }
}

package hep.aurum.report;

import hep.aurum.report.TableItem.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Write tables, facts, listings and citations; pictures are handed to {@link FigureHtml}. */
final class ItemHtml {

    /** A value that takes a line of its own. */
    private static final int LONG = 40;

    private final StringBuilder page;

    ItemHtml(StringBuilder page) {
        this.page = page;
    }

    private void line(String html) {
        page.append(html).append('\n');
    }

    void write(Item item) {
        if (item instanceof FigureItem figure) {
            new FigureHtml(page).write(figure);
        } else if (item instanceof TableItem table) {
            table(table);
        } else if (item instanceof FactsItem facts) {
            facts(facts);
        } else if (item instanceof Listing listing) {
            listing(listing);
        } else if (item instanceof Citations citations) {
            citations(citations);
        }
    }

    private void table(TableItem table) {
        String title = Html.escape(table.title());
        line("<div class=\"card table\">");
        line("<h3>" + Html.rich(table.title()) + "</h3>"
                + (table.note().isEmpty() ? "" : "<p class=\"how\">" + Html.rich(table.note()) + "</p>"));
        line("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + title + "\">");
        line("<table aria-label=\"" + title + "\">");
        line("<thead><tr>");
        for (int c = 0; c < table.columns().size(); c++) {
            line("<th scope=\"col\" aria-sort=\"none\"" + (table.isNumeric(c) ? " class=\"n\"" : "")
                    + "><button type=\"button\">" + Html.rich(table.columns().get(c)) + "</button></th>");
        }
        line("</tr></thead>");
        line("<tbody>");
        for (List<Cell> row : table.rows()) {
            page.append("<tr>");
            for (int c = 0; c < row.size(); c++) {
                cell(row.get(c), table.isNumeric(c));
            }
            line("</tr>");
        }
        line("</tbody>");
        line("</table>");
        line("</div>");
        line("</div>");
    }

    private void cell(Cell cell, boolean isNumeric) {
        page.append(isNumeric ? "<td class=\"n\"" : "<td");
        // 17 digits tell any two doubles apart, the same on every version of Java.
        cell.key().ifPresent(key -> page.append(" data-key=\"").append(key(key)).append('"'));
        page.append('>')
                .append(
                        cell.kind() == TableItem.Kind.VERBATIM
                                ? "<code>" + Html.escape(cell.text()) + "</code>"
                                : Html.rich(cell.text()))
                .append("</td>");
    }

    private static String key(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(17))
                        .stripTrailingZeros()
                        .toString()
                : value > 0 ? "Infinity" : "-Infinity";
    }

    private void facts(FactsItem facts) {
        line("<dl class=\"card facts\">");
        facts.facts()
                .forEach((name, value) -> line((value.length() > LONG ? "<div class=\"long\">" : "<div>") + "<dt>"
                        + Html.rich(name) + "</dt><dd>" + Html.escape(value) + "</dd></div>"));
        line("</dl>");
    }

    private void listing(Listing listing) {
        line("<div class=\"card listing\">");
        line("<div class=\"title-line\"><h3>" + Html.rich(listing.title()) + "</h3>");
        line("<span class=\"tools\"><button type=\"button\" data-do=\"copy\">Copy</button>");
        if (!listing.fileName().isEmpty()) {
            line("<button type=\"button\" data-do=\"save\" data-name=\"" + Html.escape(listing.fileName())
                    + "\">Save</button>");
        }
        line("</span></div>");
        line("<pre tabindex=\"0\">" + "\n" + Html.escape(listing.text()) + "</pre>");
        line("</div>");
    }

    private void citations(Citations citations) {
        line("<div class=\"card\"><h3>How to cite</h3>");
        line("<ul class=\"citations\">");
        for (Citations.Work work : citations.works()) {
            String label = Html.rich(work.label());
            line("<li>" + Html.rich(work.what()) + ": " + Html.rich(work.authors()) + ", "
                    + (work.address().startsWith("https://")
                            ? "<a href=\"" + Html.escape(work.address()) + "\" rel=\"noreferrer noopener\">" + label
                                    + "</a>"
                            : label)
                    + "</li>");
        }
        line("</ul></div>");
    }
}

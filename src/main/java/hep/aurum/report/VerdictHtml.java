package hep.aurum.report;

/** Write the answer and the reasons to believe it. */
final class VerdictHtml {

    private final StringBuilder page;

    VerdictHtml(StringBuilder page) {
        this.page = page;
    }

    private void line(String html) {
        page.append(html).append('\n');
    }

    void write(Verdict verdict) {
        line("<section id=\"verdict\" aria-labelledby=\"verdict-title\" class=\"card\">");
        line("<div class=\"title-line\"><h2 id=\"verdict-title\">Result</h2>" + badge(verdict) + "</div>");
        if (!verdict.note().isEmpty()) {
            line("<p class=\"kind\">" + Html.rich(verdict.note()) + "</p>");
        }
        verdict.sentences().forEach(sentence -> line("<p class=\"answer\">" + Html.rich(sentence) + "</p>"));
        if (!verdict.numbers().isEmpty()) {
            line("<dl class=\"numbers\">");
            verdict.numbers().forEach(this::number);
            line("</dl>");
        }
        if (!verdict.checks().isEmpty()) {
            line("<h3>Can it be trusted?</h3>");
            line("<ul class=\"checks\">");
            verdict.checks().forEach(this::check);
            line("</ul>");
        }
        line("</section>");
    }

    private static String badge(Verdict verdict) {
        State state = verdict.state();
        return "<span class=\"badge " + state.key() + "\"><span aria-hidden=\"true\">" + state.sign() + "</span> "
                + Html.rich(verdict.word()) + "</span>";
    }

    private void number(KeyNumber number) {
        line("<div><dt>" + Html.rich(number.name()) + "</dt><dd class=\"value\">" + Html.rich(number.value())
                + "</dd><dd class=\"note\">" + Html.rich(number.note()) + "</dd></div>");
    }

    private void check(TrustCheck check) {
        String advice = check.advice().isEmpty()
                ? ""
                : " <span class=\"advice\"><b>Advice:</b> " + Html.rich(check.advice()) + "</span>";
        line("<li class=\"" + check.state().key() + "\"><span class=\"sign\" aria-hidden=\"true\">"
                + check.state().sign() + "</span><div><b>" + Html.rich(check.name()) + "</b> <span class=\"word\">"
                + Html.rich(check.word()) + "</span> " + Html.rich(check.sentence()) + advice + "</div></li>");
    }
}

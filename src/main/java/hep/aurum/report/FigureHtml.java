package hep.aurum.report;

import hep.aurum.plot.style.FrameMap;
import hep.aurum.plot.style.RichText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Write a picture with its tools, its caption, and the numbers behind it. */
final class FigureHtml {

    private static final Pattern START = Pattern.compile("(?s)^.*?<svg\\b[^>]*>");
    private static final Pattern TITLE = Pattern.compile("(?s)<(title|desc)>.*?</\\1>");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final MathContext DIGITS = new MathContext(12);

    private final StringBuilder page;

    FigureHtml(StringBuilder page) {
        this.page = page;
    }

    private void line(String html) {
        page.append(html).append('\n');
    }

    void write(FigureItem figure) {
        String title = Html.escape(RichText.plain(figure.title()));
        line("<figure class=\"card picture\" data-name=\"" + figure.name() + "\" data-frames=\"" + frames(figure)
                + "\">");
        line("<div class=\"tools\" role=\"group\" aria-label=\"Tools of the picture: " + title + "\">");
        button("in", "Enlarge", "+");
        button("out", "Shrink", "−");
        button("reset", "Show the whole picture", "Reset");
        line("<span class=\"gap\"></span>");
        button("svg", "Save as SVG", "SVG");
        button("png", "Save as PNG", "PNG");
        button("data", "Save the numbers as JSON", "Data");
        line("</div>");
        line("<div class=\"view\" tabindex=\"0\" role=\"group\" aria-label=\"" + title
                + ". Arrow keys read the values, plus and minus enlarge and shrink, 0 shows the whole.\">");
        line(svg(figure, title));
        line("<div class=\"readout\" role=\"status\" hidden></div>");
        line("</div>");
        line("<figcaption>" + "<b>" + Html.rich(figure.title()) + ".</b> " + Html.rich(figure.caption())
                + "</figcaption>");
        line("<script type=\"application/json\">" + Html.json(figure.data()) + "</script>");
        line("</figure>");
    }

    private void button(String action, String title, String text) {
        line("<button type=\"button\" data-do=\"" + action + "\" title=\"" + title + "\" aria-label=\"" + title + "\">"
                + text + "</button>");
    }

    /** The file's own title would cover the values with a tip of the browser; the page says it by its label. */
    private static String svg(FigureItem figure, String title) {
        String inner = COMMENT.matcher(figure.svg()).replaceAll("");
        inner = START.matcher(inner).replaceFirst("");
        inner = TITLE.matcher(inner).replaceAll("");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + figure.width() + " " + figure.height()
                + "\" width=\"" + figure.width() + "\" height=\"" + figure.height() + "\" role=\"img\" aria-label=\""
                + title + "\">" + Html.visible(inner.strip());
    }

    /** Return left, top, right, bottom, then minimum, maximum and whether logarithmic of x and of y, for each frame. */
    private static String frames(FigureItem figure) {
        return figure.frames().stream()
                .map(f -> String.join(
                        " ",
                        number(f.left()),
                        number(f.top()),
                        number(f.right()),
                        number(f.bottom()),
                        scale(f.x()),
                        scale(f.y())))
                .collect(Collectors.joining(";"));
    }

    private static String scale(FrameMap.Scale scale) {
        return number(scale.min()) + " " + number(scale.max()) + " " + (scale.isLogarithmic() ? 1 : 0);
    }

    private static String number(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString();
    }
}

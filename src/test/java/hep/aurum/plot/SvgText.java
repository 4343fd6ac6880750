package hep.aurum.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Read numbers and words out of an SVG text, as far as the tests need it. */
final class SvgText {

    private static final Pattern TEXT = Pattern.compile("<text [^>]*>([^<]*)</text>");
    private static final Pattern POINT = Pattern.compile("[ML] (-?[\\d.]+) (-?[\\d.]+)");
    private static final Pattern STROKED = Pattern.compile("<g ([^>]*fill=\"none\"[^>]*)>\\s*<path d=\"([^\"]*)\"");

    private static final Pattern FILLED = Pattern.compile(
            "<g (?:[^>]* )?fill=\"(#[0-9a-f]+)\"[^>]*>\\s*(?:<clipPath.*?</clipPath>\\s*)?(?:<g clip[^>]*>\\s*)?<path d=\"([^\"]*)\"");

    private final String svg;
    private final List<double[]> frame;

    private SvgText(String svg) {
        this.svg = wellFormed(svg);
        this.frame = path("#000000", "1.2");
    }

    static SvgText parse(String svg) {
        return new SvgText(svg);
    }

    /** Return the text if an XML parser accepts it. */
    static String wellFormed(String svg) {
        try {
            var factory = javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance();
            var document =
                    factory.newDocumentBuilder().parse(new org.xml.sax.InputSource(new java.io.StringReader(svg)));
            org.assertj.core.api.Assertions.assertThat(
                            document.getDocumentElement().getTagName())
                    .isEqualTo("svg");
            return svg;
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException | java.io.IOException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    /** Return all strings in drawing order. */
    static List<String> of(String svg) {
        List<String> words = new ArrayList<>();
        Matcher matcher = TEXT.matcher(svg);
        while (matcher.find()) {
            words.add(matcher.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        return words;
    }

    /** Return the points of the first stroked path of a colour and width. */
    List<double[]> path(String colour, String width) {
        Matcher matcher = STROKED.matcher(svg);
        while (matcher.find()) {
            if (matcher.group(1).contains("stroke=\"" + colour + "\"")
                    && matcher.group(1).contains("stroke-width=\"" + width)) {
                return points(matcher.group(2));
            }
        }
        throw new AssertionError("no path of colour " + colour + " and width " + width);
    }

    /** Return the points of all stroked paths of a colour and width. */
    List<double[]> allPoints(String colour, String width) {
        List<double[]> all = new ArrayList<>();
        Matcher matcher = STROKED.matcher(svg);
        while (matcher.find()) {
            if (matcher.group(1).contains("stroke=\"" + colour + "\"")
                    && matcher.group(1).contains("stroke-width=\"" + width)) {
                all.addAll(points(matcher.group(2)));
            }
        }
        return all;
    }

    /** Return the points of the first filled path of a colour. */
    List<double[]> fill(String colour) {
        return fills(colour).get(0);
    }

    /** Return the points of all filled paths of a colour, in drawing order. */
    List<List<double[]>> fills(String colour) {
        List<List<double[]>> fills = new ArrayList<>();
        Matcher matcher = FILLED.matcher(svg);
        while (matcher.find()) {
            if (matcher.group(1).equals(colour)) {
                fills.add(points(matcher.group(2)));
            }
        }
        return fills;
    }

    /** Return all stroked paths of a colour and width, in drawing order. */
    List<List<double[]>> paths(String colour, String width) {
        List<List<double[]>> paths = new ArrayList<>();
        Matcher matcher = STROKED.matcher(svg);
        while (matcher.find()) {
            if (matcher.group(1).contains("stroke=\"" + colour + "\"")
                    && matcher.group(1).contains("stroke-width=\"" + width + "\"")) {
                paths.add(points(matcher.group(2)));
            }
        }
        return paths;
    }

    /** Return all stroked paths with a pattern of dashes, such as {@code 1.5,3}, in drawing order. */
    List<List<double[]>> dashed(String dashes) {
        List<List<double[]>> paths = new ArrayList<>();
        Matcher matcher = STROKED.matcher(svg);
        while (matcher.find()) {
            if (matcher.group(1).contains("stroke-dasharray=\"" + dashes + "\"")) {
                paths.add(points(matcher.group(2)));
            }
        }
        return paths;
    }

    private static List<double[]> points(String path) {
        List<double[]> points = new ArrayList<>();
        Matcher matcher = POINT.matcher(path);
        while (matcher.find()) {
            points.add(new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))});
        }
        return points;
    }

    /** Return the rounded heights of all stroked lines of two points that are horizontal. */
    List<Long> horizontals() {
        List<Long> heights = new ArrayList<>();
        Matcher matcher = STROKED.matcher(svg);
        while (matcher.find()) {
            List<double[]> points = points(matcher.group(2));
            if (points.size() == 2 && points.get(0)[1] == points.get(1)[1]) {
                heights.add(Math.round(points.get(0)[1]));
            }
        }
        return heights;
    }

    double frameLeft() {
        return frame.stream().mapToDouble(p -> p[0]).min().orElseThrow();
    }

    double frameRight() {
        return frame.stream().mapToDouble(p -> p[0]).max().orElseThrow();
    }

    double frameTop() {
        return frame.stream().mapToDouble(p -> p[1]).min().orElseThrow();
    }

    double frameBottom() {
        return frame.stream().mapToDouble(p -> p[1]).max().orElseThrow();
    }
}

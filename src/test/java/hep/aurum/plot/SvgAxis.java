package hep.aurum.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turn positions in an SVG text into values, by nothing but the numbers that a reader sees along an axis. */
final class SvgAxis {

    private static final Pattern WORD = Pattern.compile(
            "<text transform=\"matrix\\(1\\.0 0\\.0 0\\.0 1\\.0 (\\S+) (\\S+)\\)\"[^>]* font-size=\"(\\S+)\"[^>]*"
                    + " textLength=\"(\\S+)\"[^>]*>([^<]*)</text>");

    private static final double NUMBER = 13.5;

    private record Word(double x, double y, double size, double length, String text) {}

    private record Tick(double position, double value) {}

    private final Tick first;
    private final Tick last;
    private final boolean logarithmic;

    private SvgAxis(List<Tick> ticks, boolean logarithmic) {
        if (ticks.size() < 2) {
            throw new AssertionError("an axis with the ticks " + ticks);
        }
        this.first = ticks.get(0);
        this.last = ticks.get(ticks.size() - 1);
        this.logarithmic = logarithmic;
    }

    /** Read the numbers at the left of the frame. */
    static SvgAxis vertical(String svg) {
        double edge = SvgText.parse(svg).frameLeft() - 7;
        return read(svg, (word, end) -> Math.abs(end - edge) < 0.05, word -> word.y - 0.36 * NUMBER);
    }

    /** Read the numbers below the frame; they must be plain. */
    static SvgAxis horizontal(String svg) {
        double line = SvgText.parse(svg).frameBottom() + 19;
        return read(svg, (word, end) -> Math.abs(word.y - line) < 0.05, word -> word.x + 0.5 * word.length);
    }

    private interface Place {
        boolean holds(Word word, double end);
    }

    private static SvgAxis read(String svg, Place place, ToDoubleFunction<Word> position) {
        List<Word> words = words(svg);
        List<Tick> ticks = new ArrayList<>();
        boolean powers = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Word next = words.get(Math.min(i + 1, words.size() - 1));
            boolean exponent = word.text.equals("10") && next.size < NUMBER && next.y < word.y && next.x > word.x;
            double end = exponent ? next.x + next.length : word.x + word.length;
            if (word.size == NUMBER && place.holds(word, end)) {
                double value = exponent ? Math.pow(10, number(next.text)) : number(word.text);
                ticks.add(new Tick(position.applyAsDouble(word), value));
                powers |= exponent;
            }
        }
        return new SvgAxis(ticks, powers);
    }

    private static List<Word> words(String svg) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(svg);
        while (matcher.find()) {
            words.add(new Word(
                    Double.parseDouble(matcher.group(1)),
                    Double.parseDouble(matcher.group(2)),
                    Double.parseDouble(matcher.group(3)),
                    Double.parseDouble(matcher.group(4)),
                    matcher.group(5)));
        }
        return words;
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('−', '-'));
    }

    /** Return the value at a position. */
    double value(double position) {
        double t = (position - first.position) / (last.position - first.position);
        return logarithmic
                ? Math.exp((1 - t) * Math.log(first.value) + t * Math.log(last.value))
                : (1 - t) * first.value + t * last.value;
    }
}

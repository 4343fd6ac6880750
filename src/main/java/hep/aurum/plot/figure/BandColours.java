package hep.aurum.plot.figure;

import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.LegendEntry;
import hep.aurum.plot.style.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.plot.XYPlot;

/** Colour the bands of 68 % and 95 %, and draw an expectation with them. */
enum BandColours {
    /** Green over yellow, which the field knows; apart in lightness as well as in hue. */
    BRAZIL(new Color(0x2fa84f), new Color(0xffe14d)),
    /** Dark green over sand: told apart with any colour vision, and in print without colour. */
    COLOUR_BLIND(new Color(0x607641), new Color(0xf5bb54));

    private static final BasicStroke DASHED = HouseChart.dashed(2.2, 8, 5);

    final Color inner;
    final Color outer;

    BandColours(Color inner, Color outer) {
        this.inner = inner;
        this.outer = outer;
    }

    /** Draw the outer band, the inner one over it and the median on both; a single point gets a width. */
    void draw(XYPlot plot, SigmaBands bands, double halfWidth) {
        double[] x = wide(bands.median().columns()[0], halfWidth);
        for (int sigma = 2; sigma >= 1; sigma--) {
            double[] low = repeated(bands.at(-sigma).columns()[1], x.length);
            double[] high = repeated(bands.at(sigma).columns()[1], x.length);
            Series.area(plot, sigma + " sigma", x, low, high, sigma == 2 ? outer : inner);
        }
        double[] median = repeated(bands.median().columns()[1], x.length);
        Series.line(plot, "expected", new double[][] {x, median}, Palette.INK, DASHED);
    }

    private static double[] wide(double[] x, double halfWidth) {
        return x.length > 1 ? x : new double[] {x[0] - halfWidth, x[0] + halfWidth};
    }

    private static double[] repeated(double[] y, int length) {
        return y.length == length ? y : new double[] {y[0], y[0]};
    }

    /** Explain the median and the bands, in the order in which the field lists them. */
    List<LegendEntry> entries() {
        return List.of(
                new LegendEntry.Line("Expected", Palette.INK, DASHED),
                new LegendEntry.Box("Expected ± 1σ (68%)", inner),
                new LegendEntry.Box("Expected ± 2σ (95%)", outer));
    }
}

package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Legend;
import hep.aurum.plot.style.LegendEntry;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.ParameterSymbol;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jfree.chart.plot.XYPlot;

/**
 * Show the ranks of simulation-based calibration: how many of the posterior's draws lie below the truth. A calibrated
 * posterior has uniform ranks, within the binomial bands; a hump says too wide, a bowl too narrow, a slope biased.
 *
 * @param parameter the name of the parameter
 * @param draws number of posterior draws L; ranks run from 0 to L
 * @param counts simulations by bins of equally many ranks
 * @param labels what stands above and inside the frame
 * @see <a href="https://arxiv.org/abs/1804.06788">Talts et al., Validating Bayesian inference algorithms with
 *     simulation-based calibration</a>
 */
public record RankFigure(String parameter, int draws, List<Long> counts, FigureLabels labels) implements Figure {

    private static final BasicStroke EXPECTED = HouseChart.dashed(1.4, 6, 4);

    /** Copy the counts. */
    public RankFigure {
        counts = List.copyOf(counts);
        Check.argument(counts.size() > 1, "ranks of %s in %s bins, expected 2 or more", parameter, counts.size());
        Check.argument(counts.stream().allMatch(n -> n >= 0), "a negative number of ranks of %s", parameter);
        Check.argument(counts.stream().mapToLong(Long::longValue).sum() > 0, "no ranks of %s", parameter);
        Check.argument(
                draws > 0 && (draws + 1L) % counts.size() == 0,
                "%s + 1 ranks of %s do not fall into %s equal bins; choose bins that divide the draws plus one",
                draws,
                parameter,
                counts.size());
    }

    /**
     * Count ranks.
     *
     * @param ranks {@code [n]}, 0 to draws
     * @param draws number of posterior draws
     * @param bins a divisor of draws plus one
     */
    public static RankFigure of(String parameter, int[] ranks, int draws, int bins) {
        Check.argument(bins > 1, "ranks of %s in %s bins, expected 2 or more", parameter, bins);
        long[] counted = new long[bins];
        for (int rank : ranks) {
            Check.argument(rank >= 0 && rank <= draws, "a rank of %s among %s draws", rank, draws);
            counted[(int) ((long) rank * bins / (draws + 1L))]++;
        }
        List<Long> counts = new ArrayList<>();
        for (long count : counted) {
            counts.add(count);
        }
        return new RankFigure(parameter, draws, counts, FigureLabels.simulation());
    }

    /** Replace the labels. */
    public RankFigure withLabels(FigureLabels newLabels) {
        return new RankFigure(parameter, draws, counts, newLabels);
    }

    private long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Return Pearson's \(\chi^2\) of the counts against the same number in each bin; it has one degree less than bins. */
    public double chiSquare() {
        double expected = (double) total() / counts.size();
        return counts.stream()
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
    }

    @Override
    public String title() {
        return "Ranks of " + ParameterSymbol.of(parameter);
    }

    @Override
    public void draw(Graphics2D g) {
        int bins = counts.size();
        double width = (draws + 1.0) / bins;
        double[][] outline = new double[2][2 * bins];
        List<Point2D> obstacles = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            outline[0][2 * i] = i * width - 0.5;
            outline[0][2 * i + 1] = (i + 1) * width - 0.5;
            outline[1][2 * i] = counts.get(i);
            outline[1][2 * i + 1] = counts.get(i);
            for (int part = 0; part <= 4; part++) {
                obstacles.add(new Point2D.Double((i + 0.25 * part) * width - 0.5, counts.get(i)));
            }
        }
        double p = 1.0 / bins;
        BinomialBand band = BinomialBand.of(total());
        double most = Math.max(
                band.interval(p, 2)[1] * total(),
                counts.stream().mapToLong(Long::longValue).max().orElseThrow());
        HouseAxis x = HouseAxis.linear("Rank of " + ParameterSymbol.of(parameter), -0.5, draws + 0.5);
        XYPlot plot = HouseChart.plot(x, HouseAxis.linear("Simulations / bin", 0, 1.5 * most));
        band.draw(plot, new double[] {-0.5, draws + 0.5}, new double[] {p, p}, total());
        double[][] mean = Series.segment(-0.5, p * total(), draws + 0.5, p * total());
        Series.line(plot, "expected", mean, Palette.INK, EXPECTED);
        Series.line(plot, "ranks", outline, Palette.SIX.get(0), HouseChart.stroke(2));
        List<LegendEntry> entries = new ArrayList<>();
        entries.add(new LegendEntry.Line("Ranks", Palette.SIX.get(0), HouseChart.stroke(2)));
        entries.add(new LegendEntry.Line("Uniform", Palette.INK, EXPECTED));
        entries.addAll(band.entries());
        plot.addAnnotation(new Legend(Steps.notes(labels, List.of(note())), entries, obstacles));
        HouseChart.draw(g, width(), height(), plot, labels);
    }

    private String note() {
        int degrees = counts.size() - 1;
        double p = ChiSquaredDistribution.of(degrees).survivalProbability(chiSquare());
        return "χ^{2} / ndf = " + Numbers.significant(chiSquare(), 3) + " / " + degrees + ", p = "
                + Numbers.significant(p, 2);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "ranks");
        data.put("parameter", parameter);
        data.put("draws", draws);
        data.put("counts", counts);
        data.put("chi_square", chiSquare());
        return data;
    }
}

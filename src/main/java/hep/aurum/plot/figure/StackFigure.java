package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;

/**
 * Show stacked predictions with their statistical uncertainty, the data, and the ratio of the two below.
 *
 * <p>Backgrounds are stacked in the given order from below, the signal on top of them; the signal alone is drawn again
 * as a line, scaled by a stated factor. Data points carry Garwood intervals. Bins without a prediction have no ratio
 * and are counted in a note. All histograms share one axis; under- and overflow are not drawn, but are in the numbers.
 *
 * @param backgrounds the predictions, named by their titles
 * @param signal the signal's prediction
 * @param signalScale factor of the signal's line
 * @param counts observed or Asimov counts
 * @param dataName how the legend calls them
 * @param logarithmic whether the y axis is
 * @param labels what stands above and inside the frame
 */
public record StackFigure(
        List<Histogram1D> backgrounds,
        Optional<Histogram1D> signal,
        double signalScale,
        Optional<Histogram1D> counts,
        String dataName,
        boolean logarithmic,
        FigureLabels labels)
        implements Figure {

    /** Copy the list and check that all histograms share their edges. */
    public StackFigure {
        backgrounds = List.copyOf(backgrounds);
        List<Histogram1D> all = new ArrayList<>(backgrounds);
        signal.ifPresent(all::add);
        Check.argument(!all.isEmpty(), "a stack without a prediction");
        counts.ifPresent(all::add);
        for (Histogram1D h : all) {
            Check.argument(
                    h.axis().hasEdgesOf(all.get(0).axis()),
                    "%s and %s have different edges and cannot share a figure",
                    h.title(),
                    all.get(0).title());
        }
        Check.argument(signalScale > 0, "the signal is scaled by %s, expected more than 0", signalScale);
    }

    /** Stack backgrounds, the first at the bottom. */
    public static StackFigure of(List<Histogram1D> backgrounds) {
        return new StackFigure(
                backgrounds, Optional.empty(), 1, Optional.empty(), "Data", false, FigureLabels.simulation());
    }

    /** Add a signal to the top of the stack, and as a line scaled by a factor. */
    public StackFigure withSignal(Histogram1D histogram, double scale) {
        return new StackFigure(backgrounds, Optional.of(histogram), scale, counts, dataName, logarithmic, labels);
    }

    /** Add observed counts. */
    public StackFigure withData(Histogram1D histogram) {
        return withData(histogram, "Data");
    }

    /** Add counts under a name, such as {@code Asimov data}. */
    public StackFigure withData(Histogram1D histogram, String name) {
        return new StackFigure(backgrounds, signal, signalScale, Optional.of(histogram), name, logarithmic, labels);
    }

    /** Draw the y axis logarithmically. */
    public StackFigure withLogarithmicAxis() {
        return new StackFigure(backgrounds, signal, signalScale, counts, dataName, true, labels);
    }

    /** Replace the labels. */
    public StackFigure withLabels(FigureLabels newLabels) {
        return new StackFigure(backgrounds, signal, signalScale, counts, dataName, logarithmic, newLabels);
    }

    Axis axis() {
        return prediction().axis();
    }

    /** Return all predictions in the order of the stack. */
    List<Histogram1D> stacked() {
        List<Histogram1D> all = new ArrayList<>(backgrounds);
        signal.ifPresent(all::add);
        return all;
    }

    /** Return the sum of all predictions. */
    Histogram1D prediction() {
        List<Histogram1D> all = stacked();
        Histogram1D sum = all.get(0);
        for (Histogram1D h : all.subList(1, all.size())) {
            sum = sum.plus(h);
        }
        return sum;
    }

    @Override
    public String title() {
        return "Distribution of " + axis().label();
    }

    @Override
    public int height() {
        return counts.isPresent() ? 640 : 480;
    }

    @Override
    public void draw(Graphics2D g) {
        StackPanels panels = new StackPanels(this);
        HouseAxis x = HouseAxis.linear(axis().label(), axis().min(), axis().max());
        XYPlot upper = panels.stack(x);
        XYPlot plot = counts.isPresent() ? HouseChart.withRatio(x, upper, panels.ratio(x)) : upper;
        HouseChart.draw(g, width(), height(), plot, labels);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("figure", "stack");
        numbers.put("axis", Steps.numbers(axis()));
        numbers.put("backgrounds", backgrounds.stream().map(Steps::numbers).toList());
        signal.ifPresent(h -> numbers.put("signal", Steps.numbers(h)));
        numbers.put("signal_scale", signalScale);
        counts.ifPresent(h -> numbers.put("data", Steps.numbers(h)));
        return numbers;
    }
}

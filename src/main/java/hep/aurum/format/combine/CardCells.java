package hep.aurum.format.combine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Find the nominal rates of all processes and the observed counts, from the card or from histograms. */
final class CardCells {

    /** Combine's tolerance in events between a rate of the card and the integral of its histogram. */
    private static final double TOLERANCE = 0.01;

    private final ShapeMap shapes;

    /** By column; empty for processes without a rate, which Combine leaves out too. */
    private final List<Optional<Cell>> cells = new ArrayList<>();

    private final Map<String, List<Double>> observed = new HashMap<>();

    /**
     * Read the nominal rates.
     *
     * @param hasSideband by column: whether a sideband gives the rate, so that it may be zero
     */
    CardCells(CardTable table, ShapeMap shapes, boolean[] hasSideband) {
        this.shapes = shapes;
        for (int i = 0; i < table.columns().size(); i++) {
            CardTable.Column column = table.columns().get(i);
            boolean isEmpty = column.rate() == 0.0 && !hasSideband[i];
            cells.add(isEmpty ? Optional.empty() : Optional.of(cell(column)));
        }
        table.observations().forEach((channel, count) -> observed.put(channel, observation(table, channel, count)));
        for (Cell cell : all()) {
            checkBins(cell.column(), cell.nominal());
        }
    }

    Optional<Cell> of(int column) {
        return cells.get(column);
    }

    List<Cell> all() {
        return cells.stream().flatMap(Optional::stream).toList();
    }

    List<Cell> in(String channel) {
        return all().stream()
                .filter(cell -> cell.column().channel().equals(channel))
                .toList();
    }

    List<Double> observed(String channel) {
        return observed.getOrDefault(channel, List.of());
    }

    boolean hasShapes(Cell cell) {
        return shapes.hasShapes(cell.column().channel(), cell.column().process());
    }

    private Cell cell(CardTable.Column column) {
        if (!shapes.hasShapes(column.channel(), column.process())) {
            if (column.rate() < 0.0) {
                throw column.line()
                        .bad("process " + column.process() + " has the rate -1 and no histogram", "write it");
            }
            return new Cell(column, Template.counting(column.rate()), column.rate());
        }
        Template template = shapes.nominal(column.channel(), column.process());
        double integral = template.integral();
        if (!(integral > 0.0)) {
            throw column.line()
                    .bad(
                            "the histogram of process " + column.process() + " in channel " + column.channel()
                                    + " has the integral " + integral,
                            "write the rate 0 to leave the process out");
        }
        if (column.rate() > 0.0 && !isClose(integral, column.rate())) {
            throw column.line()
                    .bad(
                            "the rate of " + column.process() + " in channel " + column.channel() + " is "
                                    + column.rate() + ", its histogram has " + integral,
                            "correct it, or write -1");
        }
        Template scaled = column.rate() > 0.0 ? template.scaledBy(column.rate() / integral) : template;
        return new Cell(column, scaled, integral);
    }

    private List<Double> observation(CardTable table, String channel, double count) {
        if (!shapes.hasShapes(channel, "data_obs")) {
            if (count < 0.0) {
                throw table.columns()
                        .get(0)
                        .line()
                        .bad(
                                "channel " + channel + " has the observation -1 and no histogram data_obs",
                                "write the count");
            }
            return List.of(count);
        }
        Template template = shapes.nominal(channel, "data_obs");
        if (count >= 0.0 && !isClose(template.integral(), count)) {
            throw table.columns()
                    .get(0)
                    .line()
                    .bad(
                            "the observation of channel " + channel + " is " + count + ", its histogram has "
                                    + template.integral(),
                            "correct it, or write -1");
        }
        return template.contents();
    }

    private static boolean isClose(double integral, double rate) {
        // Histograms in single precision.
        return Math.abs(integral - rate) <= Math.max(TOLERANCE, 1e-6 * rate);
    }

    private void checkBins(CardTable.Column column, Template template) {
        int bins = observed(column.channel()).size();
        if (template.bins() != bins) {
            throw column.line()
                    .bad(
                            "process " + column.process() + " in channel " + column.channel() + " has "
                                    + template.bins() + " bins, the observation " + bins,
                            "give all histograms of a channel the same bins, and data_obs too");
        }
    }

    /** Return the varied histogram of a process, with as many bins as the nominal one. */
    Template varied(Cell cell, String variation) {
        return checked(
                cell,
                variation,
                shapes.varied(cell.column().channel(), cell.column().process(), variation));
    }

    Optional<Template> findVaried(Cell cell, String variation) {
        return hasShapes(cell)
                ? shapes.findVaried(cell.column().channel(), cell.column().process(), variation)
                        .map(template -> checked(cell, variation, template))
                : Optional.empty();
    }

    private Template checked(Cell cell, String variation, Template template) {
        checkBins(cell.column(), template);
        if (!(template.integral() > 0.0)) {
            throw cell.column()
                    .line()
                    .bad(
                            "the histogram " + variation + " of " + cell.place() + " has the integral "
                                    + template.integral(),
                            "a variation keeps some rate; use another kind of systematic");
        }
        return template;
    }
}

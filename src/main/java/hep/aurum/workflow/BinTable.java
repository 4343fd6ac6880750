package hep.aurum.workflow;

import hep.aurum.hist.Histogram1D;
import hep.aurum.report.Numbers;
import hep.aurum.report.TableItem;
import hep.aurum.report.TableItem.Cell;
import java.util.ArrayList;
import java.util.List;

/** List the bins of a test: the predictions with their errors, their sum, and the data. */
final class BinTable {

    private BinTable() {}

    /**
     * Return the table.
     *
     * @param variable what is histogrammed, with its unit
     * @param predictions one per process, named by their titles
     * @param data the data last; empty for none
     */
    static TableItem of(
            String title, String variable, List<Double> edges, List<Histogram1D> predictions, List<Histogram1D> data) {
        List<String> columns = new ArrayList<>(List.of("Bin", variable + " from", "to"));
        predictions.forEach(h -> columns.add(h.title()));
        columns.add("Sum");
        data.forEach(h -> columns.add("Data"));
        List<List<Cell>> rows = new ArrayList<>();
        for (int bin = 0; bin + 1 < edges.size(); bin++) {
            rows.add(row(bin, edges, predictions, data));
        }
        return new TableItem(
                title, "Expected events with the statistical uncertainty of the simulation.", columns, rows);
    }

    private static List<Cell> row(int bin, List<Double> edges, List<Histogram1D> predictions, List<Histogram1D> data) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.count(bin + 1L));
        row.add(Cell.number(edges.get(bin)));
        row.add(Cell.number(edges.get(bin + 1)));
        double sum = 0;
        double square = 0;
        for (Histogram1D h : predictions) {
            double error = h.errors()[bin];
            sum += h.height(bin);
            square += error * error;
            row.add(Cell.plusMinus(h.height(bin), error));
        }
        row.add(Cell.plusMinus(sum, Math.sqrt(square)));
        for (Histogram1D h : data) {
            row.add(Cell.number(Numbers.plain(h.height(bin)), h.height(bin)));
        }
        return row;
    }
}

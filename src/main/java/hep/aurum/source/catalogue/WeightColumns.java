package hep.aurum.source.catalogue;

import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableHeader;
import hep.aurum.source.WeightSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Add up the columns of a table that are clearly weights of its rows: {@code genWeight} of CMS NanoAOD, {@code Event.Weight}
 * and {@code Weight.Weight} of Delphes, {@code EventWeight}, and whatever is called {@code weight} or begins with it.
 *
 * <p>A column of several values per row has a sum for each of its places, named {@code NAME[0]}, {@code NAME[1]}, ... ;
 * a list must have the same length in every row.
 */
final class WeightColumns {

    /** The nominal weight, the likeliest name first. */
    private static final List<String> NOMINAL = List.of(
            "genWeight",
            "Event.Weight",
            "weight",
            "Weight",
            "EventWeight",
            "eventWeight",
            "event_weight",
            "evtWeight",
            "mcEventWeight",
            "mcWeight",
            "mc_weight",
            "Weight.Weight");

    private static final Pattern WEIGHT = Pattern.compile("[wW]eights?([_.A-Z0-9].*)?");

    /** Numbers that would be sums by name of things that are no weights, or without end. */
    private static final int MOST = 2000;

    private static final WeightSums[] NOT_YET = {};
    private static final WeightSums[] DROPPED = {};

    private final List<Column> columns;

    /** By column, the sums of its places. */
    private final WeightSums[][] sums;

    private final List<String> problems = new ArrayList<>();

    private WeightColumns(List<Column> columns) {
        this.columns = columns;
        this.sums = new WeightSums[columns.size()][];
        Arrays.fill(sums, NOT_YET);
    }

    static WeightColumns of(TableHeader header) {
        return new WeightColumns(
                header.columns().stream().filter(WeightColumns::isWeight).toList());
    }

    private static boolean isWeight(Column column) {
        return column.type() != ColumnType.TEXT
                && column.type() != ColumnType.BOOL
                && (NOMINAL.contains(column.name())
                        || WEIGHT.matcher(column.name()).matches())
                && !column.name().endsWith("_size")
                && !column.name().endsWith("Bits");
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * Add the rows of a batch.
     *
     * @param positions where the batch has the columns of {@link #names()}
     */
    void add(TableBatch batch, int[] positions) {
        for (int i = 0; i < positions.length; i++) {
            ColumnData data = batch.column(positions[i]);
            for (int row = 0; row < batch.rows() && sums[i] != DROPPED; row++) {
                addRow(i, data, row);
            }
        }
    }

    private void addRow(int index, ColumnData data, int row) {
        int count = data.count(row);
        if (sums[index] == NOT_YET) {
            if (count > MOST) {
                drop(index, "has " + count + " values in a row, too many to add up");
                return;
            }
            sums[index] = Stream.generate(WeightSums::new).limit(count).toArray(WeightSums[]::new);
        }
        WeightSums[] places = sums[index];
        if (count != places.length) {
            drop(index, "is not added up: its lists differ in length from row to row");
            return;
        }
        int start = data.start(row);
        for (int item = 0; item < count; item++) {
            places[item].add(data.real(start + item));
        }
    }

    private void drop(int index, String problem) {
        sums[index] = DROPPED;
        problems.add(columns.get(index).name() + " " + problem);
    }

    /** Return what could not be added up, in sentences. */
    List<String> problems() {
        return problems;
    }

    /** Return the sums by name. */
    Map<String, Double> sums() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            String name = columns.get(i).name();
            for (int item = 0; item < sums[i].length; item++) {
                values.put(sums[i].length == 1 ? name : name + "[" + item + "]", sums[i][item].sum());
            }
        }
        return values;
    }

    /** Return the sum of the nominal weight, if there is one. */
    Optional<Double> nominal() {
        Map<String, Double> all = sums();
        return NOMINAL.stream()
                .flatMap(name -> Stream.of(name, name + "[0]"))
                .filter(all::containsKey)
                .findFirst()
                .map(all::get);
    }
}

package hep.aurum.source.particle;

import hep.aurum.base.BadInput;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.Column.Layout;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Show a table of particles as generated events again.
 *
 * <p>The columns {@code particle.pdg_id}, {@code .px}, {@code .py}, {@code .pz} and {@code .energy} must be there; what other
 * columns would say is unknown where they are not. Values are checked: lists of one event must agree in length, and
 * vertices may name no particle that is not there.
 */
public final class ParticleEvents implements EventSource {

    private static final List<String> REQUIRED = List.of(
            ParticleColumn.PDG_ID, ParticleColumn.PX, ParticleColumn.PY, ParticleColumn.PZ, ParticleColumn.ENERGY);

    private final TableSource table;
    private final EventHeader header;
    private final List<String> columns;

    private ParticleEvents(TableSource table) {
        this.table = table;
        TableHeader tableHeader = table.header();
        List<String> weights = weightNames(tableHeader);
        this.header = HeaderText.header(tableHeader, weights);
        this.columns = readColumns(tableHeader, weights);
    }

    /**
     * Show a table as events.
     *
     * @throws BadInput if it is not a table of particles, or its attributes are malformed
     */
    public static ParticleEvents of(TableSource table) {
        if (!isRecognised(table.header())) {
            throw new BadInput(
                    "the table \"" + table.header().name() + "\" of "
                            + table.header().origin() + " has no particles",
                    "",
                    "expected the columns " + String.join(", ", REQUIRED));
        }
        return new ParticleEvents(table);
    }

    /** Return whether a table has the columns of particles, with the right types. */
    public static boolean isRecognised(TableHeader table) {
        Map<String, Column> columns = byName(table);
        for (String name : REQUIRED) {
            if (!columns.containsKey(name)) {
                return false;
            }
        }
        for (ParticleColumn expected : ParticleColumn.FIXED) {
            Column column = columns.get(expected.column().name());
            if (column != null && !fits(column, expected.column())) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Column column, Column expected) {
        if (column.layout() != expected.layout() || column.width() != 1) {
            return false;
        }
        return switch (expected.type()) {
            case TEXT -> column.type() == ColumnType.TEXT;
            case FLOAT64 -> column.type() != ColumnType.TEXT;
            default -> column.type().isInteger();
        };
    }

    private static Map<String, Column> byName(TableHeader table) {
        Map<String, Column> columns = new HashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), column));
        return columns;
    }

    /** Return the names of the weights that there are columns for. */
    private static List<String> weightNames(TableHeader table) {
        List<String> stated = HeaderText.weightNames(table);
        Map<String, Column> columns = byName(table);
        Column all = columns.get(ParticleColumn.WEIGHTS);
        if (all != null && isFixedWeights(all)) {
            if (stated.size() == all.width()) {
                return stated;
            }
            List<String> numbered = new ArrayList<>();
            for (int i = 0; i < all.width(); i++) {
                numbered.add(Integer.toString(i));
            }
            return numbered;
        }
        if (HeaderText.isPresent(table)) {
            return stated.stream()
                    .filter(name -> isWeight(columns.get(ParticleColumn.weightColumn(name))))
                    .toList();
        }
        String prefix = ParticleColumn.weightColumn("");
        return table.columns().stream()
                .filter(column -> column.name().startsWith(prefix) && isWeight(column))
                .map(column -> column.name().substring(prefix.length()))
                .toList();
    }

    private static boolean isFixedWeights(@Nullable Column column) {
        return column != null && column.layout() == Layout.FIXED && column.type() != ColumnType.TEXT;
    }

    private static boolean isWeight(@Nullable Column column) {
        return column != null && column.layout() == Layout.SCALAR && column.type() != ColumnType.TEXT;
    }

    private static List<String> readColumns(TableHeader table, List<String> weights) {
        Map<String, Column> present = byName(table);
        List<String> names = new ArrayList<>();
        for (ParticleColumn column : ParticleColumn.FIXED) {
            if (present.containsKey(column.column().name())) {
                names.add(column.column().name());
            }
        }
        if (isFixedWeights(present.get(ParticleColumn.WEIGHTS))) {
            names.add(ParticleColumn.WEIGHTS);
        } else {
            weights.forEach(name -> names.add(ParticleColumn.weightColumn(name)));
        }
        return List.copyOf(names);
    }

    /** Return the names of the table's columns that are no part of an event. */
    public List<String> leftOut() {
        return table.header().columnNames().stream()
                .filter(name -> !columns.contains(name))
                .toList();
    }

    @Override
    public EventHeader header() {
        return header;
    }

    @Override
    public EventCursor open() {
        return new ParticleEventCursor(
                table.open(columns), columns, header, table.header().rows());
    }
}

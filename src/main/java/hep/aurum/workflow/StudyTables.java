package hep.aurum.workflow;

import hep.aurum.report.Item;
import hep.aurum.report.Numbers;
import hep.aurum.report.TableItem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Say what the tables of a page have in common. */
final class StudyTables {

    private StudyTables() {}

    /** Leave out tables that have nothing to list. */
    static List<Item> withRows(TableItem... tables) {
        return Arrays.stream(tables)
                .filter(table -> !table.rows().isEmpty())
                .<Item>map(table -> table)
                .toList();
    }

    /** Write a point by its parameters. */
    static String point(Map<String, Double> theta) {
        return theta.entrySet().stream()
                .map(e -> e.getKey() + " = " + Numbers.plain(e.getValue()))
                .collect(Collectors.joining(", "));
    }
}

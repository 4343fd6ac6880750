package hep.aurum.cli;

import hep.aurum.source.catalogue.TableContents;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Print the columns of a table for people.
 *
 * <p>Of a wide table, columns with a common beginning ({@code Jet_pt}, {@code Jet_eta}) are folded into one line;
 * {@code --branches} lists each with its type.
 */
final class ColumnListing {

    private static final int FEW = 20;
    private static final int WIDTH = 100;
    private static final int WIDEST = 48;
    private static final int INDENT = 35;
    private static final int LINES = 4;

    private final PrintStream out;
    private final boolean everyColumn;

    ColumnListing(PrintStream out, boolean everyColumn) {
        this.out = out;
        this.everyColumn = everyColumn;
    }

    /**
     * Print a table.
     *
     * @param isTree whether to speak of entries and branches, as users of ROOT do
     */
    void print(TableContents table, boolean isTree) {
        out.printf(
                Locale.ROOT,
                "  %s%s  %s, %s%n",
                isTree ? "tree" : "table",
                table.name().isEmpty() ? "" : " " + table.name(),
                isTree ? counted(table.entries(), "entry", "entries") : counted(table.entries(), "row", "rows"),
                isTree
                        ? counted(table.columns().size(), "branch", "branches")
                        : counted(table.columns().size(), "column", "columns"));
        if (everyColumn || table.columns().size() <= FEW) {
            int width = table.columns().keySet().stream()
                    .mapToInt(String::length)
                    .max()
                    .orElse(1);
            table.columns()
                    .forEach((column, type) ->
                            out.printf(Locale.ROOT, "    %-" + Math.min(WIDEST, width) + "s  %s%n", column, type));
        } else {
            folded(table.columns());
        }
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private void folded(Map<String, String> columns) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String column : columns.keySet()) {
            groups.computeIfAbsent(beginning(column), beginning -> new ArrayList<>())
                    .add(column);
        }
        List<String> single = new ArrayList<>();
        groups.forEach((beginning, members) -> {
            if (members.size() == 1) {
                single.add(members.get(0));
            } else {
                lines(
                        beginning + "*",
                        members.stream()
                                .map(member -> member.substring(beginning.length()))
                                .toList(),
                        1);
            }
        });
        if (!single.isEmpty()) {
            lines(groups.size() == single.size() ? "(all)" : "(others)", single, LINES);
        }
    }

    /** Print names behind one another, in so many lines at most. */
    private void lines(String title, List<String> names, int most) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "    %-24s %4d  ", title, names.size()));
        int lines = 1;
        for (int i = 0; i < names.size(); i++) {
            String next = names.get(i) + (i + 1 < names.size() ? ", " : "");
            if (line.length() > INDENT && line.length() + next.length() > WIDTH - "...".length()) {
                if (lines++ == most) {
                    line.append("...");
                    break;
                }
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(INDENT));
            }
            line.append(next);
        }
        out.println(line.toString().stripTrailing());
    }

    /** Return a name up to its first separator, with it; the whole name where it has none. */
    private static String beginning(String column) {
        for (int i = 1; i < column.length() - 1; i++) {
            if (column.charAt(i) == '_' || column.charAt(i) == '.' || column.charAt(i) == '/') {
                return column.substring(0, i + 1);
            }
        }
        return column;
    }
}

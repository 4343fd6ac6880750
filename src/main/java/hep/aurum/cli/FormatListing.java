package hep.aurum.cli;

import hep.aurum.source.Formats;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** List the formats of files. */
final class FormatListing {

    private FormatListing() {}

    static void print(PrintStream out, boolean json) {
        Formats formats = Formats.installed();
        List<Map<String, Object>> all = new ArrayList<>();
        formats.events().forEach(format -> all.add(entry(format.name(), "events", format.endings())));
        formats.tables().forEach(format -> all.add(entry(format.name(), "tables", format.endings())));
        if (json) {
            Json.print(Map.of("formats", all));
            return;
        }
        for (Map<String, Object> format : all) {
            Object endings = format.get("written_as");
            out.printf(
                    Locale.ROOT,
                    "%-12s %-7s %s%n",
                    format.get("name"),
                    format.get("holds"),
                    List.of().equals(endings) ? "read only" : "written as " + endings);
        }
    }

    private static Map<String, Object> entry(String name, String holds, List<String> endings) {
        return Map.of("name", name, "holds", holds, "written_as", endings);
    }
}

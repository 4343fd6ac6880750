package hep.aurum.source.catalogue;

import hep.aurum.event.table.TableHeader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Say in what units values are read, and what the file has.
 *
 * @param energy unit of energies as they are read; empty if it is not known
 * @param length unit of lengths as they are read
 * @param energyInFile unit of energies in the file
 * @param lengthInFile unit of lengths in the file
 * @param columns units of columns that state one
 */
public record Units(
        String energy, String length, String energyInFile, String lengthInFile, Map<String, String> columns) {

    /** What stands for units of which nothing is known. */
    public static final Units UNKNOWN = new Units("", "", "", "", Map.of());

    /** The line of HepMC with the units of the first event. */
    private static final Pattern HEPMC_UNITS = Pattern.compile("(?m)^U (GEV|MEV) (MM|CM)\\s*$");

    private static final String GEV = "GeV";
    private static final String MM = "mm";

    /** Copy the map. */
    public Units {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Return the units of a file of events, which are converted to GeV and mm when they are read. */
    static Units ofEvents(String format, byte[] head) {
        if (format.startsWith("HepMC")) {
            Matcher line = HEPMC_UNITS.matcher(new String(head, StandardCharsets.ISO_8859_1));
            if (line.find()) {
                boolean mev = line.group(1).equals("MEV");
                return new Units(GEV, MM, mev ? "MeV" : GEV, line.group(2).toLowerCase(Locale.ROOT), Map.of());
            }
        }
        return new Units(GEV, MM, GEV, MM, Map.of());
    }

    /** Return the units of a table, whose values are not converted. */
    static Units ofTable(TableHeader table) {
        Map<String, String> stated = new LinkedHashMap<>();
        table.columns().stream()
                .filter(column -> !column.unit().isEmpty())
                .forEach(column -> stated.put(column.name(), column.unit()));
        // Delphes and NanoAOD do not state their units; their documents do.
        if (table.name().endsWith("Delphes") && table.columnNames().contains("Event.Number")) {
            return new Units(GEV, MM, GEV, MM, stated);
        }
        if (table.name().endsWith("Events") && table.columnNames().contains("luminosityBlock")) {
            return new Units(GEV, "cm", GEV, "cm", stated);
        }
        return new Units("", "", "", "", stated);
    }

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("energy", orNull(energy));
        map.put("length", orNull(length));
        Map<String, @Nullable Object> inFile = new LinkedHashMap<>();
        inFile.put("energy", orNull(energyInFile));
        inFile.put("length", orNull(lengthInFile));
        map.put("in_file", inFile);
        if (!columns.isEmpty()) {
            map.put("columns", columns);
        }
        return map;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

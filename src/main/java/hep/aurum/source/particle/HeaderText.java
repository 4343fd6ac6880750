package hep.aurum.source.particle;

import hep.aurum.base.BadInput;
import hep.aurum.event.EventHeader;
import hep.aurum.event.RunInfo;
import hep.aurum.event.WeightMeaning;
import hep.aurum.event.table.TableHeader;
import hep.aurum.source.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Write what a file says of its sample as attributes of a table, and read it back.
 *
 * <p>A long text goes into several attributes, {@code NAME}, {@code NAME.2}, {@code NAME.3}: HDF5 holds 64 kB in one.
 */
final class HeaderText {

    private static final String PREFIX = "aurum.";
    private static final String VERSION = PREFIX + "particles";
    private static final String FORMAT = PREFIX + "format";
    private static final String WEIGHT_NAMES = PREFIX + "weight_names";
    private static final String WEIGHT_INFO = PREFIX + "weight_info";
    private static final String WEIGHT_GROUPS = PREFIX + "weight_groups";
    private static final String MEANING = PREFIX + "weight_meaning";
    private static final String CROSS_SECTION = PREFIX + "cross_section_pb";
    private static final String CROSS_SECTION_ERROR = PREFIX + "cross_section_error_pb";
    private static final String PROBLEMS = PREFIX + "problems";
    private static final String BEAMS = PREFIX + "beams";
    private static final String PROCESSES = PREFIX + "processes";
    private static final String TOOLS = PREFIX + "tools";
    private static final String RUN_ATTRIBUTES = PREFIX + "run_attributes";
    private static final String HEADER = PREFIX + "header";

    /** Characters of one attribute; at most three bytes each in UTF-8. */
    private static final int LONGEST = 16_000;

    private HeaderText() {}

    /** Return whether a table has a header of events among its attributes. */
    static boolean isPresent(TableHeader table) {
        return table.attributes().containsKey(VERSION);
    }

    /** Return the attributes that say what a header says. */
    static Map<String, String> attributes(EventHeader header) {
        Map<String, String> to = new LinkedHashMap<>();
        RunInfo run = header.run();
        to.put(VERSION, "1");
        to.put(FORMAT, header.format());
        to.put(MEANING, header.meaning().name());
        header.crossSectionPb().ifPresent(x -> to.put(CROSS_SECTION, NumberText.of(x)));
        header.crossSectionErrorPb().ifPresent(x -> to.put(CROSS_SECTION_ERROR, NumberText.of(x)));
        put(to, WEIGHT_NAMES, TextLines.ofList(header.weightNames()));
        put(to, WEIGHT_INFO, TextLines.ofMap(header.weightInfo()));
        put(to, WEIGHT_GROUPS, TextLines.ofMap(run.weightGroups()));
        put(to, PROBLEMS, TextLines.ofList(header.problems()));
        run.beams().ifPresent(beams -> put(to, BEAMS, TextLines.ofRows(List.of(fields(beams)))));
        put(
                to,
                PROCESSES,
                TextLines.ofRows(
                        run.processes().stream().map(HeaderText::fields).toList()));
        put(
                to,
                TOOLS,
                TextLines.ofRows(run.tools().stream()
                        .map(tool -> List.of(tool.name(), tool.version(), tool.description()))
                        .toList()));
        put(to, RUN_ATTRIBUTES, TextLines.ofMap(run.attributes()));
        put(to, HEADER, TextLines.ofList(run.header().isEmpty() ? List.of() : List.of(run.header())));
        return to;
    }

    private static void put(Map<String, String> to, String name, String text) {
        int piece = 1;
        for (int start = 0; start < text.length(); piece++) {
            int end = Math.min(text.length(), start + LONGEST);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            to.put(piece == 1 ? name : name + "." + piece, text.substring(start, end));
            start = end;
        }
    }

    private static String get(TableHeader table, String name) {
        StringBuilder text = new StringBuilder(table.attributes().getOrDefault(name, ""));
        for (int piece = 2; table.attributes().containsKey(name + "." + piece); piece++) {
            text.append(table.attributes().get(name + "." + piece));
        }
        return text.toString();
    }

    private static List<String> fields(RunInfo.Beams beams) {
        return List.of(
                Integer.toString(beams.pdgId1()),
                Integer.toString(beams.pdgId2()),
                NumberText.of(beams.energy1()),
                NumberText.of(beams.energy2()),
                Integer.toString(beams.pdfGroup1()),
                Integer.toString(beams.pdfGroup2()),
                Integer.toString(beams.pdfSet1()),
                Integer.toString(beams.pdfSet2()),
                Integer.toString(beams.strategy()));
    }

    private static List<String> fields(RunInfo.Subprocess process) {
        return List.of(
                Integer.toString(process.id()),
                NumberText.of(process.crossSectionPb()),
                NumberText.of(process.errorPb()),
                NumberText.of(process.maximum()));
    }

    /** Return the names of the weights that the attributes list. */
    static List<String> weightNames(TableHeader table) {
        return TextLines.list(get(table, WEIGHT_NAMES));
    }

    /**
     * Read a header back.
     *
     * @param weightNames names of the weights that the table has columns for
     * @throws BadInput if an attribute is not what {@link #attributes} writes
     */
    static EventHeader header(TableHeader table, List<String> weightNames) {
        try {
            Map<String, String> attributes = table.attributes();
            List<String> problems = new ArrayList<>(TextLines.list(get(table, PROBLEMS)));
            problems.addAll(table.problems());
            return new EventHeader(
                    attributes.getOrDefault(FORMAT, table.format()),
                    table.origin(),
                    weightNames,
                    TextLines.map(get(table, WEIGHT_INFO)),
                    WeightMeaning.valueOf(attributes.getOrDefault(MEANING, WeightMeaning.UNIT_WEIGHTS.name())),
                    number(attributes, CROSS_SECTION),
                    number(attributes, CROSS_SECTION_ERROR),
                    problems,
                    run(table));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadInput(
                    "the attributes " + PREFIX + "* of " + table.origin() + " are malformed: " + e.getMessage(),
                    "",
                    "convert the events again from the file they come from");
        }
    }

    private static RunInfo run(TableHeader table) {
        List<List<String>> beams = TextLines.rows(get(table, BEAMS));
        List<String> header = TextLines.list(get(table, HEADER));
        return new RunInfo(
                beams.isEmpty() ? Optional.empty() : Optional.of(beams(beams.get(0))),
                TextLines.rows(get(table, PROCESSES)).stream()
                        .map(HeaderText::process)
                        .toList(),
                TextLines.rows(get(table, TOOLS)).stream()
                        .map(row -> new RunInfo.Tool(row.get(0), row.get(1), row.get(2)))
                        .toList(),
                TextLines.map(get(table, WEIGHT_GROUPS)),
                TextLines.map(get(table, RUN_ATTRIBUTES)),
                header.isEmpty() ? "" : header.get(0));
    }

    private static RunInfo.Beams beams(List<String> row) {
        return new RunInfo.Beams(
                Integer.parseInt(row.get(0)),
                Integer.parseInt(row.get(1)),
                Double.parseDouble(row.get(2)),
                Double.parseDouble(row.get(3)),
                Integer.parseInt(row.get(4)),
                Integer.parseInt(row.get(5)),
                Integer.parseInt(row.get(6)),
                Integer.parseInt(row.get(7)),
                Integer.parseInt(row.get(8)));
    }

    private static RunInfo.Subprocess process(List<String> row) {
        return new RunInfo.Subprocess(
                Integer.parseInt(row.get(0)),
                Double.parseDouble(row.get(1)),
                Double.parseDouble(row.get(2)),
                Double.parseDouble(row.get(3)));
    }

    private static OptionalDouble number(Map<String, String> attributes, String name) {
        String text = attributes.get(name);
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}

package hep.aurum.source.hepmc;

import hep.aurum.event.EventHeader;
import hep.aurum.event.RunInfo;
import hep.aurum.event.WeightMeaning;
import hep.aurum.source.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Turn the attributes of a run that the writer of this package left (see {@link AurumNames}) into the parts of a header,
 * and back. What is not what its name promises stays an attribute.
 */
final class RunStatements {

    private static final int HEADER_PART = 100_000;

    private final Map<String, String> attributes;
    private final List<String> problems = new ArrayList<>();

    private RunStatements(Map<String, String> attributes) {
        this.attributes = new LinkedHashMap<>(attributes);
    }

    /**
     * Build the header of a file.
     *
     * @param crossSectionPb what the first event states, NaN if nothing
     * @param crossSectionErrorPb its error, NaN if none
     */
    static EventHeader header(
            String format, String origin, RunRecord run, double crossSectionPb, double crossSectionErrorPb) {
        return new RunStatements(run.attributes()).build(format, origin, run, crossSectionPb, crossSectionErrorPb);
    }

    private EventHeader build(String format, String origin, RunRecord run, double eventPb, double eventErrorPb) {
        attributes.remove(AurumNames.WEIGHT_NAMES);
        WeightMeaning meaning = takeMeaning();
        OptionalDouble crossSection = takeNumber(AurumNames.CROSS_SECTION);
        OptionalDouble error = takeNumber(AurumNames.CROSS_SECTION_ERROR);
        if (crossSection.isEmpty()) {
            crossSection = optional(eventPb);
            error = optional(eventErrorPb);
        }
        Map<String, String> info = takeByWeight(AurumNames.WEIGHT_INFO);
        Map<String, String> groups = takeByWeight(AurumNames.WEIGHT_GROUP);
        Optional<RunInfo.Beams> beams = takeBeams();
        List<RunInfo.Subprocess> processes = takeProcesses();
        String text = takeHeader();
        takeByWeight(AurumNames.ATTRIBUTE).forEach(attributes::putIfAbsent);
        RunInfo runInfo = new RunInfo(beams, processes, run.tools(), groups, attributes, text);
        return new EventHeader(format, origin, run.names(), info, meaning, crossSection, error, problems, runInfo);
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private WeightMeaning takeMeaning() {
        String text = attributes.get(AurumNames.MEANING);
        if (text == null) {
            return WeightMeaning.UNIT_WEIGHTS;
        }
        for (WeightMeaning meaning : WeightMeaning.values()) {
            if (meaning.name().equals(text)) {
                attributes.remove(AurumNames.MEANING);
                return meaning;
            }
        }
        problems.add("the run attribute " + AurumNames.MEANING + " is \"" + text + "\", which is unknown");
        return WeightMeaning.UNIT_WEIGHTS;
    }

    private OptionalDouble takeNumber(String name) {
        double value = EventStatements.number(attributes.getOrDefault(name, ""));
        if (!Double.isNaN(value)) {
            attributes.remove(name);
        }
        return optional(value);
    }

    private Map<String, String> takeByWeight(String prefix) {
        Map<String, String> taken = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                taken.put(Escapes.text(name.substring(prefix.length())), value);
            }
        });
        attributes.keySet().removeIf(name -> name.startsWith(prefix));
        return taken;
    }

    private Optional<RunInfo.Beams> takeBeams() {
        double[] n = numbers(attributes.get(AurumNames.BEAMS), 9);
        if (n == null) {
            return Optional.empty();
        }
        attributes.remove(AurumNames.BEAMS);
        return Optional.of(new RunInfo.Beams(
                (int) n[0], (int) n[1], n[2], n[3], (int) n[4], (int) n[5], (int) n[6], (int) n[7], (int) n[8]));
    }

    private List<RunInfo.Subprocess> takeProcesses() {
        List<RunInfo.Subprocess> processes = new ArrayList<>();
        while (true) {
            String name = AurumNames.PROCESS + processes.size();
            double[] n = numbers(attributes.get(name), 4);
            if (n == null) {
                return processes;
            }
            processes.add(new RunInfo.Subprocess((int) n[0], n[1], n[2], n[3]));
            attributes.remove(name);
        }
    }

    private String takeHeader() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; ; i++) {
            String part = attributes.remove(AurumNames.HEADER + i);
            if (part == null) {
                return text.toString();
            }
            text.append(part);
        }
    }

    private static double @Nullable [] numbers(@Nullable String text, int count) {
        String[] words = text == null ? new String[0] : text.split(" ", -1);
        if (words.length != count) {
            return null;
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = EventStatements.number(words[i]);
            if (Double.isNaN(numbers[i])) {
                return null;
            }
        }
        return numbers;
    }

    /** Return the attributes that hold what HepMC3 has no place for, in the order in which they are written. */
    static Map<String, String> of(EventHeader header) {
        Map<String, String> statements = new LinkedHashMap<>();
        statements.put(AurumNames.MEANING, header.meaning().name());
        header.crossSectionPb().ifPresent(value -> statements.put(AurumNames.CROSS_SECTION, NumberText.of(value)));
        header.crossSectionErrorPb()
                .ifPresent(value -> statements.put(AurumNames.CROSS_SECTION_ERROR, NumberText.of(value)));
        putByWeight(statements, AurumNames.WEIGHT_INFO, header.weightInfo());
        RunInfo run = header.run();
        putByWeight(statements, AurumNames.WEIGHT_GROUP, run.weightGroups());
        run.beams().ifPresent(beams -> statements.put(AurumNames.BEAMS, text(beams)));
        for (int i = 0; i < run.processes().size(); i++) {
            RunInfo.Subprocess p = run.processes().get(i);
            statements.put(
                    AurumNames.PROCESS + i, p.id() + " " + p.crossSectionPb() + " " + p.errorPb() + " " + p.maximum());
        }
        putHeader(statements, run.header());
        run.attributes().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            boolean plain = Escapes.isName(entry.getKey()) && !entry.getKey().startsWith(AurumNames.PREFIX);
            String name = plain ? entry.getKey() : AurumNames.ATTRIBUTE + Escapes.name(entry.getKey());
            statements.put(name, entry.getValue());
        });
        return statements;
    }

    private static void putByWeight(Map<String, String> statements, String prefix, Map<String, String> texts) {
        texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> statements.put(prefix + Escapes.name(entry.getKey()), entry.getValue()));
    }

    private static String text(RunInfo.Beams b) {
        return b.pdgId1() + " " + b.pdgId2() + " " + b.energy1() + " " + b.energy2() + " " + b.pdfGroup1() + " "
                + b.pdfGroup2() + " " + b.pdfSet1() + " " + b.pdfSet2() + " " + b.strategy();
    }

    /** HepMC3's reader takes lines of up to 256 kB. */
    private static void putHeader(Map<String, String> statements, String text) {
        for (int from = 0, i = 0; from < text.length(); i++) {
            int to = Math.min(text.length(), from + HEADER_PART);
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to++;
            }
            statements.put(AurumNames.HEADER + i, text.substring(from, to));
            from = to;
        }
    }
}

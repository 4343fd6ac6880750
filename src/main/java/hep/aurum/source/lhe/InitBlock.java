package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import hep.aurum.event.RunInfo;
import hep.aurum.event.WeightMeaning;
import hep.aurum.source.text.Fields;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Read the numbers of an {@code <init>} block: the beam line and one line for each process (hep-ph/0109068, HEPRUP). */
final class InitBlock {

    private static final int BEAM_FIELDS = 10;
    private static final int PROCESS_FIELDS = 4;
    private static final int MOST_PROCESSES = 100_000;

    private final LineReader lines;
    private final Fields fields = new Fields();
    private final List<RunInfo.Subprocess> processes = new ArrayList<>();
    private final StringBuilder comments = new StringBuilder();
    private RunInfo.@Nullable Beams beams;
    private int strategy;
    private double crossSection;
    private double variance;

    InitBlock(LineReader lines) {
        this.lines = lines;
    }

    /**
     * Read the block's numbers.
     *
     * @param behind what stands behind the tag in its line
     */
    void read(String behind) throws IOException {
        if (behind.isBlank()) {
            nextDataLine("the line with the beams");
        } else {
            byte[] bytes = behind.getBytes(StandardCharsets.UTF_8);
            fields.reset(bytes, 0, bytes.length);
        }
        expect(BEAM_FIELDS, "the first line of <init>");
        readBeams();
        int count = integer("NPRUP");
        if (count < 1 || count > MOST_PROCESSES) {
            throw bad("NPRUP is " + count + ", expected 1 to " + MOST_PROCESSES + " processes");
        }
        for (int i = 0; i < count; i++) {
            nextDataLine("process " + (i + 1) + " of " + count);
            expect(PROCESS_FIELDS, "the line of process " + (i + 1));
            double value = number("XSECUP");
            double error = number("XERRUP");
            double maximum = number("XMAXUP");
            processes.add(new RunInfo.Subprocess(integer("LPRUP"), value, error, maximum));
        }
        crossSection = crossSection(processes);
        variance = variance(processes);
    }

    private void readBeams() {
        int id1 = integer("IDBMUP(1)");
        int id2 = integer("IDBMUP(2)");
        double energy1 = number("EBMUP(1)");
        double energy2 = number("EBMUP(2)");
        int group1 = integer("PDFGUP(1)");
        int group2 = integer("PDFGUP(2)");
        int set1 = integer("PDFSUP(1)");
        int set2 = integer("PDFSUP(2)");
        strategy = integer("IDWTUP");
        // What the writer puts where the beams are not known.
        if (id1 != 0 || id2 != 0 || energy1 != 0 || energy2 != 0) {
            beams = new RunInfo.Beams(id1, id2, energy1, energy2, group1, group2, set1, set2, strategy);
        }
    }

    /** Return the sum of the cross-sections. */
    static double crossSection(List<RunInfo.Subprocess> processes) {
        double sum = 0;
        for (RunInfo.Subprocess process : processes) {
            sum += process.crossSectionPb();
        }
        return sum;
    }

    /** Return the sum of the squares of their errors. */
    static double variance(List<RunInfo.Subprocess> processes) {
        double sum = 0;
        for (RunInfo.Subprocess process : processes) {
            sum += process.errorPb() * process.errorPb();
        }
        return sum;
    }

    /** Put the whole preamble together. */
    LhePreamble preamble(
            String version, WeightDeclarations weights, @Nullable String eventNorm, InitTags tags, String header) {
        List<String> problems = new ArrayList<>(weights.problems());
        if (!version.matches("[123](\\.\\d+)?")) {
            problems.add("the file states version \"" + version + "\", expected 1.0, 2.0 or 3.0");
        }
        WeightMeaning meaning = meaning(eventNorm, problems);
        boolean stated = crossSection != 0 && Double.isFinite(crossSection);
        if (!stated && Math.abs(strategy) != 1) {
            problems.add("<init> states no cross-section although IDWTUP is " + strategy);
        }
        return new LhePreamble(
                version,
                weights.names(),
                weights.info(),
                meaning,
                stated ? OptionalDouble.of(crossSection) : OptionalDouble.empty(),
                stated ? OptionalDouble.of(Math.sqrt(variance)) : OptionalDouble.empty(),
                problems,
                new RunInfo(
                        Optional.ofNullable(beams),
                        processes,
                        tags.tools(),
                        weights.groups(),
                        attributes(tags),
                        header));
    }

    private Map<String, String> attributes(InitTags tags) {
        String rest = comments + tags.rest();
        return rest.isEmpty() ? Map.of() : Map.of(InitTags.ATTRIBUTE, rest);
    }

    /**
     * Say what the weights mean.
     *
     * <p>By the accord XWGTUP is in pb for IDWTUP ±1, ±2 and ±4, and its mean is the cross-section; for ±3 it is ±1.
     * MadGraph also writes weights whose sum is the cross-section with IDWTUP 3, and says so in its run card, which
     * therefore counts first.
     */
    private WeightMeaning meaning(@Nullable String eventNorm, List<String> problems) {
        String norm = eventNorm == null ? "" : eventNorm.toLowerCase(Locale.ROOT);
        switch (norm) {
            case "average", "bias":
                return WeightMeaning.MEAN_IS_CROSS_SECTION;
            case "sum":
                return WeightMeaning.SUM_IS_CROSS_SECTION;
            case "unity":
                return WeightMeaning.UNIT_WEIGHTS;
            default:
                break;
        }
        if (!norm.isEmpty()) {
            problems.add("the run card states event_norm " + norm + ", expected average, sum, unity or bias");
        }
        int kind = Math.abs(strategy);
        if (kind < 1 || kind > 4) {
            problems.add("IDWTUP is " + strategy + ", expected ±1 to ±4; the weights are scaled to the cross-section");
        }
        return kind == 1 || kind == 2 || kind == 4 ? WeightMeaning.MEAN_IS_CROSS_SECTION : WeightMeaning.UNIT_WEIGHTS;
    }

    private void nextDataLine(String expected) throws IOException {
        do {
            if (!lines.next() || lines.position() > PreambleReader.LONGEST) {
                throw bad("the file ends before " + expected);
            }
            fields.reset(lines.buffer(), lines.start(), lines.end());
            fields.next();
            if (fields.first() == '#') {
                comments.append(lines.text()).append('\n');
            }
        } while (fields.first() == 0 || fields.first() == '#');
        if (fields.first() == '<') {
            throw bad("a tag stands where " + expected + " was expected");
        }
        fields.reset(lines.buffer(), lines.start(), lines.end());
    }

    private void expect(int count, String line) {
        int found = fields.remaining();
        if (found < count) {
            throw bad(line + " has " + found + " fields, expected " + count);
        }
    }

    private double number(String name) {
        fields.next();
        double value = fields.asDouble();
        if (Double.isNaN(value)) {
            throw bad(name + " is \"" + fields.text() + "\", expected a finite number");
        }
        return value;
    }

    private int integer(String name) {
        fields.next();
        int value = fields.asInt();
        if (value == Fields.NOT_AN_INT) {
            throw bad(name + " is \"" + fields.text() + "\", expected an integer");
        }
        return value;
    }

    private BadInput bad(String what) {
        return new BadInput(
                "cannot read the <init> block of " + lines.origin() + ": " + what,
                lines.where(),
                "the file is cut off or damaged; generate or copy it again");
    }
}

package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.event.EventHeader;
import hep.aurum.event.RunInfo;
import hep.aurum.event.WeightMeaning;
import hep.aurum.source.text.LineReader;
import hep.aurum.source.text.NumberText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Write what stands before the first event so that it reads back as the same {@link EventHeader}.
 *
 * <p>The header's text goes out as it came in. Only where it says something else than the header of the sample, its
 * {@code <initrwgt>} is replaced, or a statement about the weights' norm is added. Whether it does is found out by reading
 * it.
 */
final class PreambleText {

    private static final String VERSION = "3.0";
    private static final RunInfo.Beams UNKNOWN_BEAMS = new RunInfo.Beams(0, 0, 0, 0, -1, -1, -1, -1, 0);

    private final EventHeader header;
    private final RunInfo run;
    private final List<String> losses = new ArrayList<>();

    private PreambleText(EventHeader header) {
        this.header = header;
        this.run = header.run();
    }

    /**
     * Return the text of a preamble.
     *
     * @param losses is told what cannot be held, in sentences
     * @throws NotSupported if a weight's name cannot stand in an attribute
     */
    static String of(EventHeader header, List<String> losses) {
        checkNames(header.weightNames());
        PreambleText text = new PreambleText(header);
        String whole = text.whole();
        losses.addAll(text.losses);
        return whole;
    }

    private static void checkNames(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            boolean plain = name.chars().noneMatch(Character::isISOControl);
            if (!plain || name.isEmpty() || !name.equals(name.strip()) || !seen.add(name)) {
                throw new NotSupported(
                        "a Les Houches file cannot hold a weight of the name \"" + name + "\"",
                        "names of weights must differ, and have no blanks at their ends",
                        "rename the weight, or choose another format");
            }
        }
    }

    private String whole() {
        String init = init();
        String given = run.header();
        LhePreamble stated = read(given, init);
        if (!given.isEmpty() && (stated == null || !stated.run().header().equals(given))) {
            losses.add("the header's text cannot stand in a Les Houches file");
            given = "";
            stated = read("", init);
        }
        String written = adapted(given, stated, init);
        LhePreamble check = read(written, init);
        if (!given.isEmpty() && (check == null || !saysTheSame(check))) {
            losses.add("the header's text contradicts the weights and was left out");
            written = adapted("", read("", init), init);
        }
        return root() + written + init;
    }

    /** Return a header's text with what it lacks, without what it has too much. */
    private String adapted(String given, @Nullable LhePreamble stated, String init) {
        String kept = given;
        LhePreamble reading = stated;
        String added = "";
        if (reading != null && !declaresTheWeights(reading)) {
            kept = withoutWeights(given);
            added = weights();
            reading = read(kept, init);
        }
        if (reading != null && reading.meaning() != header.meaning()) {
            added = "<MGRunCard>\n  " + norm() + " = event_norm\n</MGRunCard>\n" + added;
        }
        if (added.isEmpty()) {
            return kept;
        }
        int close = kept.lastIndexOf("</header");
        return close < 0
                ? kept + "<header>\n" + added + "</header>\n"
                : kept.substring(0, close) + added + kept.substring(close);
    }

    private boolean saysTheSame(LhePreamble reading) {
        return declaresTheWeights(reading) && reading.meaning() == header.meaning();
    }

    private boolean declaresTheWeights(LhePreamble reading) {
        // A file may leave the names of its weights to its events.
        boolean left = reading.weightNames().isEmpty() && !run.header().isEmpty();
        return (left || reading.weightNames().equals(header.weightNames()))
                && reading.weightInfo().equals(header.weightInfo())
                && reading.run().weightGroups().equals(run.weightGroups());
    }

    /** Read a preamble; null if it cannot be read. */
    private @Nullable LhePreamble read(String headerText, String init) {
        byte[] bytes = (root() + headerText + init).getBytes(StandardCharsets.UTF_8);
        try (LineReader lines = new LineReader(new ByteArrayInputStream(bytes), "header")) {
            return PreambleReader.read(lines);
        } catch (BadInput e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String root() {
        String format = header.format();
        String version = format.matches("LHE [123](\\.\\d+)?") ? format.substring("LHE ".length()) : VERSION;
        return "<LesHouchesEvents version=\"" + version + "\">\n";
    }

    private static String withoutWeights(String text) {
        StringBuilder kept = new StringBuilder(text);
        int open = kept.indexOf("<initrwgt");
        while (open >= 0) {
            int close = kept.indexOf("</initrwgt", open);
            int end = close < 0 ? kept.length() : kept.indexOf(">", close) + 1;
            kept.delete(open, end <= open ? kept.length() : end);
            open = kept.indexOf("<initrwgt", open);
        }
        return kept.toString();
    }

    private String weights() {
        if (header.weightNames().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("<initrwgt>\n");
        String group = "";
        for (String name : header.weightNames()) {
            String next = run.weightGroups().getOrDefault(name, "");
            if (!next.equals(group)) {
                text.append(group.isEmpty() ? "" : "</weightgroup>\n");
                text.append(next.isEmpty() ? "" : "<weightgroup name=\"" + Markup.escape(next) + "\">\n");
                group = next;
            }
            text.append("<weight id=\"").append(Markup.escape(name)).append("\">");
            text.append(Markup.escape(header.weightInfo().getOrDefault(name, "")))
                    .append("</weight>\n");
        }
        return text.append(group.isEmpty() ? "" : "</weightgroup>\n")
                .append("</initrwgt>\n")
                .toString();
    }

    private String init() {
        RunInfo.Beams beams = run.beams().orElse(UNKNOWN_BEAMS);
        int strategy = beams.strategy() != 0
                ? beams.strategy()
                : header.meaning() == WeightMeaning.MEAN_IS_CROSS_SECTION ? -4 : -3;
        List<RunInfo.Subprocess> processes = processes();
        NumberText text = new NumberText();
        text.append("<init>\n").append(beams.pdgId1()).append(' ').append(beams.pdgId2());
        text.append(' ').append("a beam's energy", beams.energy1());
        text.append(' ').append("a beam's energy", beams.energy2());
        for (int number : new int[] {
            beams.pdfGroup1(), beams.pdfGroup2(), beams.pdfSet1(), beams.pdfSet2(), strategy, processes.size()
        }) {
            text.append(' ').append(number);
        }
        text.append('\n');
        for (RunInfo.Subprocess process : processes) {
            text.append("a cross-section", process.crossSectionPb()).append(' ');
            text.append("the error of a cross-section", process.errorPb()).append(' ');
            text.append("a largest weight", process.maximum()).append(' ');
            text.append(process.id()).append('\n');
        }
        for (RunInfo.Tool tool : run.tools()) {
            text.append("<generator name=\"").append(Markup.escape(tool.name()));
            text.append("\" version=\"").append(Markup.escape(tool.version())).append("\">");
            text.append(Markup.escape(tool.description())).append("</generator>\n");
        }
        return text + rest() + "</init>\n";
    }

    /** Return the subprocesses, or one of the sample's cross-section where they do not add up to it. */
    private List<RunInfo.Subprocess> processes() {
        double value = header.crossSectionPb().orElse(0);
        double error = header.crossSectionErrorPb().orElse(0);
        List<RunInfo.Subprocess> all = run.processes();
        boolean same =
                InitBlock.crossSection(all) == value && (value == 0 || Math.sqrt(InitBlock.variance(all)) == error);
        if (!all.isEmpty() && same) {
            return all;
        }
        if (!all.isEmpty()) {
            losses.add("the cross-sections of the subprocesses do not add up to that of the sample and were left out");
        }
        return List.of(new RunInfo.Subprocess(1, value, error, 1));
    }

    /** Return the further lines of the block, if they leave it as it is. */
    private String rest() {
        Map<String, String> others = run.attributes();
        String rest = Optional.ofNullable(others.get(InitTags.ATTRIBUTE)).orElse("");
        if (others.size() > (rest.isEmpty() ? 0 : 1)) {
            losses.add("attributes of the run are lost: "
                    + others.keySet().stream()
                            .filter(name -> !name.equals(InitTags.ATTRIBUTE))
                            .sorted()
                            .toList());
        }
        if (rest.isEmpty()) {
            return rest;
        }
        String block = "<init>\n0 0 0 0 0 0 0 0 3 1\n1 1 1 1\n" + rest + "</init>\n";
        LhePreamble reading = read("", block);
        if (reading == null || !rest.equals(reading.run().attributes().get(InitTags.ATTRIBUTE))) {
            losses.add("further statements of the run cannot stand in <init>");
            return "";
        }
        return rest;
    }

    private String norm() {
        switch (header.meaning()) {
            case MEAN_IS_CROSS_SECTION:
                return "average";
            case SUM_IS_CROSS_SECTION:
                return "sum";
            default:
                return "unity";
        }
    }
}

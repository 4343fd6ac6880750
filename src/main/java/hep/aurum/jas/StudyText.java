package hep.aurum.jas;

import hep.aurum.param.Parameter;
import hep.aurum.workflow.study.HistogramStudy;
import hep.aurum.workflow.study.HistogramStudyReader;
import hep.aurum.workflow.study.SimulatorStudy;
import hep.aurum.workflow.study.SimulatorStudyReader;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Say on a page what a study is.
 *
 * @param name its short name
 * @param text the page
 */
record StudyText(String name, String text) {

    /**
     * Read a study.
     *
     * @throws hep.aurum.base.BadInput naming line and key
     */
    static StudyText of(Path file) {
        if (SimulatorStudyReader.accepts(file, Map.of())) {
            return ofSimulator(SimulatorStudyReader.read(file, Map.of()));
        }
        return HistogramStudyReader.accepts(file, Map.of())
                ? ofHistograms(HistogramStudyReader.read(file, Map.of()))
                : ofEvents(StudyReader.read(file));
    }

    private static StudyText ofEvents(Study study) {
        StringBuilder text = head(study.title(), study.file(), study.luminosity());
        text.append("parameters\n");
        for (Parameter p : study.parameters().parameters()) {
            text.append(parameter(p));
        }
        text.append("\nprocesses\n");
        for (Study.Process p : study.processes()) {
            text.append(String.format(
                    Locale.ROOT, "  %-16s %-11s %s%n", p.name(), p.isSignal() ? "signal" : "background", p.label()));
            p.files().forEach(f -> text.append("      ").append(f.path()).append('\n'));
            p.simulator()
                    .ifPresent(s ->
                            text.append("      simulator ").append(s.name()).append('\n'));
        }
        text.append("\nlearning         ")
                .append(study.learning().method())
                .append(", seed ")
                .append(study.seed());
        text.append('\n');
        study.discovery()
                .ifPresent(d -> text.append("discovery of     ")
                        .append(study.parameters().parameters().get(d.poi()).name())
                        .append('\n'));
        return new StudyText(study.name(), text.toString());
    }

    private static StudyText ofHistograms(HistogramStudy study) {
        double luminosity = study.channels().stream()
                .mapToDouble(HistogramStudy.Channel::luminosity)
                .sum();
        StringBuilder text = head(study.title(), study.file(), luminosity);
        for (HistogramStudy.Channel channel : study.channels()) {
            List<String> processes = channel.processes().stream()
                    .map(HistogramStudy.Process::name)
                    .toList();
            text.append("channel ").append(channel.name()).append(": ");
            text.append(processes.stream().collect(Collectors.joining(", "))).append('\n');
        }
        text.append("\nrate ").append(study.rate().name()).append('\n');
        return new StudyText(study.name(), text.toString());
    }

    private static StudyText ofSimulator(SimulatorStudy study) {
        StringBuilder text = head(study.title(), study.file());
        study.parameters().parameters().forEach(p -> text.append(parameter(p)));
        text.append("\nsimulator ")
                .append(study.simulator().name())
                .append(", an experiment of ")
                .append(study.experiment().observations())
                .append(' ')
                .append(study.experiment().called())
                .append("\nlearning  ")
                .append(study.learning().method())
                .append(", seed ")
                .append(study.seed())
                .append('\n');
        return new StudyText(study.name(), text.toString());
    }

    private static String parameter(Parameter p) {
        return String.format(Locale.ROOT, "  %-16s %s to %s, standard %s%n", p.name(), p.min(), p.max(), p.standard());
    }

    private static StringBuilder head(String title, Path file) {
        return new StringBuilder(title).append('\n').append(file).append('\n');
    }

    private static StringBuilder head(String title, Path file, double luminosity) {
        return head(title, file).append(String.format(Locale.ROOT, "luminosity %s fb^-1%n%n", luminosity));
    }
}

package hep.aurum.cli;

import hep.aurum.base.Refused;
import hep.aurum.sample.AuditCheck;
import hep.aurum.sample.AuditReport;
import hep.aurum.workflow.SimulatorRun;
import hep.aurum.workflow.StudyRun;
import hep.aurum.workflow.study.SimulatorStudy;
import hep.aurum.workflow.study.SimulatorStudyReader;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Audit the labels of a study without training anything. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Audit the labels of a study: are joint ratio and joint score what they claim to be?",
        footerHeading = "%nExamples:%n",
        footer = {"  aurum audit study.yaml", "  aurum audit study.yaml --json"})
final class AuditCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "The study file (YAML).")
    private @Nullable Path study;

    @Mixin
    private StudyVariables variables = new StudyVariables();

    @Option(names = "--seed", paramLabel = "N", description = "Seed in place of the study's.")
    private @Nullable Long seed;

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        OptionalLong wanted = seed == null ? OptionalLong.empty() : OptionalLong.of(Arguments.seed(command, seed));
        Path file = Objects.requireNonNull(study);
        if (SimulatorStudyReader.accepts(file, variables.values())) {
            return auditSimulator(SimulatorStudyReader.read(file, variables.values()), wanted);
        }
        Study chosen;
        Map<String, AuditReport> reports;
        try (ProgressListener progress = progressOptions.open(json)) {
            Study read = progress.during(RunCommand.READING, () -> StudyReader.read(file, variables.values()));
            chosen = wanted.isPresent() ? read.withSeed(wanted.getAsLong()) : read;
            reports = StudyRun.audit(chosen, progress);
        }
        return conclude(chosen.name(), chosen.seed(), reports);
    }

    private int auditSimulator(SimulatorStudy read, OptionalLong wanted) {
        SimulatorStudy chosen = wanted.isPresent() ? read.withSeed(wanted.getAsLong()) : read;
        AuditReport report;
        try (ProgressListener progress = progressOptions.open(json)) {
            report = SimulatorRun.audit(chosen, progress);
        }
        return conclude(chosen.name(), chosen.seed(), Map.of(chosen.simulator().name(), report));
    }

    private int conclude(String name, long usedSeed, Map<String, AuditReport> reports) {
        boolean passed = reports.values().stream().allMatch(AuditReport::isPassed);
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("study", name);
            object.put("seed", usedSeed);
            object.put("passed", passed);
            object.put("samples", reports);
            Json.print(object);
        } else {
            reports.forEach(AuditCommand::print);
            System.out.println(passed ? "The labels can be trained on." : "The labels must not be trained on.");
        }
        return passed ? 0 : new Refused("", "", "").exitCode();
    }

    private static void print(String name, AuditReport report) {
        System.out.println(name);
        for (AuditCheck check : report.checks()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-4s  %-38s %s%n",
                    check.outcome().name().toLowerCase(Locale.ROOT),
                    check.name(),
                    check.sentence());
        }
    }
}

package hep.aurum.workflow;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.AuditReport;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.LabelAudit;
import hep.aurum.sample.PointGrid;
import hep.aurum.sample.PolynomialLabels;
import hep.aurum.sample.ProcessShape;
import hep.aurum.workflow.study.Study;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Audit the labels of a study: every process that parameters shape by itself, and the mixture of all. */
final class Auditing {

    private Auditing() {}

    /** Return one report per audited sample, by name. */
    static Map<String, AuditReport> audit(Study study, StudySample sample) {
        RandomStreams streams = RandomStreams.of(study.seed()).part("audit");
        Map<String, AuditReport> reports = new LinkedHashMap<>();
        EventSample events = sample.events();
        GenerationPoints points = GenerationPoints.of(study);
        for (int p = 0; p < events.processes().size(); p++) {
            ProcessShape shape = ProcessShape.of(events, p);
            ProcessFacts facts = sample.processes().get(p);
            Optional<PointGrid> grid = points.of(facts.name());
            if (grid.isPresent()) {
                reports.put(facts.name(), grid.get().audit(events));
            } else if (shape.isShaped()) {
                // One detector response per event: its copies are no further evidence.
                EventSample independent =
                        shape.events().oneCopyEach(sample.copies().get(p), streams.part("copies"));
                LabelAudit audit = LabelAudit.of(independent)
                        .withClosures(facts.morphing().closure())
                        .withCrossSections(facts.stated())
                        .withPoints(points(study, shape.parameters()));
                reports.put(facts.name(), audit.run(streams.part(facts.name())));
            }
        }
        if (events.processes().size() > 1 && points.isEmpty()) {
            LabelAudit audit = LabelAudit.of(PolynomialLabels.of(events), study.parameters());
            reports.put("mixture", audit.run(streams.part("mixture")));
        }
        return reports;
    }

    /** Where the study draws data or expects results, enough events are indispensable. */
    private static List<ParameterPoint> points(Study study, int[] parameters) {
        return Stream.concat(
                        study.data().pseudo().stream(), Stream.of(study.scan().expectedAt()))
                .map(point -> ParameterPoint.of(
                        Arrays.stream(parameters).mapToDouble(point::get).toArray()))
                .distinct()
                .toList();
    }
}

package hep.aurum.workflow;

import hep.aurum.hist.Histogram1D;
import hep.aurum.report.FactsItem;
import hep.aurum.report.Item;
import hep.aurum.report.Numbers;
import hep.aurum.report.Report;
import hep.aurum.report.Section;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fill the page of a study of events from its result. */
final class StudyReport {

    private StudyReport() {}

    static Report of(
            Study study, StudyResult result, List<Templates.Test> tests, List<Picture> pictures, String fingerprint) {
        List<Item> bins = new ArrayList<>();
        for (Templates.Test test : tests) {
            bins.add(BinTable.of(
                    "Bins of the test with " + test.statistic(),
                    test.statistic(),
                    test.edges(),
                    Artefacts.predictions(test),
                    data(test)));
        }
        return new Report(
                result.title(),
                subtitle(study, result),
                StudyVerdict.of(result),
                List.of(
                        PageFile.pictures(pictures),
                        new Section("Results in numbers", ResultTables.of(result)),
                        new Section("Bins", bins),
                        new Section("Events", EventTables.of(result)),
                        new Section("Learning and checks", learning(result)),
                        record(result, fingerprint)));
    }

    private static List<Item> learning(StudyResult result) {
        List<Item> items = new ArrayList<>(LearningTables.of(result));
        items.add(new FactsItem(Map.of(
                "Proof",
                "aurum trust, with the study or the folder of this page, examines the ratio on independent events, every check"
                        + " beside a twin that was broken on purpose.")));
        return items;
    }

    private static List<Histogram1D> data(Templates.Test test) {
        return test.histograms().stream().filter(h -> h.title().equals("data")).toList();
    }

    private static String subtitle(Study study, StudyResult result) {
        String energy = study.energy() > 0 ? "√s = " + Numbers.plain(study.energy()) + " TeV, " : "";
        return energy + Numbers.plain(result.luminosityFb()) + " fb^{−1} · " + data(result) + " · seed " + result.seed()
                + " · Aurum " + result.aurum();
    }

    private static String data(StudyResult result) {
        StudyResult.DataReport data = result.data();
        if (data == null) {
            return "expected only, no data";
        }
        String kind = data.kind().equals("pseudo") ? " events of pseudo-data" : " events of data";
        return Numbers.count(data.events()) + kind;
    }

    private static Section record(StudyResult result, String fingerprint) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("Java", result.java());
        versions.put("Seed", Long.toString(result.seed()));
        StudyResult.DiscoveryReport discovery = result.discovery();
        if (discovery != null && discovery.unbinned() != null) {
            versions.put("Unbinned likelihood", discovery.unbinned().likelihood());
        }
        return new PageRecord(result.name(), result.aurum(), "--seed " + result.seed(), result.configuration())
                .section(versions, fingerprint, true, result.discovery() != null);
    }
}

package hep.aurum.workflow;

import hep.aurum.trust.Evidence;
import hep.aurum.trust.Finding;
import hep.aurum.trust.TrustReport;
import hep.aurum.trust.WhatToChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Put every figure of an examination into maps: {@code trust.json}. */
final class TrustFigures {

    private TrustFigures() {}

    static Map<String, @Nullable Object> of(TrustResult result, String version) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("aurum", version);
        all.put("name", result.report().subject());
        all.put("title", result.title());
        all.put("seed", result.seed());
        all.put("verdict", key(result.report().state()));
        all.put("sentence", TrustWords.verdict(result.report()));
        all.put("advice", TrustWords.advice(result.report()));
        all.put("family_wise_false_alarm", TrustReport.FALSE_ALARM);
        all.put("events_per_experiment", result.experiment());
        if (!result.notes().isEmpty()) {
            all.put("notes", result.notes());
        }
        all.put(
                "checks",
                result.report().results().stream().map(TrustFigures::check).toList());
        result.changes().ifPresent(changes -> all.put("what_to_change", changes(changes)));
        return all;
    }

    private static String key(TrustReport.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> check(TrustReport.Result result) {
        Map<String, @Nullable Object> check = new LinkedHashMap<>();
        check.put("state", key(result.state()));
        check.putAll(finding(result.finding()));
        result.control().ifPresent(control -> {
            Map<String, @Nullable Object> twin = new LinkedHashMap<>();
            twin.put("twin", result.twin());
            twin.putAll(finding(control));
            check.put("control", twin);
        });
        return check;
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("check", finding.check());
        map.put("value", finite(finding.value()));
        map.put("expected", finite(finding.expected()));
        map.put("error", finite(finding.error()));
        map.put("p_value", finding.pValue());
        map.put("sentence", finding.sentence());
        map.put("power", finding.power());
        map.put("advice", finding.advice());
        map.put(
                "evidence",
                finding.evidence().stream().map(TrustFigures::evidence).toList());
        return map;
    }

    /** JSON has no number for what was not judged. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Map<String, @Nullable Object> evidence(Evidence evidence) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", evidence.kind().name().toLowerCase(Locale.ROOT));
        map.put("label", evidence.label());
        map.put("x", evidence.x());
        map.put("y", evidence.y());
        map.put("trials", evidence.trials());
        return map;
    }

    private static Map<String, @Nullable Object> changes(WhatToChange changes) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("before", figures(changes.before(), List.of()));
        List<Object> rows = new ArrayList<>();
        for (WhatToChange.Row row : changes.rows()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("change", row.change().words());
            one.put("after", figures(row.after(), row.effects()));
            rows.add(one);
        }
        map.put("changes", rows);
        return map;
    }

    private static List<Object> figures(List<Finding> findings, List<WhatToChange.Effect> effects) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("check", findings.get(i).check());
            one.put("value", finite(findings.get(i).value()));
            one.put("expected", finite(findings.get(i).expected()));
            one.put("error", finite(findings.get(i).error()));
            if (!effects.isEmpty()) {
                one.put("effect", effects.get(i).words());
            }
            list.add(one);
        }
        return list;
    }
}

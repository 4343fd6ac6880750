package hep.aurum.workflow;

import hep.aurum.report.Citations;
import hep.aurum.report.Citations.Work;
import hep.aurum.report.FactsItem;
import hep.aurum.report.Item;
import hep.aurum.report.Listing;
import hep.aurum.report.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.JsonNode;

/** Write down what a study was and how to have it again: the last part of its page. */
final class PageRecord {

    private static final int WIDTH = 100;

    private static final Work ASYMPTOTICS = new Work(
            "asymptotic tests and limits",
            "G. Cowan, K. Cranmer, E. Gross, O. Vitells",
            "arXiv:1007.1727",
            "https://arxiv.org/abs/1007.1727");
    private static final Work HISTFACTORY = new Work(
            "the binned model",
            "K. Cranmer, G. Lewis, L. Moneta, A. Shibata, W. Verkerke",
            "HistFactory, CERN-OPEN-2012-016",
            "https://cds.cern.ch/record/1456844");
    private static final Work CLS = new Work(
            "the upper limit",
            "A. L. Read",
            "CLs, J. Phys. G 28 (2002) 2693",
            "https://doi.org/10.1088/0954-3899/28/10/313");
    private static final List<Work> LEARNING =
            List.of(mining("arXiv:1805.00013"), mining("arXiv:1805.00020"), mining("arXiv:1805.12244"));

    private final String name;
    private final String aurum;
    private final String options;
    private final JsonNode configuration;

    /**
     * Start the record of a study.
     *
     * @param options of the command line that the numbers depend on; empty for none
     */
    PageRecord(String name, String aurum, String options, JsonNode configuration) {
        this.name = name;
        this.aurum = aurum;
        this.options = options;
        this.configuration = configuration;
    }

    private static Work mining(String number) {
        return new Work(
                "the mined ratio and score",
                "J. Brehmer, K. Cranmer, G. Louppe, J. Pavez",
                number,
                "https://arxiv.org/abs/" + number.substring("arXiv:".length()));
    }

    /**
     * Return the record.
     *
     * @param versions what it depends on, by name
     * @param learned whether a ratio was learned
     * @param binned whether a binned model was tested
     */
    Section section(Map<String, String> versions, String fingerprint, boolean learned, boolean binned) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Study", name);
        facts.put("Aurum", aurum);
        facts.putAll(versions);
        facts.put("Fingerprint (SHA-256 of program version, study, inputs)", fingerprint);
        List<Item> items = new ArrayList<>();
        items.add(new FactsItem(facts));
        items.add(new Listing(
                "Run it again",
                "# Save the configuration below as " + file() + " beside the study's files, then\naurum run " + file()
                        + (options.isEmpty() ? "" : " " + options) + " --out results/" + name,
                ""));
        items.add(new Listing("Configuration, as it was read", yaml(configuration), file()));
        items.add(new Citations(works(learned, binned)));
        return new Section("Record", items);
    }

    private String file() {
        return name + ".yaml";
    }

    private List<Work> works(boolean learned, boolean binned) {
        List<Work> works = new ArrayList<>();
        works.add(new Work("this program", "The Aurum developers", "Aurum " + aurum, ""));
        if (learned) {
            works.addAll(LEARNING);
        }
        if (binned) {
            works.addAll(List.of(ASYMPTOTICS, HISTFACTORY, CLS));
        }
        return works;
    }

    /** Write a configuration as YAML: the innermost mappings and lists on one line each. */
    static String yaml(JsonNode configuration) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setWidth(WIDTH)
                .setIndent(2)
                .build();
        return new Dump(settings).dumpToString(value(configuration)).stripTrailing();
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(value(item)));
            return list;
        }
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.isNull() ? "" : node.stringValue();
    }
}

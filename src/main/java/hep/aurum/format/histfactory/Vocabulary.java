package hep.aurum.format.histfactory;

import hep.aurum.base.Names;
import hep.aurum.base.NotSupported;
import java.util.Map;
import java.util.Set;

/** Know the elements of HistFactory, what stands inside them, and their attributes. */
final class Vocabulary {

    private static final Map<String, Set<String>> CHILDREN = Map.of(
            "Combination", Set.of("Input", "Measurement", "Function"),
            "Measurement", Set.of("POI", "ParamSetting", "ConstraintTerm"),
            "Channel", Set.of("Data", "StatErrorConfig", "Sample"),
            "Sample", Set.of("StatError", "HistoSys", "OverallSys", "ShapeSys", "NormFactor", "ShapeFactor"));

    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("Combination", Set.of("OutputFilePrefix", "Mode")),
            Map.entry("Function", Set.of("Name", "Expression", "Dependents")),
            Map.entry("Input", Set.of()),
            Map.entry("Measurement", Set.of("Name", "Lumi", "LumiRelErr", "BinLow", "BinHigh", "Mode", "ExportOnly")),
            Map.entry("POI", Set.of()),
            Map.entry("ParamSetting", Set.of("Val", "Const")),
            Map.entry("ConstraintTerm", Set.of("Type", "RelativeUncertainty")),
            Map.entry("Channel", Set.of("Name", "InputFile", "HistoPath", "HistoName")),
            Map.entry("Data", Set.of("Name", "InputFile", "HistoPath", "HistoName")),
            Map.entry("StatErrorConfig", Set.of("RelErrorThreshold", "ConstraintType")),
            Map.entry("Sample", Set.of("Name", "InputFile", "HistoPath", "HistoName", "NormalizeByTheory")),
            Map.entry("StatError", Set.of("Activate", "InputFile", "HistoFile", "HistoPath", "HistoName")),
            Map.entry(
                    "HistoSys",
                    Set.of(
                            "Name",
                            "InputFile",
                            "HistoFileHigh",
                            "HistoPathHigh",
                            "HistoNameHigh",
                            "HistoFileLow",
                            "HistoPathLow",
                            "HistoNameLow")),
            Map.entry("OverallSys", Set.of("Name", "High", "Low")),
            Map.entry("ShapeSys", Set.of("Name", "InputFile", "HistoPath", "HistoName", "ConstraintType")),
            Map.entry("NormFactor", Set.of("Name", "Val", "High", "Low", "Const")),
            Map.entry("ShapeFactor", Set.of("Name", "InputFile", "HistoPath", "HistoName", "Const")));

    private Vocabulary() {}

    /** Check an element and all below it, since what is misspelt would change the model in silence. */
    static void check(XmlElement element) {
        element.allowAttributes(ATTRIBUTES.getOrDefault(element.name(), Set.of()));
        Set<String> allowed = CHILDREN.getOrDefault(element.name(), Set.of());
        for (XmlElement child : element.children()) {
            if (child.name().equals("Function") || child.name().equals("HistoFactor")) {
                throw new NotSupported(
                        "<" + child.name() + "> cannot be represented in a workspace",
                        child.where(),
                        "write the model without it");
            }
            if (!allowed.contains(child.name())) {
                throw child.bad(
                        "<" + element.name() + "> holds an unknown element <" + child.name() + ">",
                        Names.suggest(child.name(), allowed.stream().sorted().toList()));
            }
            check(child);
        }
    }
}

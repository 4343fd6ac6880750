package hep.aurum.script.engine;

import java.util.List;

/** Name the classes that every script has in scope. */
final class ScriptNames {

    /** The package whose public classes they are; Jython and JShell import each by its name. */
    static final String PACKAGE = "hep.aurum.script";

    /** All that a script may name. */
    static final List<String> CLASSES = List.of(
            "Aurum",
            "Events",
            "F1D",
            "H1D",
            "H2D",
            "HFitResult",
            "HFitter",
            "HLabel",
            "HPlot",
            "HProf1D",
            "LogRatio",
            "Model",
            "ModelTest",
            "P0D",
            "P1D",
            "PND",
            "RealFunction",
            "Result",
            "Sample",
            "Session");

    private ScriptNames() {}
}

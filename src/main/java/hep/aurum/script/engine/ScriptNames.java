package hep.aurum.script.engine;

import java.util.List;

/** Name the classes that every script has in scope. */
final class ScriptNames {

    /** The package whose public classes they are; Jython and JShell import each by its name. */
    static final String PACKAGE = "hep.aurum.script";

    /** In the order of {@code aurum.help()}. */
    static final List<String> CLASSES = List.of("Aurum");

    private ScriptNames() {}
}

package hep.aurum.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Take values for the variables of a study file from the command line. */
final class StudyVariables {

    @Option(
            names = {"-D", "--define"},
            paramLabel = "NAME=VALUE",
            mapFallbackValue = "",
            description = "Value in place of one of the study's variables.")
    private Map<String, String> values = new LinkedHashMap<>();

    /** Return the values by name. */
    Map<String, String> values() {
        return Map.copyOf(values);
    }
}

package hep.aurum.format.histfactory;

import hep.aurum.likelihood.binned.Workspace;
import java.util.List;

/**
 * Hold a model that was read from XML.
 *
 * @param workspace the model as pyhf represents it
 * @param warnings one sentence, with its place, for everything that HistFactory would do otherwise
 */
public record HistFactoryImport(Workspace workspace, List<String> warnings) {

    /** Copy the list. */
    public HistFactoryImport {
        warnings = List.copyOf(warnings);
    }
}

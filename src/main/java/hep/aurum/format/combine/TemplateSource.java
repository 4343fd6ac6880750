package hep.aurum.format.combine;

import java.nio.file.Path;
import java.util.Optional;

/** Find histograms in files. */
@FunctionalInterface
interface TemplateSource {

    /**
     * Return a histogram, or nothing if the file has none of that name.
     *
     * @throws hep.aurum.base.BadInput if the file cannot be read
     */
    Optional<Template> find(Path file, String name);
}

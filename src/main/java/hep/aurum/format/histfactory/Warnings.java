package hep.aurum.format.histfactory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collect sentences about what HistFactory would do otherwise. */
final class Warnings {

    private final Set<String> sentences = new LinkedHashSet<>();

    void add(XmlElement element, String what) {
        sentences.add(element.where() + ": " + what);
    }

    List<String> list() {
        return List.copyOf(sentences);
    }
}

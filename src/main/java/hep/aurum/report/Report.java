package hep.aurum.report;

import java.util.List;

/**
 * Hold what a page says, from the answer to the record.
 *
 * @param title of the study
 * @param subtitle what it rests on: luminosity, energy, seed, program
 * @param verdict the answer, first
 * @param sections the rest, in order; those without an item are left out of the page
 * @param kind what kind of page it is
 */
public record Report(String title, String subtitle, Verdict verdict, List<Section> sections, String kind) {

    /** Copy the list. */
    public Report {
        sections = List.copyOf(sections);
    }

    /** Hold the page of a study. */
    public Report(String title, String subtitle, Verdict verdict, List<Section> sections) {
        this(title, subtitle, verdict, sections, "study report");
    }
}

package hep.aurum.report;

import java.util.List;

/**
 * Hold what to cite: the one place of a page with addresses, which a reader may follow and the page never loads.
 *
 * @param works in the order in which they are listed
 */
public record Citations(List<Work> works) implements Item {

    /** Copy the list. */
    public Citations {
        works = List.copyOf(works);
    }

    /**
     * Hold one work.
     *
     * @param what what it is cited for
     * @param authors its authors
     * @param label its number or title
     * @param address where it is; starts with {@code https://}
     */
    public record Work(String what, String authors, String label, String address) {}
}

package hep.aurum.report;

import java.util.List;

/**
 * Hold a part of a page.
 *
 * @param title its heading
 * @param items what is in it
 */
public record Section(String title, List<Item> items) {

    /** Copy the list. */
    public Section {
        items = List.copyOf(items);
    }
}

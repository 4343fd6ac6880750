package hep.aurum.jas.aida;

import hep.aida.IHistogram1D;

/**
 * Hold a histogram of the host's tree with its place.
 *
 * @param path folders and name
 * @param object the histogram
 */
public record TreeHistogram(String path, IHistogram1D object) {

    /** Return path and title, as a list shows them. */
    @Override
    public String toString() {
        String title = object.title();
        return title == null || title.isBlank() ? path : path + "   (" + title + ")";
    }
}

package hep.aurum.source.root;

/**
 * Name an object of a file.
 *
 * @param path names of directories and object, with slashes between them
 * @param cycle number of the version; the highest is the latest
 * @param className the class in ROOT, for example {@code TH1F}
 * @param title of the object; a histogram's own title may differ
 */
public record RootKey(String path, int cycle, String className, String title) {

    /** Return the name without its directories. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Return path and cycle as ROOT writes them, for example {@code mass/h;1}. */
    @Override
    public String toString() {
        return path + ";" + cycle;
    }
}

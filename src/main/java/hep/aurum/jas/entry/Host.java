package hep.aurum.jas.entry;

import java.nio.file.Path;
import javax.swing.JMenuItem;
import org.freehep.application.studio.Studio;
import org.jspecify.annotations.Nullable;

/** What a session may ask of the host and of the entry class. */
public interface Host {

    /** Return the host. */
    Studio studio();

    /** Return the folder of Aurum's jars, the class path of another virtual machine. */
    Path folder();

    /**
     * Add a menu to the menu bar, or an item to a menu.
     *
     * @param item what to add
     * @param location digits in groups of three are the path: 660 stands in the menu bar, 660100 in the menu there
     * @throws RuntimeException if the place is taken
     */
    void addMenu(JMenuItem item, long location);

    /** Run something with the context loader of the thread set to Aurum's, and restore it. */
    void inContext(Runnable work);

    /**
     * Run something that returns a value with the context loader of the thread set to Aurum's, and restore it.
     *
     * @throws E what {@code work} throws
     */
    <T extends @Nullable Object, E extends Exception> T callInContext(Call<T, E> work) throws E;

    /**
     * Return a view of an object, through an interface, that sets the context loader of the thread to Aurum's during each
     * call. Two views of the same object are equal, as two registrations of one listener must be.
     *
     * @param type an interface, for example of a listener
     * @param target what answers the calls
     */
    <T> T guard(Class<T> type, T target);

    /** Work that returns a value or fails. */
    @FunctionalInterface
    interface Call<T extends @Nullable Object, E extends Exception> {

        /** Do the work. */
        T run() throws E;
    }
}

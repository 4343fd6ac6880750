package hep.aurum.jas.entry;

/**
 * Aurum inside a running host, as the entry class sees it.
 *
 * <p>The implementation is {@code hep.aurum.jas.AurumSession}: a public class with a public constructor without
 * parameters, found by its name in the jars of Aurum's folder. Every method is called on the event thread, with the context
 * loader of the thread set to Aurum's; calls that the host makes later, to listeners and actions, come without it and go
 * through {@link Host#inContext(Runnable)} or {@link Host#guard}.
 */
public interface Session {

    /**
     * Begin: add menus, sources of records and listeners. Services of other plugins are looked up at each use, not here.
     *
     * @param host what the session may ask of the host
     */
    void open(Host host);

    /** Return whether {@link #close} may be called now, for example because no training runs. */
    boolean canClose();

    /** End: remove from the host what {@link #open} added, and stop what runs. */
    void close();
}

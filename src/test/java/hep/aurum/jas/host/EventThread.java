package hep.aurum.jas.host;

import java.lang.reflect.InvocationTargetException;
import javax.swing.SwingUtilities;

/** The thread of the window, on which the host makes most of its calls. */
final class EventThread {

    private EventThread() {}

    /** Run something there and wait for it; what it throws is thrown here. */
    static void run(Runnable work) {
        if (SwingUtilities.isEventDispatchThread()) {
            work.run();
            return;
        }
        try {
            SwingUtilities.invokeAndWait(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }
}

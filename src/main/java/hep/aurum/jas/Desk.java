package hep.aurum.jas;

import hep.aurum.base.Failure;
import hep.aurum.jas.child.ChildJvm;
import hep.aurum.jas.child.RunSettings;
import hep.aurum.jas.dialog.Questions;
import hep.aurum.jas.entry.Host;
import java.awt.Component;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.freehep.application.mdi.PageContext;

/**
 * What the menu's entries work at: the host, its services, the user.
 *
 * <p>Work that takes time runs on one thread of its own, one thing after the other; windows, tree and status bar are touched on the
 * event thread alone. No failure leaves this class: it becomes a sentence in the status bar and lines in the log.
 */
final class Desk {

    private static final int PERCENT = 100;

    private final Host host;
    private final Services services;
    private final Questions questions;
    private final Log log = new Log();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "aurum-work");
        thread.setDaemon(true);
        return thread;
    });

    Desk(Host host, Questions questions) {
        this.host = host;
        this.services = new Services(host.studio());
        this.questions = questions;
    }

    Host host() {
        return host;
    }

    Services services() {
        return services;
    }

    Questions questions() {
        return questions;
    }

    Log log() {
        return log;
    }

    Properties preferences() {
        return host.studio().getUserProperties();
    }

    /** Return the Java machine for runs, with the memory of the preferences. */
    ChildJvm jvm() {
        return ChildJvm.ofThisProgram(RunSettings.of(preferences()).memory());
    }

    /** Say something in the status bar and in the log; from any thread. */
    void say(String sentence) {
        onEventThread(() -> {
            log.add(sentence);
            host.studio().setStatusMessage(sentence.lines().findFirst().orElse(""));
        });
    }

    /** Show a state in the status bar that is not worth a line in the log. */
    void show(String state) {
        host.studio().setStatusMessage(state);
    }

    /** Show how far a task is; from any thread. */
    void showProgress(String task, double fraction) {
        onEventThread(() -> show("Aurum: " + state(task, fraction)));
    }

    /** Return a task with the part that is done, where that is known. */
    static String state(String task, double fraction) {
        return Double.isNaN(fraction)
                ? task
                : String.format(Locale.ROOT, "%s %.0f %%", task, Math.floor(PERCENT * fraction));
    }

    /** Open a page of the host; on the event thread. */
    PageContext open(Component page, String title) {
        return host.studio().getPageManager().openPage(page, title, null);
    }

    /** Do something of which no failure may reach the host; on the thread that calls. */
    void guarded(String what, Runnable action) {
        host.inContext(() -> {
            try {
                action.run();
            } catch (Failure e) {
                say(what + ": " + e.getMessage());
            } catch (IllegalArgumentException e) {
                say(what + ": " + e.getMessage());
                trace(e);
            } catch (RuntimeException | LinkageError | VirtualMachineError e) {
                say(what + " failed: " + e);
                trace(e);
            }
        });
    }

    private void trace(Throwable e) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        for (StackTraceElement element : e.getStackTrace()) {
            writer.println("    at " + element);
        }
        onEventThread(() -> log.add(text.toString().stripTrailing()));
    }

    /**
     * Work on another thread, then use the result on the event thread.
     *
     * @param what it is, for messages
     */
    <T> void inBackground(String what, Supplier<T> work, Consumer<T> then) {
        try {
            worker.execute(() -> guarded(what, () -> {
                T result = work.get();
                onEventThread(() -> guarded(what, () -> then.accept(result)));
            }));
        } catch (RejectedExecutionException e) {
            say(what + ": Aurum has been stopped");
        }
    }

    /** Do something on the event thread: now if this is it, soon otherwise. */
    static void onEventThread(Runnable action) {
        if (SwingUtilities.isEventDispatchThread()) {
            action.run();
        } else {
            SwingUtilities.invokeLater(action);
        }
    }

    void close() {
        worker.shutdownNow();
    }
}

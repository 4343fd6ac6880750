package hep.aurum.jas.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import org.freehep.application.ApplicationEvent;
import org.freehep.application.ApplicationListener;
import org.freehep.application.studio.Studio;

/** The host itself: keeps every message instead of showing it. */
@SuppressWarnings("serial")
public final class TestStudio extends Studio {

    /** A message that the real host shows in a dialog, which stops its caller until the user has read it. */
    public record Failure(String message, Throwable detail) {}

    private static final int EXITING = 1;

    private final transient Menus menus = new Menus();
    private final transient List<String> statusMessages = new CopyOnWriteArrayList<>();
    private final transient List<Failure> failures = new CopyOnWriteArrayList<>();
    private final transient List<ApplicationListener> listeners = new CopyOnWriteArrayList<>();
    private final Properties userProperties = new Properties();

    TestStudio() {
        super("test host");
        setPageManager(new Pages());
    }

    public Menus menus() {
        return menus;
    }

    public List<String> statusMessages() {
        return statusMessages;
    }

    public List<Failure> failures() {
        return failures;
    }

    @Override
    public JMenuBar getMenuBar() {
        return menus.bar();
    }

    @Override
    protected void addMenu(JMenuItem item, long location) {
        menus.add(item, location);
    }

    @Override
    public void setStatusMessage(String message) {
        statusMessages.add(message);
    }

    @Override
    public void error(String message) {
        error(message, null);
    }

    @Override
    public void error(String message, Throwable detail) {
        failures.add(new Failure(message, detail));
    }

    @Override
    public Properties getUserProperties() {
        return userProperties;
    }

    @Override
    public void addApplicationListener(ApplicationListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeApplicationListener(ApplicationListener listener) {
        listeners.remove(listener);
    }

    /** Tell everybody that the host ends, as its exit does. */
    void exit() {
        new ArrayList<>(listeners).forEach(listener -> listener.aboutToExit(new ApplicationEvent(this, EXITING)));
    }
}

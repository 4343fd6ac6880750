package org.freehep.application;

import java.util.Properties;
import javax.swing.JMenuBar;
import javax.swing.JPanel;

/** A program with a window, a menu bar and a status bar. */
@SuppressWarnings("serial")
public class Application extends JPanel {

    /** Make a program of that name. */
    public Application(String appName) {}

    /** Return the menu bar at the top. */
    public JMenuBar getMenuBar() {
        throw new UnsupportedOperationException();
    }

    /** Show a line in the status bar; from any thread. */
    public void setStatusMessage(String message) {
        throw new UnsupportedOperationException();
    }

    /** Show a message in a dialog; from any thread, which waits for the user. */
    public void error(String message) {
        throw new UnsupportedOperationException();
    }

    /** Show a message with the failure behind it in a dialog; from any thread, which waits for the user. */
    public void error(String message, Throwable detail) {
        throw new UnsupportedOperationException();
    }

    /** Return the properties of the user, which the host stores when it ends. */
    public Properties getUserProperties() {
        throw new UnsupportedOperationException();
    }

    /** Tell a listener when the program ends. */
    public void addApplicationListener(ApplicationListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Tell a listener no more. */
    public void removeApplicationListener(ApplicationListener listener) {
        throw new UnsupportedOperationException();
    }
}

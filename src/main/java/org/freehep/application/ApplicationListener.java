package org.freehep.application;

import java.util.EventListener;

/** Is told when the program has started and when it ends. */
public interface ApplicationListener extends EventListener {

    /** Everything but the window is there. */
    void initializationComplete(ApplicationEvent event);

    /** The program is about to end. */
    void aboutToExit(ApplicationEvent event);
}

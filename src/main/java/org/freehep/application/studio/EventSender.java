package org.freehep.application.studio;

import java.util.EventObject;

/** Sends the events of the host to whoever asked for their class. */
public class EventSender {

    /** Made by the host. */
    EventSender() {}

    /** Send an event. */
    public void broadcast(EventObject event) {
        throw new UnsupportedOperationException();
    }

    /** Return whether anybody asked for events of a class. */
    public boolean hasListeners(Class<?> type) {
        throw new UnsupportedOperationException();
    }

    /** Ask for the events of a class. */
    public void addEventListener(StudioListener listener, Class<?> type) {
        throw new UnsupportedOperationException();
    }

    /** Ask no more. */
    public void removeEventListener(StudioListener listener, Class<?> type) {
        throw new UnsupportedOperationException();
    }
}

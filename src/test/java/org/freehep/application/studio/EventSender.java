package org.freehep.application.studio;

import java.util.ArrayList;
import java.util.EventObject;
import java.util.LinkedHashSet;
import java.util.Set;

/** Stands in for the host's type in tests, with a body. */
public class EventSender {

    private record Entry(StudioListener listener, Class<?> type) {}

    private final Set<Entry> entries = new LinkedHashSet<>();

    EventSender() {}

    public void broadcast(EventObject event) {
        for (Entry entry : new ArrayList<>(entries)) {
            if (entry.type.isInstance(event)) {
                entry.listener.handleEvent(event);
            }
        }
    }

    public boolean hasListeners(Class<?> type) {
        return entries.stream().anyMatch(entry -> entry.type == type);
    }

    public void addEventListener(StudioListener listener, Class<?> type) {
        entries.add(new Entry(listener, type));
    }

    public void removeEventListener(StudioListener listener, Class<?> type) {
        entries.remove(new Entry(listener, type));
    }
}

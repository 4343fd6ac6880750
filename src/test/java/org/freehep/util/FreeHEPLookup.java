package org.freehep.util;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for the host's type in tests, with a body. */
public class FreeHEPLookup {

    private final List<Object> instances = new CopyOnWriteArrayList<>();
    private final List<Class<?>> asked = new CopyOnWriteArrayList<>();
    private volatile List<Class<?>> refused = List.of();

    public void add(Object instance) {
        refused.stream().filter(type -> type.isInstance(instance)).forEach(type -> {
            throw new IllegalStateException("the host hangs when a " + type.getSimpleName() + " is added this early");
        });
        instances.add(instance);
    }

    public void add(Object instance, String id) {
        add(instance);
    }

    public void remove(Object instance) {
        instances.remove(instance);
    }

    public void remove(Object instance, String id) {
        remove(instance);
    }

    public Object lookup(Class<?> type) {
        asked.add(type);
        return all(type).stream().findFirst().orElse(null);
    }

    /** Return every instance of a type, in the order in which they were added. */
    public <T> List<T> all(Class<T> type) {
        return instances.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Return what has been asked for so far. */
    public List<Class<?>> asked() {
        return asked;
    }

    /** Refuse instances of some types from now on. */
    public void refuse(List<Class<?>> types) {
        refused = types;
    }
}

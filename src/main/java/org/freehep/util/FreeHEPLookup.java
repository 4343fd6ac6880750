package org.freehep.util;

/** The register of services, found by their class. */
public class FreeHEPLookup {

    /** Made by the host. */
    FreeHEPLookup() {}

    /** Add a service. */
    public void add(Object instance) {
        throw new UnsupportedOperationException();
    }

    /** Add a service under a name. */
    public void add(Object instance, String id) {
        throw new UnsupportedOperationException();
    }

    /** Remove a service. */
    public void remove(Object instance) {
        throw new UnsupportedOperationException();
    }

    /** Remove a service from under a name. */
    public void remove(Object instance, String id) {
        throw new UnsupportedOperationException();
    }

    /** Return a service of a class, or null. */
    public Object lookup(Class<?> type) {
        throw new UnsupportedOperationException();
    }
}

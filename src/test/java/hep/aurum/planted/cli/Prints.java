package hep.aurum.planted.cli;

/** Prints where printing is allowed. */
public final class Prints {

    /** Greet. */
    public void print() {
        System.out.println("hello");
    }
}

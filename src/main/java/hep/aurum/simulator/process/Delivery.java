package hep.aurum.simulator.process;

/** Say how a program hands over its events. */
public enum Delivery {
    /** It writes the file {@code {output}}. */
    FILE,
    /** It writes to {@code {output}}, which is a named pipe: the events are consumed while they are made. */
    PIPE,
    /** It writes to its standard output. */
    STANDARD_OUTPUT
}

package hep.aurum.trust;

/**
 * Hold a subject that was broken on purpose.
 *
 * @param name of the fault, as in {@code width x 0.7}
 * @param subject the subject with its ratio broken
 */
public record Twin(String name, Subject subject) {}

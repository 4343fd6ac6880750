package hep.aurum.report;

/**
 * Hold one number that the reader came for.
 *
 * @param name what it is
 * @param value the number with its unit
 * @param note what belongs to it: the p-value, the expectation
 */
public record KeyNumber(String name, String value, String note) {}

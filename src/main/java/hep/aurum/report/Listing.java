package hep.aurum.report;

/**
 * Hold a text that is shown as it is: a command, a configuration.
 *
 * @param title what it is
 * @param text its lines
 * @param fileName what it is called when it is saved; empty for a text that is only copied
 */
public record Listing(String title, String text, String fileName) implements Item {}

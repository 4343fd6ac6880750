package hep.aurum.hist;

/**
 * Keep an object for which there is no type, as its file has it: it is written back to the same format only.
 *
 * @param title its title
 * @param format the format of the file, such as {@code YODA}
 * @param kind what the file calls it
 * @param reason why it was not understood, a part of a sentence
 * @param text its text in the file
 */
public record Unread(String title, String format, String kind, String reason, String text) implements Content {}

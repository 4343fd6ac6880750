package hep.aurum.workflow.study;

import java.nio.file.Path;

/**
 * Name one file of recorded events.
 *
 * @param path the file
 * @param table how to read it where it is a table
 */
public record DataFile(Path path, TableSpec table) {}

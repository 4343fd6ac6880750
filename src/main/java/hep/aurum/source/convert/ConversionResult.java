package hep.aurum.source.convert;

import hep.aurum.base.Failure;
import java.util.List;
import java.util.Optional;

/**
 * Say what was written.
 *
 * @param format name of the format
 * @param events how many events or rows
 * @param unit {@code events}, or {@code rows} of a table that is not of particles
 * @param losses what the new file does not have of the old one, in sentences; empty if it has everything
 * @param damage what ended the old file before its end, if only what is good was to be kept
 */
public record ConversionResult(String format, long events, String unit, List<String> losses, Optional<Failure> damage) {

    /** Copy the list. */
    public ConversionResult {
        losses = List.copyOf(losses);
    }
}

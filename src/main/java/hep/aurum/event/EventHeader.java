package hep.aurum.event;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Hold what a file says of its sample as a whole.
 *
 * @param format format and version, for example {@code LHE 3.0}
 * @param origin the file as the user named it
 * @param weightNames names of all named weights, in file order; the nominal weight ({@link Event#weight()}) is among them
 *     only where the format names it too, as HepMC does
 * @param weightInfo for a weight, the text that the header has about it (for MadGraph's reweighting the changes of the
 *     parameter card); names without a text are absent
 * @param meaning how weights and cross-section are related
 * @param crossSectionPb cross-section in pb before any selection, where the file states it
 * @param crossSectionErrorPb its Monte Carlo uncertainty in pb, where the file states it
 * @param problems what is odd but can be read, in whole sentences
 * @param run what else the file says of the run: beams, processes, programs, cards
 */
public record EventHeader(
        String format,
        String origin,
        List<String> weightNames,
        Map<String, String> weightInfo,
        WeightMeaning meaning,
        OptionalDouble crossSectionPb,
        OptionalDouble crossSectionErrorPb,
        List<String> problems,
        RunInfo run) {

    /** Create a header that says nothing of the run. */
    public EventHeader(
            String format,
            String origin,
            List<String> weightNames,
            Map<String, String> weightInfo,
            WeightMeaning meaning,
            OptionalDouble crossSectionPb,
            OptionalDouble crossSectionErrorPb,
            List<String> problems) {
        this(
                format,
                origin,
                weightNames,
                weightInfo,
                meaning,
                crossSectionPb,
                crossSectionErrorPb,
                problems,
                RunInfo.UNKNOWN);
    }

    /** Copy the collections. */
    public EventHeader {
        weightNames = List.copyOf(weightNames);
        weightInfo = Map.copyOf(weightInfo);
        problems = List.copyOf(problems);
    }
}

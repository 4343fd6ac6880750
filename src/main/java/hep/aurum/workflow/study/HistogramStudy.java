package hep.aurum.workflow.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Hold a study whose predictions are histograms in files: channels, processes with their normalisation, data. Immutable.
 *
 * @param name short name
 * @param title one line for figures
 * @param luminosity in fb⁻¹, of channels that state none of their own
 * @param energy centre-of-mass energy in TeV for figures, 0 where not given
 * @param rate the rate parameter that is discovered
 * @param channels regions of phase space, fitted together
 * @param level confidence level of the limit
 * @param hasStatErrors whether the predictions' own statistical uncertainties are nuisances
 * @param outputs what is written
 * @param file the study file
 * @param document the whole file as JSON with its variables' values, for the record
 */
public record HistogramStudy(
        String name,
        String title,
        double luminosity,
        double energy,
        Rate rate,
        List<Channel> channels,
        double level,
        boolean hasStatErrors,
        Study.Outputs outputs,
        Path file,
        JsonNode document) {

    /** Copy the list. */
    public HistogramStudy {
        channels = List.copyOf(channels);
    }

    /**
     * Name the parameter that multiplies the signal.
     *
     * @param name its name
     * @param lower smallest value
     * @param upper largest value
     * @param standard value of the standard theory
     */
    public record Rate(String name, double lower, double upper, double standard) {}

    /**
     * Describe a region of phase space.
     *
     * @param name its key
     * @param label its text in figures
     * @param luminosity in fb⁻¹
     * @param axis the variable and its bins
     * @param observed where the data are; none for a study that is blind, which uses Asimov data
     * @param processes what is predicted
     */
    public record Channel(
            String name,
            String label,
            double luminosity,
            AxisSpec axis,
            List<Content> observed,
            List<Process> processes) {

        /** Copy the lists. */
        public Channel {
            observed = List.copyOf(observed);
            processes = List.copyOf(processes);
        }
    }

    /**
     * Describe the variable of a channel; its bins are those of the histograms.
     *
     * @param label text of the axis
     * @param unit its unit, empty if there is none
     * @param range the part that is used, between two edges of bins; empty for all of it
     * @param merge how many neighbouring bins become one, at least 1
     */
    public record AxisSpec(String label, String unit, List<Double> range, int merge) {

        /** Copy the list. */
        public AxisSpec {
            range = List.copyOf(range);
        }
    }

    /**
     * Describe one process in a channel.
     *
     * @param name its key; the same in all channels
     * @param label its text in legends
     * @param isSignal whether the rate parameter multiplies it
     * @param uncertainties relative uncertainty of its rate by name of the nuisance, which channels and processes may share
     * @param variations its prediction at ±1 standard deviation by name of the nuisance, which may be shared in the same way
     * @param contents where its prediction is
     */
    public record Process(
            String name,
            String label,
            boolean isSignal,
            Map<String, Uncertainty> uncertainties,
            Map<String, Variation> variations,
            List<Content> contents) {

        /** Copy the list. */
        public Process {
            contents = List.copyOf(contents);
        }
    }

    /**
     * Say where the prediction of a process is when one source of systematic uncertainty is moved.
     *
     * @param up at +1 standard deviation
     * @param down at −1; empty where only one side is known, whose difference from the nominal is mirrored then
     */
    public record Variation(List<Content> up, List<Content> down) {

        /** Copy the lists. */
        public Variation {
            up = List.copyOf(up);
            down = List.copyOf(down);
        }
    }

    /**
     * Hold the factors on a rate at −1 and +1 standard deviations of a nuisance parameter.
     *
     * @param low such as 0.9
     * @param high such as 1.1
     */
    public record Uncertainty(double low, double high) {}

    /**
     * Name histograms of a file that are added, or a column of a table whose values are filled.
     *
     * @param file the file
     * @param histograms paths of histograms in it; empty for a table
     * @param table name of the table in the file, empty for its only one
     * @param column the column of a table
     * @param normalisation what turns its numbers into expected events; empty for data and for what is scaled already
     */
    public record Content(
            Path file, List<String> histograms, String table, String column, Optional<Normalisation> normalisation) {

        /** Copy the list. */
        public Content {
            histograms = List.copyOf(histograms);
        }
    }

    /**
     * Normalise simulated events: weight = luminosity × cross-section × factor / generated.
     *
     * @param crossSectionPb in pb
     * @param generated events generated before any selection, or the sum of their weights
     * @param factor a further factor, such as a ratio of cross-sections of two orders
     */
    public record Normalisation(double crossSectionPb, double generated, double factor) {

        /** Return the expected events per generated one at a luminosity in fb⁻¹. */
        public double weight(double luminosity) {
            return 1000 * luminosity * crossSectionPb * factor / generated;
        }
    }
}

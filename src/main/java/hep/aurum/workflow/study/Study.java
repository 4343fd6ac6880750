package hep.aurum.workflow.study;

import hep.aurum.param.Benchmark;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Hold a study as its file describes it, checked and with every default filled in.
 *
 * @param name short name
 * @param title one line for figures
 * @param seed seed of every random number
 * @param luminosity in fb⁻¹
 * @param energy centre-of-mass energy in TeV for figures, 0 where not given
 * @param parameters θ
 * @param processes what was simulated
 * @param analysis what a detector sees: classes, responses, cuts, observables
 * @param split shares of the generator events
 * @param learning how the ratio is learned
 * @param data the data set that is tested
 * @param scan the likelihood scan
 * @param discovery the test of a rate against zero
 * @param joint what the likelihood has beside the learned ratio
 * @param outputs what is written
 * @param file the study file
 * @param document the whole file as JSON, for the record
 */
public record Study(
        String name,
        String title,
        long seed,
        double luminosity,
        double energy,
        ParameterSpace parameters,
        List<Process> processes,
        Analysis analysis,
        Split split,
        Learning learning,
        Data data,
        Scan scan,
        Optional<Discovery> discovery,
        JointSpec joint,
        Outputs outputs,
        Path file,
        JsonNode document) {

    /** Copy the lists. */
    public Study {
        processes = List.copyOf(processes);
    }

    /** Return the same study with another seed. */
    public Study withSeed(long newSeed) {
        return with(newSeed, learning, processes);
    }

    /** Return the same study with other processes. */
    public Study withProcesses(List<Process> others) {
        return with(seed, learning, others);
    }

    /** Return the same study, its networks computed by another backend. */
    public Study withBackend(String backend) {
        return withLearning(learning.withBackend(backend));
    }

    /** Return the same study, its ratio learned in another way. */
    public Study withLearning(Learning other) {
        return with(seed, other, processes);
    }

    private Study with(long newSeed, Learning newLearning, List<Process> newProcesses) {
        return new Study(
                name,
                title,
                newSeed,
                luminosity,
                energy,
                parameters,
                newProcesses,
                analysis,
                split,
                newLearning,
                data,
                scan,
                discovery,
                joint,
                outputs,
                file,
                document);
    }

    /**
     * Describe one process.
     *
     * @param name its key
     * @param label its text in legends
     * @param isSignal whether its role is signal
     * @param rate position of the parameter that multiplies it
     * @param scale constant factor on its cross-section
     * @param copies detector responses drawn per generator event
     * @param benchmarks weights that fix the morphing
     * @param checks weights that the morphing must predict
     * @param maxPowers highest power of every parameter in an event's weight, {@code [k]}
     * @param degree highest total power
     * @param isDegreeStated whether the study states it
     * @param variations further files, simulated with a source of systematic uncertainty moved
     * @param files its event files; empty for a simulator, and for a command before its events are generated
     * @param simulator the simulator in place of files
     * @param command the program that generates its files
     */
    public record Process(
            String name,
            String label,
            boolean isSignal,
            OptionalInt rate,
            double scale,
            int copies,
            List<Benchmark> benchmarks,
            List<Benchmark> checks,
            List<Integer> maxPowers,
            int degree,
            boolean isDegreeStated,
            List<Variation> variations,
            List<EventFile> files,
            Optional<SimulatorSpec> simulator,
            Optional<ExternalCommand> command) {

        /** Return the same with event files. */
        public Process withFiles(List<EventFile> others) {
            return with(others, simulator);
        }

        /** Return the same with another simulator. */
        public Process withSimulator(Optional<SimulatorSpec> other) {
            return with(files, other);
        }

        private Process with(List<EventFile> others, Optional<SimulatorSpec> other) {
            return new Process(
                    name,
                    label,
                    isSignal,
                    rate,
                    scale,
                    copies,
                    benchmarks,
                    checks,
                    maxPowers,
                    degree,
                    isDegreeStated,
                    variations,
                    others,
                    other,
                    command);
        }
    }

    /**
     * Name the files of a process in which one source of systematic uncertainty is moved.
     *
     * @param nuisance its name; equal names of several processes are one parameter
     * @param up files at +1 standard deviation
     * @param down files at −1; empty where only one side is known, whose difference from the nominal is mirrored then
     */
    public record Variation(String nuisance, List<EventFile> up, List<EventFile> down) {

        /** Copy the lists. */
        public Variation {
            up = List.copyOf(up);
            down = List.copyOf(down);
        }
    }

    /**
     * Name one event file of a process.
     *
     * @param path the file
     * @param generatedAt θ of the generation
     * @param maximum read at most this many events
     * @param table how to read it where it is a table
     * @param normalisation what its weights mean, as far as the study says so
     * @param isForTraining whether its events train and validate networks and do nothing else
     */
    public record EventFile(
            Path path,
            ParameterPoint generatedAt,
            OptionalLong maximum,
            TableSpec table,
            Normalisation normalisation,
            boolean isForTraining) {

        /** Create a file that says everything itself. */
        public EventFile(Path path, ParameterPoint generatedAt, OptionalLong maximum) {
            this(path, generatedAt, maximum, TableSpec.USUAL, Normalisation.OF_FILE, false);
        }
    }

    /**
     * Name an embedded simulator.
     *
     * @param name its name in the catalogue
     * @param events how many to draw
     * @param options its settings, as written
     */
    public record SimulatorSpec(String name, int events, Map<String, String> options) {}

    /**
     * Describe what a detector sees.
     *
     * @param objects classes of particles by PDG id, beside the built-in ones
     * @param collections further classes, as collections of the observable language
     * @param columns further classes, as columns of tables by meaning
     * @param detector the responses and the noise, as written
     * @param selection the cuts in order
     * @param observables the features, in order
     * @param spectators observables that are kept but not learned from
     */
    public record Analysis(
            Map<String, List<Integer>> objects,
            Map<String, String> collections,
            Map<String, Map<String, String>> columns,
            JsonNode detector,
            List<String> selection,
            List<ObservableSpec> observables,
            List<ObservableSpec> spectators) {

        /** Return how many features the observables make, their flags included. */
        public int features() {
            return observables.stream()
                    .mapToInt(spec -> spec.flag().isEmpty() ? 1 : 2)
                    .sum();
        }
    }

    /**
     * Declare an observable.
     *
     * @param name its name
     * @param expression its text
     * @param defaultValue value where an object is missing
     * @param unit unit for labels; empty to derive it
     * @param flag name of the feature that tells the default from a value; empty for none
     */
    public record ObservableSpec(
            String name, String expression, Optional<Double> defaultValue, String unit, String flag) {}

    /**
     * Share out the generator events.
     *
     * @param training to train
     * @param validation to stop the training
     * @param template for cross-sections, expected results and histograms
     * @param pseudoData for pseudo-data
     */
    public record Split(double training, double validation, double template, double pseudoData) {}

    /**
     * Say how the ratio is learned; 0 (or empty) stands for the estimator's default.
     *
     * @param method name of the loss
     * @param parameterisation name of how the ratio depends on the parameters
     * @param hidden widths of the hidden layers
     * @param activation name of the activation
     * @param members networks in the ensemble
     * @param bootstrap whether each of them sees a bootstrap replica of the training events
     * @param epochs passes over the training events
     * @param batch events in a mini-batch
     * @param learningRate initial learning rate
     * @param schedule name of how the learning rate falls
     * @param optimiser name of the optimiser
     * @param weightDecay weight decay; negative for the default
     * @param alpha weight of the score term; negative for the default
     * @param patience epochs without progress before training stops
     * @param backend name of what computes the gradients
     */
    public record Learning(
            String method,
            String parameterisation,
            List<Integer> hidden,
            String activation,
            int members,
            boolean bootstrap,
            int epochs,
            int batch,
            double learningRate,
            String schedule,
            String optimiser,
            double weightDecay,
            double alpha,
            int patience,
            String backend) {

        /** Return the same with another backend. */
        public Learning withBackend(String name) {
            return with(hidden, members, name);
        }

        /** Return the same with hidden layers of other widths. */
        public Learning withHidden(List<Integer> widths) {
            return with(widths, members, backend);
        }

        /** Return the same with an ensemble of another size. */
        public Learning withMembers(int count) {
            return with(hidden, count, backend);
        }

        private Learning with(List<Integer> widths, int count, String name) {
            return new Learning(
                    method,
                    parameterisation,
                    widths,
                    activation,
                    count,
                    bootstrap,
                    epochs,
                    batch,
                    learningRate,
                    schedule,
                    optimiser,
                    weightDecay,
                    alpha,
                    patience,
                    name);
        }
    }

    /**
     * Say which data set is tested.
     *
     * @param pseudo θ of pseudo-data
     * @param files files of recorded events
     */
    public record Data(Optional<ParameterPoint> pseudo, List<DataFile> files) {

        /** Return whether there is anything to test. */
        public boolean isPresent() {
            return pseudo.isPresent() || !files.isEmpty();
        }
    }

    /**
     * Describe the likelihood scan.
     *
     * @param scanned positions of the scanned parameters
     * @param fixed values of the parameters that are held, by position
     * @param expectedAt truth of the expected scan
     * @param points grid points per parameter
     * @param toys toys per point of the Neyman check; 0 for none
     * @param neymanAt points of the Neyman check
     * @param classical observable whose histogram tests the standard point beside the learned likelihood; empty for none
     * @param classicalBins its bins
     */
    public record Scan(
            List<Integer> scanned,
            Map<Integer, Double> fixed,
            ParameterPoint expectedAt,
            int points,
            int toys,
            List<ParameterPoint> neymanAt,
            String classical,
            int classicalBins) {}

    /**
     * Describe the test of a rate against zero.
     *
     * @param poi position of the rate parameter
     * @param at the other parameters
     * @param bins largest number of bins
     * @param minEvents effective simulated background events in every bin
     * @param classical observable of the comparison histogram; empty for none
     * @param classicalBins largest number of its bins
     * @param classicalRange its range; empty for the range of the events
     * @param level confidence level of the limit
     * @param luminosityUncertainty relative; 0 for none
     * @param fit the fit of a spectrum beside the histograms, if one is asked for
     */
    public record Discovery(
            int poi,
            ParameterPoint at,
            int bins,
            double minEvents,
            String classical,
            int classicalBins,
            List<Double> classicalRange,
            double level,
            double luminosityUncertainty,
            Optional<SpectrumSpec> fit) {}

    /**
     * Say what is written beside the numbers.
     *
     * @param figures whether to draw figures
     * @param histograms whether to write AIDA histograms
     * @param workspace whether to write the pyhf workspace
     * @param report whether to write the page
     */
    public record Outputs(boolean figures, boolean histograms, boolean workspace, boolean report) {}
}

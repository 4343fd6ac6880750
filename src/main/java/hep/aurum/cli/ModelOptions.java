package hep.aurum.cli;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.format.pyhf.FunctionsFile;
import hep.aurum.likelihood.FunctionalModel;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Interpolation;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.likelihood.joint.JointModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Read the model that a command is asked about: the workspace, and how to understand it.
 *
 * <p>A command takes it in by {@link Mixin}.
 */
final class ModelOptions {

    private static final String NORMSYS = "normsys";
    private static final String HISTOSYS = "histosys";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "WORKSPACE",
            description =
                    "The workspace: JSON of pyhf (plain or gzip), HS3 (also with channels of events), HistFactory "
                            + "XML or a Combine card.")
    private @Nullable Path workspace;

    @Option(
            names = "--measurement",
            paramLabel = "NAME",
            description = "The measurement of the workspace; default the first.")
    private @Nullable String measurement;

    @Option(
            names = "--interpcodes",
            paramLabel = "CODES",
            split = ",",
            description = {
                "How variations are interpolated: normsys=code1|code4,histosys=code0|code2|code4p;",
                "default normsys=code4,histosys=code4p."
            })
    private Map<String, String> codes = new LinkedHashMap<>();

    @Option(
            names = "--poi",
            paramLabel = "NAME[=VALUE]",
            description =
                    "The parameter of interest, where the command allows it with a value; default the measurement's.")
    private @Nullable String poi;

    @Option(
            names = "--functions",
            paramLabel = "FILE",
            description =
                    "Normalisation factors as polynomials in other parameters: the JSON file beside the workspace.")
    private @Nullable Path functions;

    /** Read the model, and show that it is being read. */
    StatisticalModel model(ProgressListener progress) {
        return progress.during("reading " + path().getFileName(), this::model);
    }

    /**
     * Read the workspace, and the functions if there are any.
     *
     * @throws hep.aurum.base.BadInput if they cannot be read
     * @throws NotFound if there is no such measurement or parameter of interest
     */
    StatisticalModel model() {
        StatisticalModel model =
                JointReading.isJoint(path()) ? JointReading.read(path(), measurement, interpolation()) : factors();
        Path file = functions;
        return withPoi(file == null ? model : FunctionalModel.of(withoutFunctions(model), FunctionsFile.read(file)));
    }

    private StatisticalModel withoutFunctions(StatisticalModel model) {
        if (model instanceof FunctionalModel) {
            throw refuse("--functions: the document has functions of its own");
        }
        return model;
    }

    private StatisticalModel withPoi(StatisticalModel model) {
        if (poi == null) {
            return model;
        }
        String name = poiName(poi);
        if (model instanceof FunctionalModel functional) {
            return functional.withPoi(name);
        }
        return model instanceof JointModel joint ? joint.withPoi(name) : ((BinnedModel) model).withPoi(name);
    }

    private BinnedModel factors() {
        Workspace document = WorkspaceReading.read(path());
        String chosen = measurement != null ? measurement : firstMeasurement(document);
        return BinnedModel.of(document, chosen, interpolation());
    }

    private static String firstMeasurement(Workspace document) {
        return document.validated("").measurements().get(0).name();
    }

    /** Return the path of the workspace. */
    Path path() {
        return Objects.requireNonNull(workspace);
    }

    /** Return the value that {@code --poi} came with. */
    OptionalDouble poiValue() {
        int equals = poi == null ? -1 : poi.indexOf('=');
        if (poi == null || equals < 0) {
            return OptionalDouble.empty();
        }
        String text = poi.substring(equals + 1);
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refuse("--poi " + poi + " has the value \"" + text + "\", expected a number");
        }
        if (!Double.isFinite(value)) {
            throw refuse("--poi " + poi + " has the value " + value + ", expected a finite number");
        }
        return OptionalDouble.of(value);
    }

    /** Refuse a value of {@code --poi}; for commands that vary the parameter themselves. */
    void refusePoiValue() {
        if (poi != null && poi.indexOf('=') >= 0) {
            throw refuse("--poi " + poi + " has a value, expected a name alone");
        }
    }

    private static String poiName(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? text : text.substring(0, equals);
    }

    /** Return the codes, those of pyhf where none is given. */
    InterpolationCodes interpolation() {
        InterpolationCodes defaults = InterpolationCodes.withDefaults();
        for (String modifier : codes.keySet()) {
            if (!modifier.equals(NORMSYS) && !modifier.equals(HISTOSYS)) {
                throw refuse("--interpcodes names \"" + modifier + "\", expected " + NORMSYS + " or " + HISTOSYS);
            }
        }
        return new InterpolationCodes(
                code(NORMSYS, true, defaults.normSys()), code(HISTOSYS, false, defaults.histoSys()));
    }

    private Interpolation code(String modifier, boolean isFactor, Interpolation fallback) {
        String wanted = codes.get(modifier);
        if (wanted == null) {
            return fallback;
        }
        List<Interpolation> allowed = Arrays.stream(Interpolation.values())
                .filter(code -> code.isFactor() == isFactor)
                .toList();
        return allowed.stream()
                .filter(code -> code.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "no interpolation code \"" + wanted + "\" for " + modifier,
                        "--interpcodes",
                        Names.suggest(
                                wanted,
                                allowed.stream().map(Interpolation::code).toList())));
    }

    private ParameterException refuse(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}

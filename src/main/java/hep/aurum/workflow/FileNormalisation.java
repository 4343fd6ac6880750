package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.event.EventHeader;
import hep.aurum.event.WeightMeaning;
import hep.aurum.source.SampleCheck;
import hep.aurum.workflow.study.Normalisation;
import hep.aurum.workflow.study.Study;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Find what the weights of a file are in pb.
 *
 * <p>A cross-section σ of the study goes before the file's own. The event of weight w then stands for \(\sigma w/\sum w\) of
 * it; where the file holds only some of the generated events, the sum is that over all of them, which the study states:
 * their number for weights of 1, else the sum of their weights.
 */
final class FileNormalisation {

    private static final double ROUNDING = 1e-6;

    private final Study.Process process;
    private final Study.EventFile file;
    private final EventHeader header;
    private final SampleCheck check;

    FileNormalisation(Study.Process process, Study.EventFile file, EventHeader header, SampleCheck check) {
        this.process = process;
        this.file = file;
        this.header = header;
        this.check = check;
    }

    /** Return the factor that turns one event's weight into its share of the cross-section in pb. */
    double scale() {
        OptionalDouble declared = file.normalisation().crossSectionPb();
        double own = declared.isPresent() ? declared.getAsDouble() / generated() : byMeaning();
        return own * process.scale();
    }

    private double byMeaning() {
        return switch (header.meaning()) {
            case MEAN_IS_CROSS_SECTION -> 1.0 / check.events();
            // The sum over a part of the file is a part of the cross-section.
            case SUM_IS_CROSS_SECTION ->
                file.maximum().isPresent() ? ofWholeFile() / check.nominal().sum() : 1.0;
            case UNIT_WEIGHTS -> statedCrossSection() / sumOfWeights();
        };
    }

    /** Return the sum over the generated events of the weights whose unit the study's cross-section gives. */
    private double generated() {
        Normalisation stated = file.normalisation();
        if (stated.generated().isPresent()) {
            requireWeightsOfOne();
            return requireEnough(stated.generated().getAsLong(), "events were generated");
        }
        return stated.sumOfWeights().isPresent()
                ? requireEnough(stated.sumOfWeights().getAsDouble(), "is the sum of the generated events' weights")
                : sumOfWeights();
    }

    private double sumOfWeights() {
        double sum = check.nominal().sum();
        if (!(sum > 0)) {
            throw new BadInput(
                    "the weights of " + file.path() + " add up to " + sum + ", which normalises nothing",
                    "process " + process.name(),
                    "check the nominal weight");
        }
        return sum;
    }

    private void requireWeightsOfOne() {
        double mean = check.nominal().mean();
        boolean areOne =
                Math.abs(mean - 1) <= ROUNDING && Math.abs(check.nominal().greatestMagnitude() - 1) <= ROUNDING;
        if (!areOne) {
            throw new BadInput(
                    String.format(
                            Locale.ROOT,
                            "the weights of %s are not 1 (their mean is %s), so the number of generated events does not"
                                    + " normalise them",
                            file.path(),
                            mean),
                    "process " + process.name() + ", key generated",
                    "give sum_of_weights, the sum over all generated events (NanoAOD: genEventSumw of the tree Runs)");
        }
    }

    private double requireEnough(double total, String what) {
        double read = check.nominal().sum();
        if (!(total > 0) || read > total * (1 + ROUNDING)) {
            throw new BadInput(
                    String.format(
                            Locale.ROOT,
                            "the study says that %.10g %s, but the weights of %s alone add up to %.10g",
                            total,
                            what,
                            file.path(),
                            read),
                    "process " + process.name(),
                    "correct the number");
        }
        return total;
    }

    /** A part of a file does not tell what the whole of it adds up to, unless it is stated. */
    private double ofWholeFile() {
        return header.crossSectionPb().orElseThrow(this::unstated);
    }

    private double statedCrossSection() {
        return check.crossSectionPb().orElseThrow(this::unstated);
    }

    private BadInput unstated() {
        return new BadInput(
                file.path() + " states no cross-section, and its weights do not give one",
                "process " + process.name(),
                "give the file the key cross_section, in pb; or, for a table whose weights are in pb, normalisation: sum or"
                        + " normalisation: mean");
    }

    /** Return the cross-section that the study or the file states; empty if neither does. */
    OptionalDouble statedPb() {
        OptionalDouble declared = file.normalisation().crossSectionPb();
        boolean isStated = header.crossSectionPb().isPresent() || header.meaning() == WeightMeaning.UNIT_WEIGHTS;
        return declared.isPresent() || !isStated ? declared : check.crossSectionPb();
    }

    /** Return the cross-section that the nominal weights give, in pb. */
    double fromWeightsPb() {
        return header.meaning() == WeightMeaning.UNIT_WEIGHTS
                        || file.normalisation().crossSectionPb().isPresent()
                ? check.nominal().sum() * scale() / process.scale()
                : check.crossSectionFromWeightsPb().orElse(0);
    }
}

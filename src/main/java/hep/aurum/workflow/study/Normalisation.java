package hep.aurum.workflow.study;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Say what the weights of a file are normalised to. Every entry may be missing.
 *
 * @param crossSectionPb cross-section of the generated events in pb
 * @param generated how many of them there are
 * @param sumOfWeights the sum of their weights
 * @param meaning {@code mean} or {@code sum}: what of the weights is the cross-section in pb; empty if not stated
 */
public record Normalisation(
        OptionalDouble crossSectionPb, OptionalLong generated, OptionalDouble sumOfWeights, String meaning) {

    /** What stands for a file that says everything itself. */
    public static final Normalisation OF_FILE =
            new Normalisation(OptionalDouble.empty(), OptionalLong.empty(), OptionalDouble.empty(), "");
}

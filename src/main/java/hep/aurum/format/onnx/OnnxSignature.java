package hep.aurum.format.onnx;

import hep.aurum.base.Check;
import hep.aurum.param.ParameterSpace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Say what the inputs and the output of a network mean. Immutable; begin with {@link #of} and name every input.
 *
 * <p>An input holds features, parameters or both in a given order; one that is fixed holds the same numbers for every event, as
 * \(\theta_1\) of a network that takes two points.
 */
public final class OnnxSignature {

    private final ParameterSpace space;
    private final List<String> featureNames;
    private final Map<String, List<Columns>> inputs;
    private final Map<String, double[]> fixed;
    private final String output;
    private final int column;
    private final RatioOutput meaning;
    private final String reference;

    private OnnxSignature(
            ParameterSpace space,
            List<String> featureNames,
            Map<String, List<Columns>> inputs,
            Map<String, double[]> fixed,
            String output,
            int column,
            RatioOutput meaning,
            String reference) {
        this.space = space;
        this.featureNames = List.copyOf(featureNames);
        this.inputs = Collections.unmodifiableMap(inputs);
        this.fixed = Collections.unmodifiableMap(fixed);
        this.output = output;
        this.column = column;
        this.meaning = meaning;
        this.reference = reference;
    }

    /**
     * Begin with no inputs, and the log ratio as the first column of the first output.
     *
     * @param space the k parameters
     * @param featureNames the d features
     */
    public static OnnxSignature of(ParameterSpace space, List<String> featureNames) {
        return new OnnxSignature(
                space, featureNames, Map.of(), Map.of(), "", 0, RatioOutput.LOG_RATIO, "imported from ONNX");
    }

    /** Return this with an input that holds features, parameters, or both in the given order. */
    public OnnxSignature withInput(String name, Columns... columns) {
        Map<String, List<Columns>> more = new LinkedHashMap<>(inputs);
        more.put(name, List.of(columns));
        return new OnnxSignature(space, featureNames, more, fixed, output, column, meaning, reference);
    }

    /** Return this with an input that holds the same finite numbers for every event. */
    public OnnxSignature withFixedInput(String name, double[] values) {
        for (double value : values) {
            Check.finite(name, value);
        }
        Map<String, double[]> more = new LinkedHashMap<>(fixed);
        more.put(name, values.clone());
        return new OnnxSignature(space, featureNames, inputs, more, output, column, meaning, reference);
    }

    /** Return this with the first column of an output, and what it means. */
    public OnnxSignature withOutput(String name, RatioOutput meaning) {
        return new OnnxSignature(space, featureNames, inputs, fixed, name, column, meaning, reference);
    }

    /** Return this with another column of the output, counted from 0. */
    public OnnxSignature withColumn(int index) {
        Check.argument(index >= 0, "column %d is negative", index);
        return new OnnxSignature(space, featureNames, inputs, fixed, output, index, meaning, reference);
    }

    /** Return this with the law that the ratio is to, in words. */
    public OnnxSignature withReference(String words) {
        return new OnnxSignature(space, featureNames, inputs, fixed, output, column, meaning, words);
    }

    /** Return the parameters. */
    public ParameterSpace space() {
        return space;
    }

    /** Return the names of the features. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Return which law the ratio is to, in words. */
    public String reference() {
        return reference;
    }

    /** Return the name of the output; empty for the network's first. */
    String output() {
        return output;
    }

    int column() {
        return column;
    }

    RatioOutput meaning() {
        return meaning;
    }

    Map<String, List<Columns>> inputs() {
        return inputs;
    }

    Map<String, double[]> fixed() {
        return fixed;
    }
}

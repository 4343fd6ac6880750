package hep.aurum.likelihood.binned;

import hep.aurum.likelihood.ModelParameter;
import java.util.List;

/**
 * Hold a workspace as flat arrays, ready to be evaluated.
 *
 * <p>A <em>block</em> is a sample of a channel. Its bins are contiguous in {@link #nominal} and its modifiers in three
 * lists of slots: scalar factors, shape variations (histosys) and factors by bin. The slots of block {@code s} are those
 * from {@code start[s]} up to {@code start[s + 1]}. Within a channel the parameters of scalar and shape slots have a
 * dense local number, and the factors by bin form groups, so that derivatives are collected in small dense matrices.
 */
final class CompiledModel {

    final List<ModelParameter> parameters;
    final InterpolationCodes codes;
    final int bins;
    final List<String> channelNames;
    final List<String> blockNames;

    /** First bin of each channel, and the number of all bins at the end. */
    final int[] channelBin;

    /** First block of each channel, and the number of blocks at the end. */
    final int[] channelBlock;

    /** Position of the first bin of a block in {@link #nominal}. */
    final int[] blockStart;

    final double[] nominal;

    /** Distinct scalar factors: parameter, and position of the coefficients or -1 for the parameter itself. */
    final int[] factorParameter;

    final int[] factorCoefficients;

    /** For each normsys: ln hi, ln lo, and the coefficients of the polynomial from first to sixth order. */
    final double[] coefficients;

    final int[] scalarStart;
    final int[] scalarFactor;
    final int[] scalarLocal;

    final int[] shapeStart;
    final int[] shapeParameter;
    final int[] shapeLocal;

    /** Position of a block in {@link #symmetric} and {@link #asymmetric}, which are ordered by bin, then by slot. */
    final int[] shapeData;

    /** Half of (hi − lo) by block, bin and slot. */
    final double[] symmetric;

    /** A sixteenth of (hi − 2 nominal + lo) by block, bin and slot. */
    final double[] asymmetric;

    /** Distinct parameters of shape slots. */
    final int[] shapeParameters;

    final int[] binStart;
    final int[] binParameter;
    final int[] binGroup;

    /** Parameters with a local number, channel by channel, ascending in each. */
    final int[] denseStart;

    final int[] denseParameter;

    /** Parameter of the first bin of each group, channel by channel. */
    final int[] groupStart;

    final int[] groupParameter;

    /** Parameters whose variations fold, the largest fold first. */
    final List<Integer> folded;

    final int[] gaussianParameter;
    final double[] gaussianSigma;
    final double[] gaussianData;
    final int[] poissonParameter;
    final double[] poissonTau;
    final double[] poissonData;
    final double[] observed;

    CompiledModel(ModelCompiler compiler) {
        parameters = compiler.layout.parameters();
        codes = compiler.codes;
        bins = compiler.bins;
        channelNames = List.copyOf(compiler.channelNames);
        blockNames = List.copyOf(compiler.blockNames);
        channelBin = compiler.channelBin.toArray();
        channelBlock = compiler.channelBlock.toArray();
        blockStart = compiler.blockStart.toArray();
        nominal = compiler.nominal.toArray();
        factorParameter = compiler.factorParameter.toArray();
        factorCoefficients = compiler.factorCoefficients.toArray();
        coefficients = compiler.coefficients.toArray();
        scalarStart = compiler.scalarStart.toArray();
        scalarFactor = compiler.scalarFactor.toArray();
        scalarLocal = compiler.scalarLocal.toArray();
        shapeStart = compiler.shapeStart.toArray();
        shapeParameter = compiler.shapeParameter.toArray();
        shapeLocal = compiler.shapeLocal.toArray();
        shapeData = compiler.shapeData.toArray();
        symmetric = compiler.symmetric.toArray();
        asymmetric = compiler.asymmetric.toArray();
        shapeParameters =
                compiler.shapeParameters.stream().mapToInt(Integer::intValue).toArray();
        binStart = compiler.binStart.toArray();
        binParameter = compiler.binParameter.toArray();
        binGroup = compiler.binGroup.toArray();
        denseStart = compiler.denseStart.toArray();
        denseParameter = compiler.denseParameter.toArray();
        groupStart = compiler.groupStart.toArray();
        groupParameter = compiler.groupParameter.toArray();
        folded = compiler.folded;
        gaussianParameter = compiler.gaussianParameter.toArray();
        gaussianSigma = compiler.gaussianSigma.toArray();
        gaussianData = compiler.gaussianData.toArray();
        poissonParameter = compiler.poissonParameter.toArray();
        poissonTau = compiler.poissonTau.toArray();
        poissonData = compiler.poissonData.toArray();
        observed = compiler.observed.toArray();
    }

    int channels() {
        return channelNames.size();
    }

    int blocks() {
        return blockStart.length;
    }

    int channelBins(int channel) {
        return channelBin[channel + 1] - channelBin[channel];
    }

    /** Return the largest number of local parameters of a channel. */
    int maxDense() {
        return largest(denseStart);
    }

    /** Return the largest number of bins of a channel. */
    int maxBins() {
        return largest(channelBin);
    }

    /** Return the largest number of groups of factors by bin of a channel. */
    int maxGroups() {
        return largest(groupStart);
    }

    /** Return the largest number of shape slots of a block. */
    int maxShapes() {
        return largest(shapeStart);
    }

    private static int largest(int[] start) {
        int max = 0;
        for (int i = 1; i < start.length; i++) {
            max = Math.max(max, start[i] - start[i - 1]);
        }
        return max;
    }
}

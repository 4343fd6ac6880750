package hep.aurum.likelihood.binned;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turn a workspace into the flat arrays of a {@link CompiledModel}. */
final class ModelCompiler {

    final ParameterLayout layout;
    final InterpolationCodes codes;
    final List<Integer> folded;
    final List<String> channelNames = new ArrayList<>();
    final List<String> blockNames = new ArrayList<>();
    final IntList channelBin = new IntList();
    final IntList channelBlock = new IntList();
    final IntList blockStart = new IntList();
    final DoubleList nominal = new DoubleList();
    final IntList factorParameter = new IntList();
    final IntList factorCoefficients = new IntList();
    final DoubleList coefficients = new DoubleList();
    final IntList scalarStart = new IntList();
    final IntList scalarFactor = new IntList();
    final IntList scalarLocal = new IntList();
    final IntList shapeStart = new IntList();
    final IntList shapeParameter = new IntList();
    final IntList shapeLocal = new IntList();
    final IntList shapeData = new IntList();
    final DoubleList symmetric = new DoubleList();
    final DoubleList asymmetric = new DoubleList();
    final Set<Integer> shapeParameters = new LinkedHashSet<>();
    final IntList binStart = new IntList();
    final IntList binParameter = new IntList();
    final IntList binGroup = new IntList();
    final IntList denseStart = new IntList();
    final IntList denseParameter = new IntList();
    final IntList groupStart = new IntList();
    final IntList groupParameter = new IntList();
    final IntList gaussianParameter = new IntList();
    final DoubleList gaussianSigma = new DoubleList();
    final DoubleList gaussianData = new DoubleList();
    final IntList poissonParameter = new IntList();
    final DoubleList poissonTau = new DoubleList();
    final DoubleList poissonData = new DoubleList();
    final DoubleList observed = new DoubleList();
    int bins;

    private final Map<String, Integer> knownFactors = new HashMap<>();

    private ModelCompiler(ParameterLayout layout, InterpolationCodes codes, List<Integer> folded) {
        this.folded = folded;
        this.layout = layout;
        this.codes = codes;
    }

    static CompiledModel compile(Workspace workspace, Measurement measurement, InterpolationCodes codes) {
        ParameterLayout layout = ParameterLayout.of(workspace, measurement, "");
        ModelCompiler compiler = new ModelCompiler(layout, codes, Folds.of(workspace, layout, codes));
        for (Channel channel : workspace.channels()) {
            compiler.addChannel(channel);
            for (double count : workspace.observation(channel.name()).data()) {
                compiler.observed.add(count);
            }
        }
        compiler.closeLists();
        compiler.addConstraints();
        return new CompiledModel(compiler);
    }

    private void addChannel(Channel channel) {
        channelNames.add(channel.name());
        channelBin.add(bins);
        channelBlock.add(blockNames.size());
        denseStart.add(denseParameter.size());
        groupStart.add(groupParameter.size());
        Map<Integer, Integer> dense = localNumbers(channel);
        Map<Integer, Integer> groups = new LinkedHashMap<>();
        for (Sample sample : channel.samples()) {
            addBlock(channel, sample, dense, groups);
        }
        dense.keySet().forEach(denseParameter::add);
        groups.keySet().forEach(groupParameter::add);
        bins += channel.bins();
    }

    /** Number the parameters of scalar and shape slots in ascending order, so that local matrices keep their triangle. */
    private Map<Integer, Integer> localNumbers(Channel channel) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        channel.samples().stream()
                .flatMap(sample -> sample.modifiers().stream())
                .filter(modifier -> !layout.set(modifier.name()).kind.isByBin())
                .map(modifier -> layout.first(channel, modifier))
                .sorted()
                .distinct()
                .forEach(parameter -> numbers.put(parameter, numbers.size()));
        return numbers;
    }

    private void addBlock(Channel channel, Sample sample, Map<Integer, Integer> dense, Map<Integer, Integer> groups) {
        blockNames.add(sample.name());
        blockStart.add(nominal.size());
        sample.data().forEach(nominal::add);
        scalarStart.add(scalarFactor.size());
        shapeStart.add(shapeParameter.size());
        binStart.add(binParameter.size());
        shapeData.add(symmetric.size());
        List<Modifier.HistoSys> shapes = new ArrayList<>();
        for (Modifier modifier : sample.modifiers()) {
            int parameter = layout.first(channel, modifier);
            if (modifier instanceof Modifier.HistoSys histoSys) {
                shapes.add(histoSys);
                shapeParameter.add(parameter);
                shapeLocal.add(local(dense, parameter));
                shapeParameters.add(parameter);
            } else if (layout.set(modifier.name()).kind.isByBin()) {
                binParameter.add(parameter);
                binGroup.add(local(groups, parameter));
            } else {
                scalarFactor.add(factor(modifier, parameter));
                scalarLocal.add(local(dense, parameter));
            }
        }
        addShapes(sample, shapes);
    }

    private static int local(Map<Integer, Integer> numbers, int parameter) {
        Integer known = numbers.get(parameter);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(parameter, number);
        return number;
    }

    private void addShapes(Sample sample, List<Modifier.HistoSys> shapes) {
        for (int b = 0; b < sample.data().size(); b++) {
            for (Modifier.HistoSys shape : shapes) {
                double up = shape.hiData().get(b) - sample.data().get(b);
                double down = sample.data().get(b) - shape.loData().get(b);
                symmetric.add(0.5 * (up + down));
                asymmetric.add(0.0625 * (up - down));
            }
        }
    }

    /** Return the number of a scalar factor, shared by all samples to which the same factor applies. */
    private int factor(Modifier modifier, int parameter) {
        String key = modifier instanceof Modifier.NormSys n
                ? parameter + " " + n.lo() + " " + n.hi()
                : Integer.toString(parameter);
        Integer known = knownFactors.get(key);
        if (known != null) {
            return known;
        }
        int number = factorParameter.size();
        knownFactors.put(key, number);
        factorParameter.add(parameter);
        if (modifier instanceof Modifier.NormSys normSys) {
            factorCoefficients.add(coefficients.size());
            addCoefficients(normSys.lo(), normSys.hi());
        } else {
            factorCoefficients.add(-1);
        }
        return number;
    }

    /**
     * Solve for the polynomial \( 1 + \sum_{i=1}^6 a_i \alpha^i \) that meets \( \kappa_+^{\alpha} \) at 1 and \(
     * \kappa_-^{-\alpha} \) at −1 in value, slope and curvature.
     *
     * <p>With the sums and differences of the three conditions at ±1, odd and even orders separate: let \( f_0, f_1, f_2
     * \) be value less one, slope and curvature; then \( a_1 + a_3 + a_5 = \tfrac12(f_0^+ - f_0^-) = A_0 \), \( a_1 + 3 a_3
     * + 5 a_5 = \tfrac12(f_1^+ + f_1^-) = A_1 \), \( 6 a_3 + 20 a_5 = \tfrac12(f_2^+ - f_2^-) = A_2 \), and likewise for
     * the even orders with \( S_0 = \tfrac12(f_0^+ + f_0^-) \), \( S_1 = \tfrac12(f_1^+ - f_1^-) \), \( S_2 =
     * \tfrac12(f_2^+ + f_2^-) \).
     */
    private void addCoefficients(double lo, double hi) {
        double logHi = StrictMath.log(hi);
        double logLo = StrictMath.log(lo);
        // A factor of exactly zero: x ln x and x ln² x tend to zero with x.
        double slopeHi = hi > 0.0 ? hi * logHi : 0.0;
        double slopeLo = lo > 0.0 ? -lo * logLo : 0.0;
        double curvatureHi = hi > 0.0 ? hi * logHi * logHi : 0.0;
        double curvatureLo = lo > 0.0 ? lo * logLo * logLo : 0.0;
        double a0 = 0.5 * (hi - lo);
        double a1 = 0.5 * (slopeHi + slopeLo);
        double a2 = 0.5 * (curvatureHi - curvatureLo);
        double s0 = 0.5 * (hi + lo) - 1.0;
        double s1 = 0.5 * (slopeHi - slopeLo);
        double s2 = 0.5 * (curvatureHi + curvatureLo);
        coefficients.add(logHi);
        coefficients.add(logLo);
        coefficients.add((15.0 * a0 - 7.0 * a1 + a2) / 8.0);
        coefficients.add((24.0 * s0 - 9.0 * s1 + s2) / 8.0);
        coefficients.add((-10.0 * a0 + 10.0 * a1 - 2.0 * a2) / 8.0);
        coefficients.add((-24.0 * s0 + 14.0 * s1 - 2.0 * s2) / 8.0);
        coefficients.add((3.0 * a0 - 3.0 * a1 + a2) / 8.0);
        coefficients.add((8.0 * s0 - 5.0 * s1 + s2) / 8.0);
    }

    private void closeLists() {
        channelBin.add(bins);
        channelBlock.add(blockNames.size());
        scalarStart.add(scalarFactor.size());
        shapeStart.add(shapeParameter.size());
        binStart.add(binParameter.size());
        denseStart.add(denseParameter.size());
        groupStart.add(groupParameter.size());
    }

    private void addConstraints() {
        for (ParameterSet set : layout.sets()) {
            for (int i = 0; i < set.count; i++) {
                if (set.kind.isGaussian()) {
                    gaussianParameter.add(set.first + i);
                    gaussianSigma.add(set.width[i]);
                    gaussianData.add(set.auxdata[i]);
                } else if (set.kind == ParameterSet.Kind.POISSON_BINS) {
                    poissonParameter.add(set.first + i);
                    poissonTau.add(set.width[i]);
                    poissonData.add(set.auxdata[i]);
                }
            }
        }
    }
}

package hep.aurum.likelihood;

import hep.aurum.base.BadModel;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.math.optim.Objective;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.random.HaltonSequenceGenerator;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Express parameters of a model as polynomials in others: \( L'(\theta) = L(\varphi(\theta)) \).
 *
 * <p>Yields that are functions of a theory's parameters are measured in these parameters: each template of a signal has a
 * free factor, and each factor becomes a function, such as \(1, \theta, \theta^2\) for the Standard Model, interference and
 * pure new physics. Derivatives are exact,
 *
 * <p>\[ g' = J^T g, \qquad H' = J^T H J + \sum_k g_k\,\partial\partial\varphi_k, \qquad J = \partial\varphi/\partial\theta. \]
 *
 * <p>Order of the parameters: those of the model that stay, then the new ones. The interval of a replaced factor no longer
 * counts: its values are those that the function reaches while the new parameters stay in theirs, the physical set. As such
 * a likelihood has several minima, {@link #otherStarts} spreads searches over the new parameters. Immutable.
 *
 * @see <a href="https://arxiv.org/abs/1209.0040">on rates that are quadratic in couplings: LHC Higgs Cross Section Working
 *     Group (2012)</a>
 */
public final class FunctionalModel implements StatisticalModel {

    /** A rate that is quadratic in k couplings has few minima: four starts for each are ample. */
    private static final int STARTS_PER_PARAMETER = 4;

    private static final int MAX_STARTS = 16;

    private final StatisticalModel base;
    private final ModelFunctions functions;
    private final ParameterMap map;
    private final List<ModelParameter> parameters;

    private FunctionalModel(
            StatisticalModel base, ModelFunctions functions, ParameterMap map, List<ModelParameter> parameters) {
        this.base = base;
        this.functions = functions;
        this.map = map;
        this.parameters = parameters;
    }

    /**
     * Return a model in which functions replace parameters.
     *
     * @param base the model of the factors
     * @param functions what replaces them
     * @throws NotFound if a function replaces a parameter that the model lacks, or depends on an unknown one
     * @throws BadModel if a function depends on a replaced parameter, or a new parameter has the name of an old one
     */
    public static FunctionalModel of(StatisticalModel base, ModelFunctions functions) {
        List<ModelParameter> parameters = new ArrayList<>();
        for (ModelParameter parameter : base.parameters()) {
            if (!functions.functions().containsKey(parameter.name())) {
                parameters.add(parameter);
            }
        }
        functions.functions().keySet().forEach(base::indexOf);
        for (ModelParameter parameter : functions.parameters()) {
            requireNew(base, parameter);
            parameters.add(parameter);
        }
        List<String> names = parameters.stream().map(ModelParameter::name).toList();
        functions.functions().forEach((name, polynomial) -> requireKnown(name, polynomial, names));
        if (!names.contains(functions.poi())) {
            throw new NotFound(
                    "no parameter \"" + functions.poi() + "\" to be of interest",
                    "",
                    Names.suggest(functions.poi(), names));
        }
        return new FunctionalModel(base, functions, ParameterMap.of(base, functions.functions(), names), parameters);
    }

    private static void requireNew(StatisticalModel base, ModelParameter parameter) {
        if (base.parameters().stream().anyMatch(p -> p.name().equals(parameter.name()))) {
            throw new BadModel(
                    "the new parameter \"" + parameter.name() + "\" has the name of a parameter of the model",
                    "",
                    "give it another name");
        }
    }

    private static void requireKnown(String function, Polynomial polynomial, List<String> names) {
        for (String parameter : polynomial.parameters()) {
            if (!names.contains(parameter)) {
                throw new NotFound(
                        "the function of \"" + function + "\" depends on \"" + parameter
                                + "\", which is no free parameter",
                        "",
                        Names.suggest(parameter, names));
            }
        }
    }

    /**
     * Return the model in the yield of one function: the factor itself is of interest, on the interval that the function
     * reaches. It is the model for one-sided statistics, whose \(\hat\mu\) ends at the lowest yield that is physical.
     *
     * @param factor the replaced parameter
     * @throws BadModel if there are other functions, whose values the yield would not fix
     */
    public FunctionalModel asYield(String factor) {
        Polynomial polynomial = functions.functions().get(factor);
        if (polynomial == null) {
            throw new NotFound(
                    "no function for \"" + factor + "\"",
                    "",
                    Names.suggest(factor, List.copyOf(functions.functions().keySet())));
        }
        if (functions.functions().size() > 1) {
            throw new BadModel(
                    "the yield \"" + factor + "\" does not fix the other functions",
                    "",
                    "test the parameters of the functions themselves");
        }
        double[] range = map.range(factor, parameters);
        String name = factor + "_yield";
        double init = Math.max(range[0], Math.min(range[1], 1.0));
        ModelParameter yield = new ModelParameter(name, init, range[0], range[1], false);
        return of(base, new ModelFunctions(List.of(yield), Map.of(factor, Polynomial.of(name, 0.0, 1.0)), name));
    }

    /** Return this model with another parameter of interest. */
    public FunctionalModel withPoi(String name) {
        indexOf(name);
        return new FunctionalModel(base, functions.withPoi(name), map, parameters);
    }

    /** Return the values of the functions at a point, by the name of what they replace. */
    public Map<String, Double> yields(double[] theta) {
        double[] phi = map.at(theta);
        Map<String, Double> yields = new LinkedHashMap<>();
        functions.functions().keySet().forEach(name -> yields.put(name, phi[base.indexOf(name)]));
        return yields;
    }

    @Override
    public List<ModelParameter> parameters() {
        return List.copyOf(parameters);
    }

    @Override
    public Optional<String> poi() {
        return Optional.of(functions.poi());
    }

    @Override
    public Objective twiceNll() {
        return new FunctionalObjective(base.twiceNll(), map.copy());
    }

    @Override
    public FunctionalModel asimov(double[] theta) {
        return with(base.asimov(map.at(theta)));
    }

    @Override
    public FunctionalModel toy(double[] theta, UniformRandomProvider random) {
        return with(base.toy(map.at(theta), random));
    }

    @Override
    public FunctionalModel conditionalToy(double[] theta, UniformRandomProvider random) {
        return with(base.conditionalToy(map.at(theta), random));
    }

    private FunctionalModel with(StatisticalModel newBase) {
        return new FunctionalModel(newBase, functions, map, parameters);
    }

    @Override
    public double[] expectedCounts(double[] theta) {
        return base.expectedCounts(map.at(theta));
    }

    @Override
    public List<String> warnings(double[] theta) {
        return base.warnings(map.at(theta));
    }

    @Override
    public List<Integer> foldedParameters() {
        return base.foldedParameters().stream()
                .map(i -> map.source[i])
                .filter(i -> i >= 0)
                .toList();
    }

    @Override
    public Map<Integer, NuisanceConstraint> constraints() {
        Map<Integer, NuisanceConstraint> constraints = new LinkedHashMap<>();
        base.constraints().forEach((i, constraint) -> {
            if (map.source[i] >= 0) {
                constraints.put(map.source[i], constraint);
            }
        });
        return constraints;
    }

    /** Return the lower end of a new parameter that is of interest: all of its interval is physical. */
    @Override
    public double lowestPoi() {
        return functions.parameters().stream()
                .filter(p -> p.name().equals(functions.poi()))
                .mapToDouble(ModelParameter::lower)
                .findFirst()
                .orElse(base.lowestPoi());
    }

    /** Return points that agree with the given one but for the new parameters, which are spread over their intervals. */
    @Override
    public List<double[]> otherStarts(double[] around) {
        List<ModelParameter> fresh =
                functions.parameters().stream().filter(p -> !p.isFixed()).toList();
        List<double[]> starts = new ArrayList<>();
        for (double[] other : base.otherStarts(map.at(around))) {
            starts.add(map.back(other, around));
        }
        if (fresh.isEmpty() || map.isLinear()) {
            return starts;
        }
        HaltonSequenceGenerator spread = new HaltonSequenceGenerator(fresh.size());
        spread.skipTo(1);
        for (int s = 0; s < Math.min(MAX_STARTS, STARTS_PER_PARAMETER * fresh.size()); s++) {
            double[] fractions = spread.nextVector();
            double[] start = around.clone();
            for (int i = 0; i < fractions.length; i++) {
                ModelParameter p = fresh.get(i);
                start[indexOf(p.name())] = p.lower() + fractions[i] * (p.upper() - p.lower());
            }
            starts.add(start);
        }
        return starts;
    }
}

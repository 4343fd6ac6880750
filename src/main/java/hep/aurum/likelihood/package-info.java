/**
 * Say how probable data are at a point of the parameters: the waist between learning and testing.
 *
 * <p>A {@link hep.aurum.likelihood.StatisticalModel} is a likelihood together with its data set: named parameters with
 * intervals, \( -2\ln L \) with derivatives, and the same model with other data (Asimov data, toys). Whoever tests
 * hypotheses needs nothing else; whoever builds likelihoods needs to write nothing else.
 *
 * <pre>{@code
 * StatisticalModel model = BinnedModel.of(workspace);
 * double twiceNll = model.twiceNll().value(model.initialPoint());
 * StatisticalModel asimov = model.asimov(model.initialPoint());
 * }</pre>
 *
 * <p>Where yields are functions of a theory's parameters, {@link hep.aurum.likelihood.FunctionalModel} replaces factors of a model by
 * polynomials in any number of new ones, with exact derivatives:
 *
 * <pre>{@code
 * ModelParameter theta = new ModelParameter("theta", 0, -3, 3, false);
 * Map<String, Polynomial> yield = Map.of("mu", Polynomial.of("theta", 1, 2, 2));
 * StatisticalModel model = FunctionalModel.of(factors, new ModelFunctions(List.of(theta), yield, "theta"));
 * }</pre>
 *
 * <p>Shapes: {@code k} parameters, in the order of {@link hep.aurum.likelihood.StatisticalModel#parameters()}.
 */
@NullMarked
package hep.aurum.likelihood;

import org.jspecify.annotations.NullMarked;

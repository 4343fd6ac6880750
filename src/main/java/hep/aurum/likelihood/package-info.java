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
 * <p>Shapes: {@code k} parameters, in the order of {@link hep.aurum.likelihood.StatisticalModel#parameters()}.
 */
@NullMarked
package hep.aurum.likelihood;

import org.jspecify.annotations.NullMarked;

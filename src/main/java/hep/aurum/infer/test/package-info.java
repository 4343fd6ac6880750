/**
 * Test values of a parameter of interest with profile likelihood ratios and their asymptotic distributions.
 *
 * <pre>{@code
 * TestResult result = AsymptoticTest.of(model, TestStatistic.Q_MU_TILDE).at(1.0);
 * boolean isExcluded = result.cls() < 0.05;
 * }</pre>
 *
 * <p>{@link hep.aurum.infer.test.ToyTest} asks toys in place of formulas, on any number of threads with the same bits, and
 * {@link hep.aurum.infer.test.ToyComparison} both. Toys are drawn from the nuisances' conditional fit to the observed data; what
 * varies from toy to toy is an {@link hep.aurum.infer.test.Ensemble}.
 *
 * <pre>{@code
 * ToyPlan plan = ToyPlan.of(10_000, seed).withThreads(8);
 * ToyComparison both = ToyComparison.of(model, TestStatistic.Q_MU_TILDE, 1.0, plan);
 * List<String> reasons = both.reasons();
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells: Asymptotic formulae for likelihood-based
 *     tests of new physics (2011)</a>
 */
@NullMarked
package hep.aurum.infer.test;

import org.jspecify.annotations.NullMarked;

/**
 * Test values of a parameter of interest with profile likelihood ratios and their asymptotic distributions.
 *
 * <pre>{@code
 * TestResult result = AsymptoticTest.of(model, TestStatistic.Q_MU_TILDE).at(1.0);
 * boolean isExcluded = result.cls() < 0.05;
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells: Asymptotic formulae for likelihood-based
 *     tests of new physics (2011)</a>
 */
@NullMarked
package hep.aurum.infer.test;

import org.jspecify.annotations.NullMarked;

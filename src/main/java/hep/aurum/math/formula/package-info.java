/**
 * Read a real function of one variable from text, with parameters, and differentiate it exactly.
 *
 * <pre>{@code
 * Formula line = Formula.parse("a*x + b");
 * FormulaEvaluator f = line.evaluator();
 * double y = f.value(2, new double[] {3, 1}); // 7
 * double slope = f.slope(2, new double[] {3, 1}); // 3
 * }</pre>
 *
 * <p>{@code FormulaParser} turns a text into a list of steps, each an operation on earlier ones;
 * {@link hep.aurum.math.formula.FormulaEvaluator} runs through them once, carrying first and second derivatives along
 * by the chain rule, so that nothing is differenced. To add a function, add a line to {@code UnaryFunction}.
 *
 * <p>The language of observables ({@code hep.aurum.observable.expression}) is another one: its words are particles of an
 * event, it has no free parameters, and it is not differentiated.
 */
@NullMarked
package hep.aurum.math.formula;

import org.jspecify.annotations.NullMarked;

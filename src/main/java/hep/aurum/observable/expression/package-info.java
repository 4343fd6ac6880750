/**
 * Read the small language in which a physicist writes observables, cuts and detector response.
 *
 * <pre>{@code
 * Scope scope = Scope.of(ParticleClasses.standard());
 * Expression mass = Expression.parse("mass(photon[1] + photon[2])", scope);
 * Expression cut = Expression.parse("count(jet{pt > 30}) >= 2 and mass(jet[1] + jet[2]) > 300", scope);
 * }</pre>
 *
 * <p>A text is read once: {@code Lexer} cuts it into words, {@code Parser} checks every type and composes one piece of
 * code per node, so that a mistake is found before the first event, with its column. Four types exist: numbers,
 * conditions, four-vectors and collections. {@code Functions} is the table of functions; to add one, add a line there.
 *
 * <p>An {@link hep.aurum.observable.expression.Expression} is immutable and may be used by any number of threads; a
 * {@link hep.aurum.observable.expression.Frame} belongs to one thread and carries the event through an evaluation,
 * together with what went wrong in it: an object that the event does not have, or a comparison with an undefined number.
 */
@NullMarked
package hep.aurum.observable.expression;

import org.jspecify.annotations.NullMarked;

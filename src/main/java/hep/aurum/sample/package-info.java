/**
 * Turn events into labelled training data: the joint ratio, the joint score, and the audit that must pass before anything
 * is trained on them.
 *
 * <p>Legend of shapes: {@code n} events, {@code d} features, {@code k} parameters, {@code m} monomials.
 */
@NullMarked
package hep.aurum.sample;

import org.jspecify.annotations.NullMarked;

/**
 * Say whether an answer of a learned ratio is to be believed.
 *
 * <p>A {@link hep.aurum.trust.Subject} is a ratio with the laws that it is held against and what it is used for. Each
 * {@link hep.aurum.trust.Check} examines it, and at the same time a twin that was broken on purpose: a check that lets its twin
 * pass proves nothing. A {@link hep.aurum.trust.TrustReport} holds all findings against one rate of false alarms.
 *
 * <pre>{@code
 * TrustReport report = TrustReport.of(subject, Checks.all(), RandomStreams.of(1), 2, Progress.NONE);
 * if (report.state() == TrustReport.State.BROKEN) { ... }
 * }</pre>
 *
 * <p>Shapes: {@code n} events, {@code d} features, {@code k} parameters.
 */
@NullMarked
package hep.aurum.trust;

import org.jspecify.annotations.NullMarked;

/**
 * Run a study from its file to its results: the nine steps in order.
 *
 * <p>{@link hep.aurum.workflow.study} reads and checks the study file; the classes here open the events, evaluate the
 * observables, mine and audit the labels, train the ratio, and put the questions to it.
 */
@NullMarked
package hep.aurum.workflow;

import org.jspecify.annotations.NullMarked;

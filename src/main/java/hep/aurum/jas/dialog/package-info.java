/**
 * Ask the user: which file, which histograms, which numbers.
 *
 * <p>Whoever needs an answer asks {@link hep.aurum.jas.dialog.Questions} and knows no window. The answers are records, such as
 * {@link hep.aurum.jas.dialog.TemplateChoice}, that can be made without one; forms turn fields into answers and are separate
 * from the dialogs that show them.
 *
 * <pre>{@code
 * Optional<TemplateChoice> choice = questions.templates(tree.histograms());
 * choice.map(TemplateChoice::test).ifPresent(test -> show(test.discovery()));
 * }</pre>
 */
@NullMarked
package hep.aurum.jas.dialog;

import org.jspecify.annotations.NullMarked;

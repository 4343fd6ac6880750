/**
 * Show texts and figures of Aurum on pages of the host.
 *
 * <pre>{@code
 * ResultPage page = ResultPage.of(text, ClsScanFigure.of("mu", tests));
 * pageManager.openPage(page, "Hypothesis test", null);
 * }</pre>
 *
 * <p>Pages are made and changed on the event thread, and can be made without a display.
 */
@NullMarked
package hep.aurum.jas.page;

import org.jspecify.annotations.NullMarked;

/**
 * Write the page that a study leaves: one HTML file that opens from disk and asks nothing of a network.
 *
 * <p>A {@link hep.aurum.report.Report} is what the page says: the {@link hep.aurum.report.Verdict} first, then sections of
 * {@link hep.aurum.report.Item}s, pictures, tables, facts and listings. {@link hep.aurum.report.ReportPage} writes it. The
 * writer escapes every text, so names may hold anything; its script runs by its checksum only, and the page's policy forbids
 * every load. {@link hep.aurum.report.Numbers} prints numbers as the field does.
 *
 * <pre>{@code
 * Verdict verdict = Verdict.of("mu = " + Numbers.plusMinus(1.02, 0.11))
 *         .with(new TrustCheck(State.GOOD, "Labels", "none of 6 checks failed", ""));
 * Section pictures = new Section("Pictures", List.of(FigureItem.of(scan, "scan-mu", "Profile scan.", json)));
 * String html = ReportPage.html(new Report("A resonance", "100 fb⁻¹, seed 1", verdict, List.of(pictures)));
 * }</pre>
 *
 * <p>Texts of the model may hold scripts as the figures do, {@code p_{T}} and {@code fb^{−1}}; file names and listings are
 * shown as they are. The same report gives the same bytes: the page holds no times.
 */
@NullMarked
package hep.aurum.report;

import org.jspecify.annotations.NullMarked;

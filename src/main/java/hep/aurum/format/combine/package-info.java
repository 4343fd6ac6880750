/**
 * Read the data cards of Combine, the limit program of CMS.
 *
 * <pre>{@code
 * Workspace workspace = CombineCard.read(Path.of("datacard.txt"));
 * LimitResult limit = UpperLimit.withDefaults().of(BinnedModel.of(workspace));
 * }</pre>
 *
 * <p>Signals, processes numbered 0 and below, are scaled by the parameter {@code r} in [0, 20]. Lines become:
 *
 * <ul>
 *   <li>{@code lnN}: {@code normsys} with the factors 1/κ and κ, or down and up. With the default interpolation, code 4,
 *       a symmetric one is \( \kappa^\theta \) to 1e-7 for κ up to 1.5 and 5e-6 for 2. An asymmetric one is Combine's
 *       at θ = ±1 and outside; between, Combine has a polynomial of its own for the logarithm inside |θ| &lt; 1/2, and
 *       the factors differ by 0.2 % for 0.9/1.15 and 1.1 % for 0.9/1.3 at most. Code 1 has no polynomial and a kink.
 *   <li>{@code lnU}: a free factor between down and up, one for each line.
 *   <li>{@code gmN N α}: a channel {@code name_sideband} with N events seen and γN expected, and the factor γ on the
 *       processes, whose rate is γαN. That is the Poisson term which Combine has, shared by any number of channels.
 *   <li>{@code shape}, {@code shape2}: the change of the rate as a {@code normsys}, the change of the histogram at
 *       constant rate as a {@code histosys}. Combine's vertical morphing is code 4p to the letter, a number s other than
 *       1 a change of s times the difference of the histograms, and κ to the power of s for the rate. If systematics of
 *       one process have different numbers, Combine's curves of the larger ones bend nearer to 0; at |θ| of 1 and more
 *       they agree. Combine leaves out changes of the rate below 0.1 % and cuts bins off at 0; we do not, but the rate
 *       of a bin has a floor.
 *   <li>{@code shapeN}, {@code shapeN2}: the same. Combine interpolates the logarithm of the bins, which agrees at θ = 0
 *       and ±1 only; for a variation of ±20 % the bins differ by 0.2 % at θ = 1/2 and 3 % at θ = 2.
 *   <li>{@code shape?}: {@code shape} where the file has both histograms, else {@code lnN}.
 *   <li>{@code rateParam} with a number: a free factor; with a line {@code param}, a factor with a Gaussian
 *       constraint. Without a range it gets [0, 10] or ten times the value, for Combine leaves it open.
 *   <li>{@code autoMCStats}: by Combine's rules one Gaussian factor by bin for the sum of processes, or Poisson and
 *       Gaussian ones by process in bins of few events. The width of the one factor is that at nominal rates, while
 *       Combine recomputes it as processes are scaled. Mode 2 moves rate and histogram together. Rates of
 *       {@code rateParam} are taken as 1 for the threshold.
 *   <li>{@code nuisance edit freeze}: a constant. {@code group}: its names are checked; a workspace has no groups.
 * </ul>
 *
 * <p>Processes of rate 0 are left out, as Combine does. A rate that is given scales its histogram, to which it agrees
 * within 0.01 events. Nuisances are bounded by ±5, in Combine by ±7. Histograms come from ROOT files in the folder of
 * the card or below; functions of RooFit workspaces, formulas, {@code unif}, {@code trG}, {@code discrete},
 * {@code extArg} and the other edits are {@link hep.aurum.base.NotSupported}, with file and line. Combine's bands are
 * the quantiles 2.5, 16, 84 and 97.5 %, those of {@link hep.aurum.infer.limit.UpperLimit} whole standard deviations.
 *
 * @see <a href="https://arxiv.org/abs/2404.06614">CMS Collaboration: The CMS statistical analysis and combination tool,
 *     arXiv:2404.06614</a>
 */
@NullMarked
package hep.aurum.format.combine;

import org.jspecify.annotations.NullMarked;

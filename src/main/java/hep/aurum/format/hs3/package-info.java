/**
 * Read and write the HistFactory models of the HEP Statistics Serialization Standard (HS3), version 0.2.
 *
 * <pre>{@code
 * Workspace workspace = Hs3.read(Path.of("model.hs3.json"));
 * Hs3.write(workspace, Path.of("copy.hs3.json"));
 * }</pre>
 *
 * <p>A channel is a {@code histfactory_dist}, its data a {@code binned} data set, a measurement an analysis with a
 * domain (bounds) and a parameter point (starting values, constants). Constraints are distributions; those of single
 * parameters are written out, those of factors by bin follow from the modifier:
 *
 * <ul>
 *   <li>{@code normsys}, {@code histosys}: a {@code gaussian_dist} that the modifier names, or {@code "Gauss"} for the
 *       unit Gaussian. Variations of histograms are absolute contents, as ROOT and pyhs3 have it.
 *   <li>{@code normfactor}: free, or with a {@code gaussian_dist}: that is our luminosity modifier.
 *   <li>{@code shapesys}: {@code vals} are relative uncertainties r, as in ROOT; \( \mathrm{Pois}(r^{-2} \mid \gamma
 *       r^{-2}) \) or a Gaussian of width r. pyhs3 takes them for absolute ones.
 *   <li>{@code staterror}: the samples' {@code errors} added in quadrature; Gaussian if the modifier or the channel
 *       says so, else Poisson, which is the default of the standard.
 *   <li>{@code shapefactor}: free.
 * </ul>
 *
 * <p>Factors by bin that several samples share under a Poisson constraint have no modifier of ours. They become a
 * {@code shapefactor} and a channel of their own that holds the auxiliary counts, which is the same likelihood.
 *
 * <p>{@link hep.aurum.format.hs3.JointFile} adds channels of events, an extension of the standard.
 *
 * <p>Names are those of the parameters, not of the modifiers: ROOT's modifier {@code syst1} with the parameter
 * {@code alpha_syst1} is read as {@code alpha_syst1}, and parameters {@code g_bin_0}, {@code g_bin_1} as {@code g[0]},
 * {@code g[1]}. Interpolation is by HistFactory's codes 4 and 4p, the default of ROOT and of
 * {@link hep.aurum.likelihood.binned.InterpolationCodes#withDefaults}; a document that asks for another one, and
 * whatever else a workspace cannot hold, is {@link hep.aurum.base.NotSupported} and named.
 *
 * @see <a href="https://hep-statistics-serialization-standard.github.io/">the standard</a>
 */
@NullMarked
package hep.aurum.format.hs3;

import org.jspecify.annotations.NullMarked;

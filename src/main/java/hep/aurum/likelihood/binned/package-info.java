/**
 * Model binned data by templates with systematic variations: HistFactory.
 *
 * <p>A {@link hep.aurum.likelihood.binned.Workspace} is the document: channels of samples with
 * {@link hep.aurum.likelihood.binned.Modifier modifiers}, observations and measurements. A
 * {@link hep.aurum.likelihood.binned.BinnedModel} is the document compiled into flat arrays, together with its data:
 *
 * \[ L(\theta) = \prod_b \mathrm{Pois}\bigl(n_b \mid \lambda_b(\theta)\bigr) \prod_p c_p(a_p \mid \theta_p), \qquad
 * \lambda_b = \sum_s \Bigl(N_{sb} + \sum_h \Delta_{hsb}(\alpha_h)\Bigr) \prod_k f_{ks}(\theta) \prod_g \gamma_{gb} \]
 *
 * <p>with additive shape variations Δ (histosys), scalar factors f (normfactor, normsys, lumi) and factors by bin γ
 * (shapesys, staterror, shapefactor). Parameters that modifiers of one name share are one parameter.
 * {@link hep.aurum.likelihood.binned.TemplateBuilder} makes workspaces from weighted events;
 * {@link hep.aurum.likelihood.binned.SampleRates} gives the rates and their derivatives sample by sample.
 *
 * <pre>{@code
 * Workspace workspace = TemplateBuilder.of("SR", Binning.of(edges))
 *         .withSignal("signal", values, weights)
 *         .withBackground("background", values, weights)
 *         .withObserved(counts)
 *         .build();
 * BinnedModel model = BinnedModel.of(workspace);
 * }</pre>
 *
 * <p>Shapes: {@code k} parameters, {@code B} bins of all channels in the order of the document.
 *
 * @see <a href="https://cds.cern.ch/record/1456844">Cranmer, Lewis, Moneta, Shibata, Verkerke: HistFactory,
 *     CERN-OPEN-2012-016</a>
 */
@NullMarked
package hep.aurum.likelihood.binned;

import org.jspecify.annotations.NullMarked;

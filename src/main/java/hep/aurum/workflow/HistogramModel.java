package hep.aurum.workflow;

import hep.aurum.hist.Histogram1D;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.workflow.HistogramReading.Spectra;
import hep.aurum.workflow.study.HistogramStudy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Make the workspace of a study of histograms: the rate on the signal, log-normal factors on uncertain rates, variations of
 * whole histograms, one Gaussian nuisance per bin for the statistics of the simulation.
 */
final class HistogramModel {

    private final HistogramStudy study;

    private HistogramModel(HistogramStudy study) {
        this.study = study;
    }

    /** Return the workspace; a blind study's data are those expected with the standard rate. */
    static Workspace of(HistogramStudy study, List<Spectra> spectra) {
        HistogramModel model = new HistogramModel(study);
        HistogramStudy.Rate rate = study.rate();
        ParameterSettings poi =
                ParameterSettings.of(rate.name()).withRange(rate.standard(), rate.lower(), rate.upper());
        return new Workspace(
                        spectra.stream().map(model::channel).toList(),
                        spectra.stream().map(model::observation).toList(),
                        List.of(new Measurement(study.name(), rate.name(), List.of(poi))))
                .validated("");
    }

    private Channel channel(Spectra spectra) {
        List<Sample> samples = new ArrayList<>();
        for (int p = 0; p < spectra.predictions().size(); p++) {
            samples.add(sample(spectra, p));
        }
        return new Channel(spectra.channel().name(), samples);
    }

    private Sample sample(Spectra spectra, int position) {
        HistogramStudy.Process process = spectra.channel().processes().get(position);
        Histogram1D prediction = spectra.predictions().get(position);
        List<Modifier> modifiers = new ArrayList<>();
        if (process.isSignal()) {
            modifiers.add(new Modifier.NormFactor(study.rate().name()));
        }
        process.uncertainties()
                .forEach((name, factors) -> modifiers.add(new Modifier.NormSys(name, factors.low(), factors.high())));
        spectra.variations()
                .get(position)
                .forEach((name, varied) ->
                        modifiers.add(new Modifier.HistoSys(name, Lists.of(varied.down()), Lists.of(varied.up()))));
        if (study.hasStatErrors()) {
            modifiers.add(
                    new Modifier.StatError("staterror_" + spectra.channel().name(), Lists.of(prediction.errors())));
        }
        return new Sample(process.name(), Lists.of(prediction.heights()), modifiers);
    }

    private Observation observation(Spectra spectra) {
        double[] data = spectra.observed().map(Histogram1D::heights).orElseGet(() -> expected(spectra));
        return new Observation(spectra.channel().name(), Lists.of(data));
    }

    private double[] expected(Spectra spectra) {
        double[] sum = new double[spectra.predictions().get(0).axis().bins()];
        for (int p = 0; p < spectra.predictions().size(); p++) {
            double factor = spectra.channel().processes().get(p).isSignal()
                    ? study.rate().standard()
                    : 1;
            double[] heights = spectra.predictions().get(p).heights();
            Arrays.setAll(sum, b -> sum[b] + factor * heights[b]);
        }
        return sum;
    }
}

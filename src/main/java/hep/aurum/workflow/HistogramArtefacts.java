package hep.aurum.workflow;

import hep.aurum.format.aida.AidaObject;
import hep.aurum.format.aida.AidaTree;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.fit.Profile;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.plot.Figure;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.LikelihoodScanFigure;
import hep.aurum.plot.figure.StackFigure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.workflow.HistogramReading.Spectra;
import hep.aurum.workflow.study.HistogramStudy;
import java.util.ArrayList;
import java.util.List;

/** Write what a study of histograms leaves beside its numbers: workspace, histograms, figures, the page. */
final class HistogramArtefacts {

    private static final int SCAN_POINTS = 61;

    private final HistogramStudy study;
    private final OutputFolder folder;

    HistogramArtefacts(HistogramStudy study, OutputFolder folder) {
        this.study = study;
        this.folder = folder;
    }

    void write(HistogramResult result, List<Spectra> spectra, Workspace workspace, BinnedModel model) {
        if (study.outputs().workspace()) {
            PyhfWorkspace.write(workspace, folder.path("workspace.json"));
        }
        if (study.outputs().histograms()) {
            AidaTree.of(histograms(spectra)).write(folder.path("histograms.aida"));
        }
        List<Picture> pictures =
                study.outputs().figures() || study.outputs().report() ? pictures(result, spectra, model) : List.of();
        if (study.outputs().figures()) {
            FigureFolder figures = new FigureFolder(folder);
            pictures.forEach(figures::write);
        }
        if (study.outputs().report()) {
            PageFile.write(HistogramReport.of(study, result, spectra, pictures, folder.fingerprint()), folder);
        }
    }

    private List<Picture> pictures(HistogramResult result, List<Spectra> spectra, BinnedModel model) {
        List<Picture> pictures = new ArrayList<>();
        for (Spectra channel : spectra) {
            pictures.add(new Picture(
                    channel.channel().name(),
                    channel.channel().label() + ": predictions before the fit"
                            + (channel.observed().isPresent() ? ", with the data; below, their ratio." : "."),
                    stack(channel)));
        }
        String rate = study.rate().name();
        pictures.add(new Picture(
                "scan-" + rate,
                "Profile of −2Δln L in " + rate + ", every nuisance parameter at its best; the levels 1 and 4 bound its"
                        + " 68.3 % and 95.45 % intervals.",
                scan(model)));
        pictures.addAll(TestPictures.of("", model, result.limit(), labels(luminosity())));
        return pictures;
    }

    private static List<AidaObject> histograms(List<Spectra> spectra) {
        List<AidaObject> objects = new ArrayList<>();
        for (Spectra channel : spectra) {
            String path = "/" + channel.channel().name();
            channel.predictions().forEach(h -> objects.add(AidaObject.of(path, h.title(), h)));
            channel.observed().ifPresent(h -> objects.add(AidaObject.of(path, h.title(), h)));
        }
        return objects;
    }

    private FigureLabels labels(double luminosity) {
        boolean isBlind = study.channels().stream().allMatch(c -> c.observed().isEmpty());
        FigureLabels labels = isBlind ? FigureLabels.simulation() : FigureLabels.data();
        return study.energy() > 0
                ? labels.withCollisions(study.energy(), luminosity)
                : labels.withLuminosity(luminosity);
    }

    private Figure stack(Spectra spectra) {
        List<Histogram1D> backgrounds = new ArrayList<>();
        Histogram1D signal = null;
        for (int p = 0; p < spectra.predictions().size(); p++) {
            HistogramStudy.Process process = spectra.channel().processes().get(p);
            Histogram1D shown = spectra.predictions().get(p).withTitle(process.label());
            if (process.isSignal()) {
                signal = signal == null ? shown : signal.plus(shown);
            } else {
                backgrounds.add(shown);
            }
        }
        StackFigure figure =
                StackFigure.of(backgrounds).withLabels(labels(spectra.channel().luminosity()));
        if (signal != null) {
            figure = figure.withSignal(signal, 1);
        }
        return spectra.observed().isPresent()
                ? figure.withData(spectra.observed().get(), "Data")
                : figure;
    }

    private Figure scan(BinnedModel model) {
        Profile profile = Profile.of(model);
        double low = Math.max(study.rate().lower(), 0);
        double high = Math.min(study.rate().upper(), Math.max(2, 2.5 * profile.muHat()));
        double[] rates = new double[SCAN_POINTS];
        double[] rises = new double[SCAN_POINTS];
        for (int i = 0; i < SCAN_POINTS; i++) {
            rates[i] = low + (high - low) * i / (SCAN_POINTS - 1);
            rises[i] = profile.tMu(rates[i]);
        }
        return LikelihoodScanFigure.ofObserved(study.rate().name(), "", Curve.of(rates, rises))
                .withLabels(labels(luminosity()));
    }

    private double luminosity() {
        return study.channels().stream()
                .mapToDouble(HistogramStudy.Channel::luminosity)
                .sum();
    }
}

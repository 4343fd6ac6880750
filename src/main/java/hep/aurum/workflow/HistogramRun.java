package hep.aurum.workflow;

import hep.aurum.base.Failure;
import hep.aurum.base.Progress;
import hep.aurum.base.Sha256;
import hep.aurum.base.Tally;
import hep.aurum.base.Version;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.fit.FitResult;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.infer.fit.GoodnessOfFit;
import hep.aurum.infer.fit.ProfileErrors;
import hep.aurum.infer.fit.Yields;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.workflow.HistogramReading.Spectra;
import hep.aurum.workflow.study.HistogramStudy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Run a study of histograms: read and normalise them, build the likelihood, fit, test zero rate, set a limit. */
public final class HistogramRun {

    private static final String RESULT = "result.json";
    private static final String SUMMARY = "summary.txt";
    private static final String STATISTICAL = "staterror_";

    private final HistogramStudy study;
    private final RunOptions options;
    private final Map<String, String> inputs;
    private final OutputFolder folder;

    private HistogramRun(HistogramStudy study, RunOptions options, Map<String, String> inputs, OutputFolder folder) {
        this.study = study;
        this.options = options;
        this.inputs = inputs;
        this.folder = folder;
    }

    /**
     * Prepare a run.
     *
     * @throws hep.aurum.base.BadInput if the output folder holds something else and the run is not forced
     */
    public static HistogramRun of(HistogramStudy study, RunOptions options) {
        Map<String, String> inputs = new LinkedHashMap<>();
        for (Path file : files(study)) {
            inputs.put(inputs.containsKey(name(file)) ? fromStudy(study, file) : name(file), Checksums.ofFile(file));
        }
        String fingerprint =
                Sha256.ofText(Version.number() + "\n" + JsonText.of(study.document()) + "\n" + inputs.values());
        return new HistogramRun(
                study, options, inputs, OutputFolder.claim(options.folder(), fingerprint, options.force()));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String fromStudy(HistogramStudy study, Path file) {
        Path folder = study.file().toAbsolutePath().normalize().getParent();
        return (folder == null ? file : folder.relativize(file)).toString().replace('\\', '/');
    }

    /** Every file once; variations often lie in folders of their own under the names of the nominal files. */
    private static TreeSet<Path> files(HistogramStudy study) {
        TreeSet<Path> files = new TreeSet<>();
        for (HistogramStudy.Channel channel : study.channels()) {
            channel.observed().forEach(content -> files.add(content.file()));
            for (HistogramStudy.Process process : channel.processes()) {
                process.contents().forEach(content -> files.add(content.file()));
                for (HistogramStudy.Variation variation : process.variations().values()) {
                    variation.up().forEach(content -> files.add(content.file()));
                    variation.down().forEach(content -> files.add(content.file()));
                }
            }
        }
        return files;
    }

    /** Run to the end, unless the results are there already. */
    public void execute() {
        Progress progress = options.progress();
        if (folder.isComplete() && !options.force()) {
            progress.report("already complete, nothing to do", 1);
            return;
        }
        String whole = "study " + study.name();
        progress.report(whole, Double.NaN);
        Tally tally = Tally.of(progress, "reading histograms", study.channels().size(), "channels");
        List<Spectra> spectra = new ArrayList<>();
        for (HistogramStudy.Channel channel : study.channels()) {
            spectra.add(HistogramReading.read(channel));
            tally.add(1);
        }
        tally.finish();
        Workspace workspace = HistogramModel.of(study, spectra);
        BinnedModel model = BinnedModel.of(workspace);
        HistogramResult result = progress.during(
                "fits", () -> result(spectra, model, Fitter.withDefaults().fit(model)));
        folder.open(options.force());
        progress.report("figures", Double.NaN);
        new HistogramArtefacts(study, folder).write(result, spectra, workspace, model);
        progress.report("figures", 1);
        folder.write(SUMMARY, HistogramSummary.of(result) + "\n");
        folder.write(RESULT, JsonText.of(result) + "\n");
        progress.report(whole, 1);
    }

    private HistogramResult result(List<Spectra> spectra, BinnedModel model, FitResult fit) {
        List<String> warnings = new ArrayList<>(fit.warnings());
        LimitResult limit = null;
        try {
            limit = UpperLimit.withDefaults().withLevel(study.level()).of(model);
        } catch (Failure e) {
            warnings.add("there is no limit: " + e.what());
        }
        ProfileErrors.Errors errors = ProfileErrors.of(model, study.rate().name());
        GoodnessOfFit goodness = GoodnessOfFit.of(model, fit);
        boolean isBlind = spectra.stream().allMatch(s -> s.observed().isEmpty());
        return new HistogramResult(
                Version.number(),
                study.name(),
                study.title(),
                study.document(),
                inputs,
                channels(spectra, model, fit),
                study.rate().name(),
                isBlind,
                Discovery.of(model, study.rate().standard()),
                new HistogramResult.Interval(
                        errors.bestfit(), errors.bestfit() + errors.lower(), errors.bestfit() + errors.upper()),
                nuisances(fit),
                limit,
                new HistogramResult.Goodness(
                        goodness.statistic(),
                        goodness.degreesOfFreedom(),
                        goodness.pValue().isPresent() ? goodness.pValue().getAsDouble() : null),
                warnings);
    }

    private Map<String, HistogramResult.Estimate> nuisances(FitResult fit) {
        Map<String, HistogramResult.Estimate> nuisances = new LinkedHashMap<>();
        fit.bestfit().forEach((name, value) -> {
            if (!name.equals(study.rate().name()) && !name.startsWith(STATISTICAL)) {
                nuisances.put(
                        name, new HistogramResult.Estimate(value, fit.errors().getOrDefault(name, 0.0)));
            }
        });
        return nuisances;
    }

    private static List<HistogramResult.ChannelReport> channels(
            List<Spectra> spectra, BinnedModel model, FitResult fit) {
        Yields fitted = Yields.postfit(model, fit);
        List<HistogramResult.ChannelReport> reports = new ArrayList<>();
        for (Spectra channel : spectra) {
            Map<String, HistogramResult.Estimate> expected = new LinkedHashMap<>();
            for (Histogram1D prediction : channel.predictions()) {
                expected.put(
                        prediction.title(), new HistogramResult.Estimate(prediction.sumOfHeights(), error(prediction)));
            }
            Histogram1D first = channel.predictions().get(0);
            reports.add(new HistogramResult.ChannelReport(
                    channel.channel().name(),
                    channel.channel().luminosity(),
                    first.axis().bins(),
                    Lists.of(first.axis().edges()),
                    expected,
                    after(fitted, channel.channel().name()),
                    channel.observed().map(Histogram1D::sumOfHeights).orElse(null)));
        }
        return reports;
    }

    private static double error(Histogram1D histogram) {
        double square = 0;
        for (double error : histogram.errors()) {
            square += error * error;
        }
        return Math.sqrt(square);
    }

    private static Map<String, HistogramResult.Estimate> after(Yields fitted, String channel) {
        Map<String, HistogramResult.Estimate> after = new LinkedHashMap<>();
        fitted.channels().stream()
                .filter(c -> c.name().equals(channel))
                .flatMap(c -> c.samples().stream())
                .forEach(s -> after.put(
                        s.name(),
                        new HistogramResult.Estimate(s.sum().value(), s.sum().error())));
        return after;
    }

    /** Return the text of {@code result.json}. */
    public String resultText() {
        return folder.read(RESULT).strip();
    }

    /** Return the text of {@code summary.txt}. */
    public String summaryText() {
        return folder.read(SUMMARY).stripTrailing();
    }
}

package hep.aurum.workflow;

import hep.aurum.hist.Histogram1D;
import hep.aurum.report.Item;
import hep.aurum.report.KeyNumber;
import hep.aurum.report.Numbers;
import hep.aurum.report.Report;
import hep.aurum.report.Section;
import hep.aurum.report.State;
import hep.aurum.report.TableItem;
import hep.aurum.report.TableItem.Cell;
import hep.aurum.report.TrustCheck;
import hep.aurum.report.Verdict;
import hep.aurum.workflow.HistogramReading.Spectra;
import hep.aurum.workflow.study.HistogramStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fill the page of a study of histograms from its result. */
final class HistogramReport {

    private static final double POOR_FIT = 0.05;
    private static final double BAD_FIT = 1e-3;

    private final HistogramStudy study;
    private final HistogramResult result;

    private HistogramReport(HistogramStudy study, HistogramResult result) {
        this.study = study;
        this.result = result;
    }

    static Report of(
            HistogramStudy study,
            HistogramResult result,
            List<Spectra> spectra,
            List<Picture> pictures,
            String fingerprint) {
        HistogramReport page = new HistogramReport(study, result);
        return new Report(
                result.title(),
                page.subtitle(),
                page.verdict(),
                List.of(
                        PageFile.pictures(pictures),
                        new Section("Results in numbers", page.results()),
                        new Section(
                                "Bins",
                                spectra.stream().map(HistogramReport::bins).toList()),
                        new Section("Inputs", List.of(page.inputs())),
                        new PageRecord(result.name(), result.aurum(), "", result.configuration())
                                .section(Map.of(), fingerprint, false, true)));
    }

    private String subtitle() {
        String energy = study.energy() > 0 ? "√s = " + Numbers.plain(study.energy()) + " TeV, " : "";
        double luminosity = result.channels().stream()
                .mapToDouble(HistogramResult.ChannelReport::luminosityFb)
                .max()
                .orElse(study.luminosity());
        return energy + Numbers.plain(luminosity) + " fb^{−1} · " + data() + " · Aurum " + result.aurum();
    }

    private String data() {
        if (result.isBlind()) {
            return "blind: expected only";
        }
        double events = 0;
        for (HistogramResult.ChannelReport channel : result.channels()) {
            events += channel.observed() == null ? 0 : channel.observed();
        }
        return Numbers.plain(events) + " events of data in "
                + Numbers.count(result.channels().size()) + (result.channels().size() == 1 ? " channel" : " channels");
    }

    private Verdict verdict() {
        SignificanceText text =
                new SignificanceText(result.rate(), result.discovery(), result.limit(), result.isBlind());
        HistogramResult.Interval rate = result.fittedRate();
        String fitted = Numbers.between(rate.value(), rate.lower(), rate.upper());
        List<String> sentences = new ArrayList<>();
        String note = result.isBlind() ? "Expected only: there are no data; Asimov data stand in for them." : "";
        sentences.add(text.significance() + "." + text.limitSentence());
        sentences.add((result.isBlind() ? "Expected: " : "Fitted: ") + result.rate() + " = " + fitted
                + " (68.3 %, all uncertainties).");
        List<KeyNumber> numbers = new ArrayList<>(text.numbers());
        numbers.add(new KeyNumber(
                result.rate() + (result.isBlind() ? ", expected" : ", fitted"),
                fitted,
                "68.3 %: " + Numbers.interval(rate.lower(), rate.upper())));
        return new Verdict(note, sentences, numbers, checks());
    }

    private List<TrustCheck> checks() {
        List<TrustCheck> checks = new ArrayList<>();
        if (!result.isBlind()) {
            checks.add(goodness(result.goodness()));
        }
        result.warnings().forEach(warning -> checks.add(new TrustCheck(State.CAUTION, "Warning", warning, "")));
        if (result.warnings().isEmpty()) {
            checks.add(new TrustCheck(State.GOOD, "Fit", "it converged without a warning.", ""));
        }
        return checks;
    }

    private static TrustCheck goodness(HistogramResult.Goodness goodness) {
        String statistic =
                Numbers.fixed(goodness.statistic(), 1) + " for " + goodness.degreesOfFreedom() + " degrees of freedom";
        Double p = goodness.pValue();
        if (p == null) {
            return new TrustCheck(State.CAUTION, "Goodness of fit", statistic + ", without a p-value.", "");
        }
        State state = p >= POOR_FIT ? State.GOOD : p >= BAD_FIT ? State.CAUTION : State.BAD;
        return new TrustCheck(
                state,
                "Goodness of fit",
                statistic + ", p = " + Numbers.pValue(p) + " (asymptotic).",
                state == State.GOOD ? "" : "look where data and prediction part, and which uncertainty is missing");
    }

    private List<Item> results() {
        List<Item> items = new ArrayList<>();
        result.channels().forEach(channel -> items.add(yields(channel)));
        TableItem nuisances = nuisances();
        if (!nuisances.rows().isEmpty()) {
            items.add(nuisances);
        }
        return items;
    }

    private static TableItem yields(HistogramResult.ChannelReport channel) {
        TableItem table = TableItem.of("Events in " + channel.name(), "Process", "Expected", "Fitted")
                .withNote("Expected with the statistical uncertainty of the simulation, fitted with all uncertainties"
                        + (channel.observed() == null
                                ? "."
                                : "; observed: " + Numbers.plain(channel.observed()) + " events."));
        double expected = 0;
        double fitted = 0;
        for (String process : channel.expected().keySet()) {
            HistogramResult.Estimate before = channel.expected().get(process);
            HistogramResult.Estimate after = channel.fitted().get(process);
            if (before != null && after != null) {
                expected += before.value();
                fitted += after.value();
                table = table.withRow(
                        Cell.text(process),
                        Cell.plusMinus(before.value(), before.error()),
                        Cell.plusMinus(after.value(), after.error()));
            }
        }
        return table.withRow(Cell.text("sum"), Cell.number(expected), Cell.number(fitted));
    }

    private TableItem nuisances() {
        TableItem table = TableItem.of("Nuisance parameters", "Name", "Fitted")
                .withNote("Before the fit: 0 ± 1. Those of the simulation's statistics are left out.");
        for (Map.Entry<String, HistogramResult.Estimate> nuisance :
                result.nuisances().entrySet()) {
            table = table.withRow(
                    Cell.text(nuisance.getKey()),
                    Cell.plusMinus(
                            nuisance.getValue().value(), nuisance.getValue().error()));
        }
        return table;
    }

    private static Item bins(Spectra spectra) {
        HistogramStudy.AxisSpec axis = spectra.channel().axis();
        List<Histogram1D> predictions = spectra.predictions();
        List<Double> edges = Lists.of(predictions.get(0).axis().edges());
        String unit = axis.unit().isEmpty() ? "" : " [" + axis.unit() + "]";
        return BinTable.of(
                "Bins of " + spectra.channel().name(),
                axis.label() + unit,
                edges,
                predictions,
                spectra.observed().stream().toList());
    }

    private TableItem inputs() {
        TableItem table = TableItem.of("Files read", "File", "SHA-256");
        for (Map.Entry<String, String> input : result.inputs().entrySet()) {
            table = table.withRow(Cell.verbatim(input.getKey()), Cell.verbatim(input.getValue()));
        }
        return table;
    }
}

package hep.aurum.jas;

import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Points;
import hep.aurum.jas.dialog.PeakChoice;
import hep.aurum.jas.page.ResultPage;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.LocalPValueFigure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.workflow.PeakScan;
import hep.aurum.workflow.PeakScanResult;
import java.util.List;
import java.util.Locale;

/** Search a histogram of the host's tree for a peak. */
final class PeakSearch {

    private final Desk desk;
    private final Results results;

    PeakSearch(Desk desk, Results results) {
        this.desk = desk;
        this.results = results;
    }

    void ask() {
        desk.questions().peak(Testing.candidates(desk)).ifPresent(this::search);
    }

    private void search(PeakChoice choice) {
        PeakScan scan = choice.scan();
        desk.inBackground("search for a peak", () -> scan.run(desk::showProgress), result -> show(scan, result));
    }

    private void show(PeakScan scan, PeakScanResult result) {
        String label = scan.data().axis().label();
        LocalPValueFigure figure = LocalPValueFigure.ofObserved(
                        label, Curve.of(array(result.positions()), array(result.p0())))
                .withGlobal(result.globalP())
                .withLabels(FigureLabels.data());
        String data = scan.data().title();
        desk.open(ResultPage.of(text(scan, result), figure), "Peak in " + data);
        String name = (data.startsWith("/") ? data.substring(1) : data).replace('/', '.');
        results.show(
                "peaks/" + name,
                "Peak in " + name,
                List.of(
                        curve("/p0", "local p0 against the position", result, result.p0()),
                        curve("/z", "local significance against the position", result, result.z()),
                        curve("/events", "fitted events against the position", result, result.events())));
        desk.say(sentence(result));
    }

    private static String sentence(PeakScanResult result) {
        return String.format(
                Locale.ROOT,
                "largest excess at %.5g: local Z = %.2f, global Z = %.2f",
                result.bestPosition(),
                result.localZ(),
                result.globalZ());
    }

    private static String text(PeakScan scan, PeakScanResult result) {
        StringBuilder text = new StringBuilder();
        text.append("data        ").append(scan.data().title()).append('\n');
        text.append("background  ").append(scan.background().title()).append('\n');
        text.append(String.format(
                Locale.ROOT,
                "range       %.6g to %.6g, %d positions, width %.4g + %.4g m%n%n",
                scan.from(),
                scan.to(),
                scan.points(),
                scan.width().constant(),
                scan.width().slope()));
        text.append(sentence(result)).append('\n');
        text.append(String.format(
                Locale.ROOT,
                "global p = %.4g, from %s%.4g upcrossings of q0 = %.3g %s%n%n",
                result.globalP(),
                scan.toys() > 0 ? "a mean of " : "",
                result.upcrossings(),
                result.level(),
                scan.toys() > 0 ? "in " + scan.toys() + " toys of the background" : "in the data"));
        text.append("    position          Z           p0       events\n");
        for (int i = 0; i < result.positions().size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%12.6g %10.4f %12.5g %12.5g%n",
                    result.positions().get(i),
                    result.z().get(i),
                    result.p0().get(i),
                    result.events().get(i)));
        }
        return text.toString();
    }

    private static AnalysisObject curve(String path, String title, PeakScanResult result, List<Double> values) {
        double[] zeros = new double[values.size()];
        Points points = Points.of(
                title,
                new double[][] {array(result.positions()), array(values)},
                new double[][] {zeros, zeros},
                new double[][] {zeros, zeros});
        return AnalysisObject.of(path, points);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

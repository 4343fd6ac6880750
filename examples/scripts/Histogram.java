// Fill a mass spectrum, fit a peak over a falling background, draw it, and write it.
//
//   aurum script examples/scripts/Histogram.java OUT
import hep.aurum.script.*;
import java.util.Random;

public class Histogram {

    public static void main(String[] args) {
        String out = args[0];
        Random random = new Random(1);

        H1D mass = new H1D("m(yy)", 55, 105, 160);
        for (int i = 0; i < 1000; i++) {
            mass.fill(125 + 1.7 * random.nextGaussian());
        }
        for (int i = 0; i < 20000; i++) {
            mass.fill(105 + 55 * random.nextDouble());
        }

        HFitter fitter = new HFitter().setFunc("g+p1").setFitMethod("bml").setPar("mean", 125).setPar("sigma", 2).fit(mass);
        HFitResult result = fitter.getResult();
        System.out.printf("mean  %.2f +- %.2f GeV%n", result.fittedParameter("mean"), result.error("mean"));
        System.out.printf("sigma %.2f +- %.2f GeV%n", result.fittedParameter("sigma"), result.error("sigma"));

        HPlot canvas = new HPlot("Peak", 640, 480).setNameX("m(yy) [GeV]").setNameY("Events / GeV");
        canvas.draw(mass.setStyle("p").setErr(true), fitter.getFittedFunc()).drawStatBox(mass).export(out + "/peak.pdf");
        Aurum.write(out + "/peak.aida", mass);
    }
}

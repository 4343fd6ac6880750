// Test a signal against its backgrounds, a histogram each: significance, limit, workspace, CLs.
//
//   aurum script examples/scripts/Discovery.java OUT
import hep.aurum.script.*;
import java.util.List;
import java.util.Map;
import java.util.Random;

public class Discovery {

    public static void main(String[] args) {
        String out = args[0];
        Random random = new Random(3);

        // Simulation, many times the events that are expected, and its weights.
        H1D signal = new H1D("signal", 40, 100, 180);
        H1D continuum = new H1D("continuum", 40, 100, 180);
        for (int i = 0; i < 20000; i++) {
            signal.fill(125 + 2 * random.nextGaussian(), 0.005);
        }
        for (int i = 0; i < 100000; i++) {
            continuum.fill(100 + 80 * random.nextDouble(), 0.02);
        }

        // Data: 2000 events of the continuum, 100 of the signal.
        H1D data = new H1D("data", 40, 100, 180);
        for (int i = 0; i < 2000; i++) {
            data.fill(100 + 80 * random.nextDouble());
        }
        for (int i = 0; i < 100; i++) {
            data.fill(125 + 2 * random.nextGaussian());
        }
        Aurum.write(out + "/histograms.aida", List.of(signal, continuum, data));

        // As if the histograms came from elsewhere: read them back, let the rate of the continuum be uncertain by 10 %, and test.
        Map<String, Object> file = Aurum.read(out + "/histograms.aida");
        ModelTest test = Aurum.test(
                file.get("/signal"), file.get("/continuum"), file.get("/data"), Map.of("continuum", 0.1));
        System.out.printf("p0 = %.3g, %.2f standard deviations, %.2f expected%n",
                test.p0(), test.significance(), test.expectedSignificance());
        System.out.printf("strength %.2f, below %.2f at 95 %%%n", test.fit().bestfit().get("mu"), test.limit());

        test.write(out + "/workspace.json");
        Aurum.plot(test.clsFigure(0.1, 3, 30), out + "/cls.pdf");
        Aurum.plot(List.of(continuum, data.setStyle("p").setErr(true)), out + "/mass.pdf");

        // The workspace gives the same answer, here or in pyhf.
        ModelTest again = Aurum.workspace(out + "/workspace.json");
        if (again.significance() != test.significance()) {
            throw new IllegalStateException("the workspace gives another significance");
        }
    }
}

// From generator events to a statement about a Wilson coefficient: the CP-odd cHWtil in vector-boson fusion, h -> gamma gamma.
//
//   aurum script examples/scripts/LearnedRatio.java OUT [EVENTS]
import hep.aurum.script.*;
import java.util.List;
import java.util.Map;

public class LearnedRatio {

    public static void main(String[] args) {
        String out = args[0];
        String lhe = args.length > 1 ? args[1] : "examples/vbf-higgs/vbf_haa_cHW_cHWtil_5k.lhe.gz";

        // What was simulated: the names of the weights are those that Aurum.inspect(lhe) lists.
        Events events = Aurum.events(lhe).named("learned-ratio")
                .benchmark("sm", Map.of("cHWtil", 0))
                .benchmark("b3", Map.of("cHWtil", 3))
                .benchmark("b4", Map.of("cHWtil", -3))
                .generatedAt("sm");

        // What is looked at. The joint ratio and the joint score of every event are computed and audited here.
        Sample sample = events
                .observables(Map.of(
                        "log_pt_j1", "log(pt(jet[1]))", "sin_dphi", "sin(signedDeltaPhi(jet[1], jet[2]))"))
                .select("count(jet) >= 2 and pt(jet[2]) > 20")
                .labels(Map.of("cHWtil", List.of(-2, 2)));
        System.out.printf("%d events, the labels are sound%n", sample.size());

        // What is learned: a small network, so that this takes seconds.
        Model model = sample.train("rascal", Map.of(
                "hidden", List.of(32, 32), "epochs", 20, "batch", 256, "learning_rate", 0.003, "members", 1, "alpha", 5));
        Map<String, Double> x = Map.of("log_pt_j1", 5.0, "sin_dphi", 0.7);
        System.out.printf("one event: log r = %.3f, score %.3f%n",
                model.logRatio(x, Map.of("cHWtil", 1.5), Map.of("cHWtil", 0)),
                model.score(x, Map.of("cHWtil", 0)).get("cHWtil"));
        model.save(out + "/model");

        // The learned ratio as an observable: what 3000 fb^-1 would show under either hypothesis.
        LogRatio ratio = model.between(Map.of("cHWtil", 1.5), Map.of("cHWtil", 0));
        H1D sm = ratio.histogram("SM", Map.of("cHWtil", 0), 3000, 40, -2, 4);
        H1D bsm = ratio.histogram("cHWtil = 1.5", Map.of("cHWtil", 1.5), 3000, 40, -2, 4);
        System.out.printf("%.0f events expected, or %.0f%n", sm.sumAllBinHeights(), bsm.sumAllBinHeights());
        HPlot plot = new HPlot("log r", 640, 480).setNameX("log r(x | cHWtil = 1.5, cHWtil = 0)").setNameY("Events");
        plot.draw(sm.setColor("blue"), bsm.setColor("red")).export(out + "/log_ratio.pdf");
        Aurum.write(out + "/log_ratio.yoda", List.of(sm, bsm));

        // The test: 100 fb^-1 of pseudo-data at cHWtil = 1.5, from events that took no part in the training.
        Result result = model.test(Map.of("cHWtil", 1.5), 100, out + "/test");
        System.out.println(result.summary());
        System.out.printf("best fit: cHWtil = %.2f%n", result.fitted().get("cHWtil"));
    }
}

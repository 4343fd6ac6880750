package hep.aurum.cli;

import hep.aurum.infer.discovery.SignificanceScan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Show a scan of the significance along the position of a signal. */
final class SignificanceListing {

    private SignificanceListing() {}

    static void print(SignificanceScan scan, int toys, boolean json) {
        if (json) {
            Json.print(object(scan, toys));
            return;
        }
        System.out.printf(Locale.ROOT, "%12s %12s %12s %10s %10s%n", scan.parameter(), "strength", "q0", "p0", "Z");
        for (int i = 0; i < scan.positions().size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%12.6g %12.6g %12.6f %10.3g %10.4f%n",
                    scan.positions().get(i),
                    scan.strengths().get(i),
                    scan.q0().get(i),
                    scan.p0(i),
                    scan.z(i));
        }
        int best = scan.best();
        System.out.printf(
                Locale.ROOT,
                "%n  largest at %s = %.6g: local p0 = %.4g, Z = %.3f%n",
                scan.parameter(),
                scan.positions().get(best),
                scan.p0(best),
                scan.z(best));
        System.out.printf(
                Locale.ROOT,
                "  anywhere in the range: p = %.4g, Z = %.3f, from %.4g upcrossings of %s %s%n",
                scan.globalPValue(),
                scan.globalZ(),
                scan.upcrossings(),
                scan.level(),
                toys == 0 ? "in the data" : "in each of " + toys + " toys");
    }

    private static Map<String, Object> object(SignificanceScan scan, int toys) {
        List<Double> p0 = new ArrayList<>();
        List<Double> z = new ArrayList<>();
        for (int i = 0; i < scan.positions().size(); i++) {
            p0.add(scan.p0(i));
            z.add(scan.z(i));
        }
        int best = scan.best();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("parameter", scan.parameter());
        object.put("positions", scan.positions());
        object.put("strengths", scan.strengths());
        object.put("q0", scan.q0());
        object.put("p0", p0);
        object.put("z", z);
        object.put("best", scan.positions().get(best));
        object.put("p_local", scan.p0(best));
        object.put("z_local", scan.z(best));
        object.put("p_global", scan.globalPValue());
        object.put("z_global", scan.globalZ());
        object.put("level", scan.level());
        object.put("upcrossings", scan.upcrossings());
        object.put("upcrossings_at_zero", scan.elsewhere().upcrossingsAtZero());
        object.put("toys", toys);
        return object;
    }
}

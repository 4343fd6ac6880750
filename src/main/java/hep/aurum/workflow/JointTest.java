package hep.aurum.workflow;

import hep.aurum.base.Failure;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.workflow.study.Study;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Test a rate against zero with the likelihood of the events themselves.
 *
 * @param building the likelihood
 * @param rates expected events of each process at the nominal point, with their names
 * @param discovery the test of background alone
 * @param zExpectedError statistical error of the expected significance from the finite simulation
 * @param closure the fit to Asimov data of strength 1, which the exact ratio puts at 1
 * @param limit the upper limit on the rate; null where it cannot be found
 * @param limitProblem why there is no limit; empty where there is one
 */
record JointTest(
        JointBuilding building,
        Map<String, Double> rates,
        DiscoveryResult discovery,
        double zExpectedError,
        Closure closure,
        @Nullable LimitResult limit,
        String limitProblem) {

    /**
     * Hold what is found in Asimov data of the true processes: the learned ratio against the simulation.
     *
     * @param muHat fitted strength
     * @param t of the strength 1
     */
    record Closure(double muHat, double t) {

        private static Closure of(StatisticalModel model) {
            Profile profile = Profile.of(model.asimov(model.initialPoint()));
            double t = profile.tMu(1);
            return new Closure(profile.muHat(), t);
        }
    }

    static JointTest of(Study study, JointBuilding building) {
        StatisticalModel model = building.workspace().model();
        DiscoveryResult discovery = Discovery.of(model, 1);
        LimitResult limit = null;
        String problem = "";
        try {
            limit = UpperLimit.withDefaults()
                    .withLevel(study.discovery().orElseThrow().level())
                    .of(model);
        } catch (Failure e) {
            problem = e.what();
        }
        return new JointTest(
                building,
                rates(building),
                discovery,
                error(building, discovery.zExpected()),
                Closure.of(model),
                limit,
                problem);
    }

    /** Return the expected events of each process at the nominal point. */
    private static Map<String, Double> rates(JointBuilding building) {
        StatisticalModel model = building.workspace().model();
        double[] rates = rates(building.workspace(), model, model.initialPoint());
        List<EventChannel.Process> processes = channel(building.workspace()).processes();
        Map<String, Double> named = new LinkedHashMap<>();
        for (int p = 0; p < rates.length; p++) {
            named.put(processes.get(p).name(), rates[p]);
        }
        return Collections.unmodifiableMap(named);
    }

    private static EventChannel channel(JointWorkspace joint) {
        return joint.parts().get(0).channel();
    }

    private static double[] rates(JointWorkspace joint, StatisticalModel model, double[] point) {
        int first = BinnedModel.of(joint.workspace(), joint.measurement(), joint.codes())
                .firstBin(channel(joint).name());
        return Arrays.copyOfRange(
                model.expectedCounts(point),
                first,
                first + channel(joint).processes().size());
    }

    /**
     * Return the statistical error of the expected significance: of Asimov data made of a finite pool,
     * \(\delta q_0 = 2\sqrt{\sum_p\nu_p^2\operatorname{Var}(\overline{\ln\lambda_1/\lambda_0})_p}\) at fixed parameters, and of the
     * normalisation of the odds, whose relative error moves \(q_0\) by twice the number of signal events times it.
     */
    private static double error(JointBuilding building, double z) {
        JointWorkspace joint = building.workspace();
        StatisticalModel model = joint.model();
        double[] with = model.initialPoint();
        double[] without = with.clone();
        without[model.indexOf(building.question().name(building.question().poi()))] = 0;
        double[] ratesWith = rates(joint, model, with);
        double[] ratesWithout = rates(joint, model, without);
        EventData asimov = joint.parts().get(0).generator().asimov(JointBuilding.named(model, with), ratesWith);
        double[] gain = intensities(joint, model, with, ratesWith, asimov);
        double[] below = intensities(joint, model, without, ratesWithout, asimov);
        for (int i = 0; i < gain.length; i++) {
            gain[i] = StrictMath.log(gain[i] / below[i]);
        }
        double variance = 0;
        int from = 0;
        for (long[] origins : building.pools().origins()) {
            variance += variance(gain, asimov.weights(), from, origins);
            from += origins.length;
        }
        double signal =
                Arrays.stream(ratesWith).sum() - Arrays.stream(ratesWithout).sum();
        double normalisation = signal * building.normalisationError();
        return z > 0 ? Math.sqrt(variance + normalisation * normalisation) / z : 0;
    }

    /**
     * Return the variance of \(\sum_i w_ig_i\) at a fixed sum of weights, \(\sum_i w_i^2(g_i - \bar g)^2\), rows of one generated
     * event taken as one.
     */
    private static double variance(double[] gain, double[] weights, int from, long[] origins) {
        double sum = 0;
        double mean = 0;
        for (int i = from; i < from + origins.length; i++) {
            sum += weights[i];
            mean += weights[i] * gain[i];
        }
        double squares = 0;
        double open = 0;
        for (int i = 0; i < origins.length; i++) {
            open += weights[from + i] * (gain[from + i] - mean / sum);
            if (i + 1 == origins.length || origins[i + 1] != origins[i]) {
                squares += open * open;
                open = 0;
            }
        }
        return sum == 0 ? 0 : squares;
    }

    private static double[] intensities(
            JointWorkspace joint, StatisticalModel model, double[] point, double[] rates, EventData events) {
        double[] sum = new double[events.weights().length];
        double[] ratio = new double[sum.length];
        for (int p = 0; p < rates.length; p++) {
            ShapeRatio shape = channel(joint).processes().get(p).shape();
            double[] variables = shape.parameters().stream()
                    .mapToDouble(name -> point[model.indexOf(name)])
                    .toArray();
            shape.at(events.events()).evaluate(variables, ratio, null, null);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += rates[p] * ratio[i];
            }
        }
        return sum;
    }
}

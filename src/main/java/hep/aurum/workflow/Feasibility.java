package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.BadModel;
import hep.aurum.base.Names;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.List;

/** Find out before the training whether the questions of a study can be put to its events. */
final class Feasibility {

    private Feasibility() {}

    /**
     * Require that events are expected all over the ranges, and that the classical observable exists.
     *
     * @throws BadModel if no event, or a negative number, is expected in a corner of the ranges
     * @throws BadInput if the classical observable is not known
     */
    static void require(Study study, StudySample sample) {
        EventSample events = sample.events();
        double[] coefficients = events.totalCoefficients();
        for (ParameterPoint corner : corners(study)) {
            double[] monomials = events.basis().values(corner);
            double sum = 0;
            for (int j = 0; j < monomials.length; j++) {
                sum += coefficients[j] * monomials[j];
            }
            if (!(sum > 0)) {
                throw new BadModel(
                        "the cross-section of all processes together is " + sum + " pb at " + named(study, corner)
                                + ", expected a positive one all over the ranges",
                        study.file() + ", key parameters",
                        "restrict the ranges (a rate without background must stay above 0), or declare a background");
            }
        }
        study.discovery().map(Study.Discovery::classical).ifPresent(name -> {
            if (!name.isEmpty() && !events.featureNames().contains(name)) {
                throw new BadInput(
                        "no observable is named \"" + name + "\"",
                        study.file() + ", key tests.discovery.classical",
                        Names.suggest(name, events.featureNames()));
            }
        });
    }

    /** The ends of all ranges; a parameter that the scan holds stays at its value. */
    private static List<ParameterPoint> corners(Study study) {
        int k = study.parameters().size();
        List<ParameterPoint> corners = new ArrayList<>();
        for (int mask = 0; mask < 1 << k; mask++) {
            double[] theta = new double[k];
            for (int a = 0; a < k; a++) {
                Parameter parameter = study.parameters().get(a);
                double end = (mask >> a & 1) == 0 ? parameter.min() : parameter.max();
                theta[a] = study.scan().fixed().getOrDefault(a, end);
            }
            corners.add(ParameterPoint.of(theta));
        }
        return corners.stream().distinct().toList();
    }

    private static String named(Study study, ParameterPoint theta) {
        List<String> values = new ArrayList<>();
        for (int a = 0; a < theta.size(); a++) {
            values.add(study.parameters().get(a).name() + " = " + theta.get(a));
        }
        return String.join(", ", values);
    }
}

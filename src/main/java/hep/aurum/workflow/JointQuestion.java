package hep.aurum.workflow;

import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Say what the likelihood of a study is asked: the parameter of interest, the others that are fitted, and where the rest is held.
 *
 * @param study whose parameters they are
 * @param poi position of the parameter of interest
 * @param free positions of all that are fitted, that of interest among them
 * @param nominal the point at which the others are held, with the tested rate at 1
 * @param upper upper end of the interval of the parameter of interest
 */
record JointQuestion(Study study, int poi, List<Integer> free, ParameterPoint nominal, double upper) {

    /**
     * Ask what {@code tests.discovery} asks or, without it, leave all free that the scan leaves free.
     *
     * @param tests the histogram tests; the strength goes as far up as theirs
     */
    static JointQuestion of(Study study, List<Templates.Test> tests) {
        if (study.discovery().isEmpty()) {
            int poi = study.scan().scanned().get(0);
            double[] at = study.parameters().standard().toArray();
            study.scan().fixed().forEach((index, value) -> at[index] = value);
            List<Integer> free = IntStream.range(0, at.length)
                    .filter(a -> !study.scan().fixed().containsKey(a))
                    .boxed()
                    .toList();
            return new JointQuestion(
                    study,
                    poi,
                    free,
                    ParameterPoint.of(at),
                    study.parameters().get(poi).max());
        }
        Study.Discovery discovery = study.discovery().get();
        double[] at = discovery.at().toArray();
        at[discovery.poi()] = 1;
        List<Integer> free = new ArrayList<>(List.of(discovery.poi()));
        free.addAll(study.joint().profiled());
        double upper = Math.max(1, study.parameters().get(discovery.poi()).max());
        for (Templates.Test test : tests) {
            for (ParameterSettings settings :
                    test.workspace().measurements().get(0).parameters()) {
                boolean isPoi = settings.name()
                        .equals(test.workspace().measurements().get(0).poi());
                upper = isPoi ? Math.max(upper, settings.bounds().get(0).upper()) : upper;
            }
        }
        return new JointQuestion(study, discovery.poi(), free, ParameterPoint.of(at), upper);
    }

    /** Return the name of a parameter. */
    String name(int parameter) {
        return study.parameters().get(parameter).name();
    }

    private double lower(int parameter) {
        Parameter range = study.parameters().get(parameter);
        return isTestedRate(parameter) ? Math.min(0, range.min()) : range.min();
    }

    private double upper(int parameter) {
        return parameter == poi ? upper : study.parameters().get(parameter).max();
    }

    private boolean isTestedRate(int parameter) {
        return parameter == poi && study.discovery().isPresent();
    }

    /** Return a parameter as one of a model. */
    ModelParameter parameter(int parameter) {
        return new ModelParameter(
                name(parameter), nominal.get(parameter), lower(parameter), upper(parameter), !free.contains(parameter));
    }

    /** Return a parameter as the settings of a factor. */
    ParameterSettings settings(int parameter) {
        ParameterSettings range = ParameterSettings.of(name(parameter))
                .withRange(nominal.get(parameter), lower(parameter), upper(parameter));
        return free.contains(parameter)
                ? range
                : new ParameterSettings(
                        range.name(), range.inits(), range.bounds(), List.of(), List.of(), Optional.of(true));
    }
}

package hep.aurum.workflow;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.PooledEvents;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.ProcessShape;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hold the pools of simulated events that took no part in training, in the order of the processes.
 *
 * @param events the pools
 * @param origins which generated event each row is of; rows of one event follow each other
 */
record JointPools(PooledEvents events, List<long[]> origins) {

    /** Make the pools of a study. */
    static JointPools of(Study study, Parts parts, JointQuestion question) {
        GenerationPoints points = GenerationPoints.of(study);
        EventSample events = points.at(parts.heldOut(), question.nominal());
        List<PooledEvents.Pool> pools = new ArrayList<>();
        List<long[]> origins = new ArrayList<>();
        for (int p = 0; p < events.processes().size(); p++) {
            boolean isHeld = points.of(events.processes().get(p)).isPresent();
            ProcessShape shape = ProcessShape.of(events, p);
            boolean isShaped = !isHeld && shape.isShaped();
            EventSample own =
                    isShaped ? shape.events() : counting(events.subset(events.rowsOf(p), 1), unscaled(shape, question));
            pools.add(isShaped ? shaped(own) : fixed(own, unscaled(shape, question)));
            origins.add(IntStream.range(0, own.size()).mapToLong(own::origin).toArray());
        }
        return new JointPools(new PooledEvents(pools), origins);
    }

    /** Strengths drop out of where events are; at 1 they leave weights that are not all 0. */
    private static double[] unscaled(ProcessShape shape, JointQuestion question) {
        double[] theta = question.nominal().toArray();
        List<Integer> shaping = IntStream.of(shape.parameters()).boxed().toList();
        for (int a = 0; a < theta.length; a++) {
            theta[a] = shaping.contains(a) ? theta[a] : 1;
        }
        return theta;
    }

    /** Return the events that have a weight at all. */
    private static EventSample counting(EventSample events, double[] theta) {
        return events.subset(
                IntStream.range(0, events.size())
                        .filter(i -> events.weightAt(i, theta) != 0)
                        .toArray(),
                1);
    }

    private static PooledEvents.Pool fixed(EventSample events, double[] theta) {
        double[] weights = new double[events.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = events.weightAt(i, theta);
        }
        return PooledEvents.Pool.of(features(events), weights);
    }

    private static PooledEvents.Pool shaped(EventSample events) {
        int m = events.basis().size();
        double[] coefficients = new double[events.size() * m];
        for (int i = 0; i < events.size(); i++) {
            for (int j = 0; j < m; j++) {
                coefficients[i * m + j] = events.coefficient(i, j);
            }
        }
        return new PooledEvents.Pool(
                features(events), coefficients, events.basis(), events.space().names());
    }

    private static double[] features(EventSample events) {
        return features(events, events.dimension());
    }

    /** Return the first features of all events by rows. */
    static double[] features(EventSample events, int dimension) {
        return features(events, IntStream.range(0, events.size()).toArray(), dimension);
    }

    private static double[] features(EventSample events, int[] rows, int d) {
        double[] features = new double[rows.length * d];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < d; j++) {
                features[i * d + j] = events.feature(rows[i], j);
            }
        }
        return features;
    }

    /** Return the recorded events, or pseudo-data; only the features that the ratio knows. */
    static EventData recorded(DataSet data, int dimension) {
        return EventData.of(features(data.events(), data.rows(), dimension), dimension);
    }

    /** Return the cross-section of one process of a sample in pb. */
    static double crossSection(EventSample events, String process, ParameterPoint theta) {
        double[] monomials = events.basis().values(theta);
        int p = events.processes().indexOf(process);
        double sum = 0;
        for (int row : events.rowsOf(p)) {
            sum += events.weight(row, monomials);
        }
        return sum;
    }
}

package hep.aurum.workflow;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.Part;
import hep.aurum.sample.Split;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Hold the parts of a study's events; no generator event is in two of them.
 *
 * @param training to train, features alone
 * @param validation to stop the training, features alone
 * @param template for histograms, spectators included
 * @param pool for pseudo-data, every copy, spectators included
 * @param heldOut all that took no part in training (template and pool), features alone: for expected results and toys
 * @param rates all events that are not in the pool: for cross-sections
 */
record Parts(
        EventSample training,
        EventSample validation,
        EventSample template,
        EventSample pool,
        EventSample heldOut,
        EventSample rates) {

    private static final int ENOUGH_ROWS = 1000;

    /** Divide the events of a study. */
    static Parts of(Study study, StudySample sample) {
        Study.Split shares = study.split();
        Map<Part, Double> fractions = new EnumMap<>(Part.class);
        fractions.put(Part.TRAINING, shares.training());
        fractions.put(Part.VALIDATION, shares.validation());
        fractions.put(Part.TEMPLATE, shares.template());
        fractions.put(Part.PSEUDO_DATA, shares.pseudoData());
        RandomStreams streams = RandomStreams.of(study.seed());
        Split split = Split.of(sample.events(), fractions, streams.part("split"));
        int learned = sample.learned();
        EventSample training = split.part(Part.TRAINING);
        EventSample validation = split.part(Part.VALIDATION);
        if (sample.forTraining().isPresent()) {
            Split more = Split.of(
                    sample.forTraining().get(),
                    learning(shares),
                    streams.part("split").part("for training"));
            training = TrainingEvents.joined(training, more.part(Part.TRAINING));
            validation = TrainingEvents.joined(validation, more.part(Part.VALIDATION));
        }
        return new Parts(
                training.withFirstFeatures(learned),
                validation.withFirstFeatures(learned),
                split.part(Part.TEMPLATE),
                split.part(Part.PSEUDO_DATA),
                thinned(split.part(Part.TEMPLATE, Part.PSEUDO_DATA), sample, streams.part("expected"))
                        .withFirstFeatures(learned),
                split.part(Part.TRAINING, Part.VALIDATION, Part.TEMPLATE));
    }

    /** Events that are for training alone are divided in the same proportion. */
    private static Map<Part, Double> learning(Study.Split shares) {
        double both = shares.training() + shares.validation();
        Map<Part, Double> fractions = new EnumMap<>(Part.class);
        fractions.put(Part.TRAINING, shares.training() / both);
        fractions.put(Part.VALIDATION, 1 - shares.training() / both);
        return fractions;
    }

    /** Keep one detector response per event where that leaves enough rows: more would cost time and add little. */
    private static EventSample thinned(EventSample events, StudySample sample, RandomStreams streams) {
        List<EventSample> kept = new ArrayList<>();
        for (int p = 0; p < events.processes().size(); p++) {
            EventSample all = events.subset(events.rowsOf(p), 1);
            EventSample single = all.oneCopyEach(sample.copies().get(p), streams);
            kept.add(single.size() >= ENOUGH_ROWS ? single : all);
        }
        return EventSample.join(kept);
    }
}

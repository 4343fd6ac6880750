package hep.aurum.workflow;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.Part;
import hep.aurum.sample.Split;
import hep.aurum.workflow.study.Study;
import java.util.EnumMap;
import java.util.Map;

/**
 * Hold the parts of a study's events; no generator event is in two of them.
 *
 * @param training to train, features alone
 * @param validation to stop the training, features alone
 * @param template for histograms, spectators included
 * @param pool for pseudo-data, one copy of each event, spectators included
 * @param heldOut all that took no part in training (template and pool, every copy), features alone: for expected results
 * @param rates all events that are not in the pool: for cross-sections
 */
record Parts(
        EventSample training,
        EventSample validation,
        EventSample template,
        EventSample pool,
        EventSample heldOut,
        EventSample rates) {

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
        return new Parts(
                split.part(Part.TRAINING).withFirstFeatures(learned),
                split.part(Part.VALIDATION).withFirstFeatures(learned),
                split.part(Part.TEMPLATE),
                split.part(Part.PSEUDO_DATA).oneCopyEach(sample.copies(), streams.part("copies")),
                split.part(Part.TEMPLATE, Part.PSEUDO_DATA).withFirstFeatures(learned),
                split.part(Part.TRAINING, Part.VALIDATION, Part.TEMPLATE));
    }
}

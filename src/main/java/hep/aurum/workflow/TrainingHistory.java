package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.nn.fit.FitHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Record how a network was trained, so that a run that finds the network finished reports the same numbers.
 *
 * @param members one history for each member
 * @param effectiveSampleSize smallest effective number of training events over the prior
 */
record TrainingHistory(List<FitHistory> members, double effectiveSampleSize) {

    private static final String CHECKSUM = "sha256";
    private static final String EFFECTIVE = "effective_sample_size";
    private static final String MEMBERS = "members";
    private static final String BEST = "best_epoch";
    private static final String TRAINING = "training_loss";
    private static final String VALIDATION = "validation_loss";

    /** Copy the list. */
    TrainingHistory {
        members = List.copyOf(members);
    }

    static TrainingHistory of(TrainingResult result) {
        return new TrainingHistory(result.members(), result.effectiveSampleSize());
    }

    /** Return the history of the first member, which stands for all. */
    FitHistory first() {
        return members.get(0);
    }

    /** Return the history as JSON text, bound to the model file with the given checksum. */
    String toJson(String checksum) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (FitHistory member : members) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put(BEST, member.bestEpoch());
            entry.put(TRAINING, member.trainingLoss());
            entry.put(VALIDATION, member.validationLoss());
            list.add(entry);
        }
        Map<String, Object> history = new LinkedHashMap<>();
        history.put(CHECKSUM, checksum);
        history.put(EFFECTIVE, effectiveSampleSize);
        history.put(MEMBERS, list);
        return JsonText.of(history) + "\n";
    }

    /**
     * Read a history.
     *
     * @throws BadInput if the text is no history, or that of another model file
     */
    static TrainingHistory parse(String text, String checksum) {
        try {
            JsonNode root = JsonText.parse(text);
            if (!root.path(CHECKSUM).asString("").equals(checksum)) {
                throw new BadInput("the training history belongs to another model file", "", "train again");
            }
            List<FitHistory> members = new ArrayList<>();
            for (JsonNode member : root.path(MEMBERS)) {
                members.add(new FitHistory(
                        numbers(member.path(TRAINING)),
                        numbers(member.path(VALIDATION)),
                        member.path(BEST).asInt()));
            }
            if (members.isEmpty()) {
                throw new BadInput("the training history has no members", "", "train again");
            }
            return new TrainingHistory(members, root.path(EFFECTIVE).asDouble());
        } catch (JacksonException e) {
            throw new BadInput("the training history cannot be read: " + e.getOriginalMessage(), "", "train again");
        }
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(item -> numbers.add(item.asDouble()));
        return numbers;
    }
}

package hep.aurum.observable.expression;

import hep.aurum.observable.object.Reconstruction;

/** Compose the code that chooses objects of an event. */
final class Choices {

    private Choices() {}

    /** The object of a rank, counted from 1 by descending transverse momentum; {@code name} is for messages. */
    static ObjectCode ranked(CollectionCode members, int rank, String name) {
        return frame -> {
            Reconstruction event = frame.event();
            int left = rank;
            for (int i = 0; i < event.size(); i++) {
                if (members.contains(frame, i) && --left == 0) {
                    return i;
                }
            }
            frame.miss(name);
            return -1;
        };
    }

    /** The four-vector of an object. */
    static VectorCode momentum(ObjectCode object) {
        return frame -> {
            int position = object.at(frame);
            return position < 0 ? Frame.UNDEFINED : frame.event().momentum(position);
        };
    }

    /** Those members for which a condition holds. */
    static CollectionCode filtered(CollectionCode members, ConditionCode condition) {
        return (frame, i) -> {
            if (!members.contains(frame, i)) {
                return false;
            }
            int before = frame.enter(i);
            boolean passes = condition.at(frame);
            frame.enter(before);
            return passes;
        };
    }
}

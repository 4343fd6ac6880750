package hep.aurum.source.root;

import java.util.List;

/**
 * Say how a branch is read.
 *
 * @param type of an entry in C++, or the class of what cannot be read
 * @param layouts one per column; empty for a branch that only groups others, and for one that cannot be read
 * @param problem why it cannot be read, empty if it can or needs not
 */
record Interpretation(String type, List<BasketLayout> layouts, String problem) {

    static Interpretation of(String type, BasketLayout layout) {
        return new Interpretation(type, List.of(layout), "");
    }

    /** Stand for a branch without entries of its own. */
    static Interpretation group(String type) {
        return new Interpretation(type, List.of(), "");
    }

    static Interpretation unread(String type, String why) {
        return new Interpretation(type, List.of(), why);
    }
}

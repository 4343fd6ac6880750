package hep.aurum.source.root;

/**
 * Describe a branch of a tree.
 *
 * @param name as users of ROOT know it, such as {@code Jet_pt} or {@code Jet.PT}; behind the names of the branches that
 *     it is part of where it would not be the only one of its name; with {@code #2} behind it for the second of one path
 * @param type of an entry in C++, such as {@code float[]}, {@code int32_t[3]}, {@code std::vector<float>}; the class, of
 *     an object
 * @param isReadable whether it gives columns; those that only group others do not
 */
public record RootBranch(String name, String type, boolean isReadable) {}

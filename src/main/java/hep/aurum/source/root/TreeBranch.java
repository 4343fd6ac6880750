package hep.aurum.source.root;

import hep.aurum.base.BadInput;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hold what a tree says of one of its branches: where its baskets are, its leaves, its branches, and, for one that is
 * part of an object, of which class and which member.
 */
final class TreeBranch {

    private static final String ELEMENT = "TBranchElement";

    private final RootObject object;
    private final String path;
    private final List<TreeBranch> branches;
    private final List<Leaf> leaves;
    private final long[] starts;
    private final long[] seeks;
    private final long[] lengths;

    /**
     * Describe what one entry of a branch holds of one quantity.
     *
     * @param className such as {@code TLeafF}
     * @param length number of values of its fixed dimensions, of all together
     * @param counter name of the leaf that says how many there are, empty if their number is fixed
     * @param code kind of member, of a TLeafElement
     */
    record Leaf(String className, String name, String title, int length, boolean isUnsigned, String counter, int code) {

        private static final int MAX_LENGTH = 1 << 20;

        static Leaf of(RootObject object, String branch) {
            int length = object.small("fLen");
            if (length < 0 || length > MAX_LENGTH) {
                throw new BadInput(
                        "a leaf of branch \"" + branch + "\" claims " + length + " values", "", "the file is damaged");
            }
            RootObject counter = object.object("fLeafCount");
            return new Leaf(
                    object.className(),
                    object.text("fName"),
                    object.text("fTitle"),
                    Math.max(1, length),
                    object.integer("fIsUnsigned") != 0,
                    counter == null ? "" : counter.text("fName"),
                    object.small("fType"));
        }
    }

    TreeBranch(RootObject object, String parent) {
        this.object = object;
        String name = object.text("fName");
        this.path = parent.isEmpty() ? name : parent + "/" + name;
        this.branches = object.items("fBranches").stream()
                .map(child -> new TreeBranch(child, path))
                .toList();
        this.leaves = object.items("fLeaves").stream()
                .map(leaf -> Leaf.of(leaf, name))
                .toList();
        this.starts = object.integers("fBasketEntry");
        this.seeks = object.integers("fBasketSeek");
        this.lengths = object.integers("fBasketBytes");
    }

    String name() {
        return object.text("fName");
    }

    /** Return its name behind those of the branches that it is part of. */
    String path() {
        return path;
    }

    String title() {
        return object.text("fTitle");
    }

    String className() {
        return object.className();
    }

    List<TreeBranch> branches() {
        return branches;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    long entries() {
        return object.integer("fEntries");
    }

    /** Return the name of the file that holds the baskets, empty if it is this one. */
    String fileName() {
        return object.text("fFileName");
    }

    /** Return whether the tables of entries were left out, to be made from the counts. */
    boolean lacksOffsets() {
        RootObject features = object.object("fIOFeatures");
        return features != null && (features.integer("fIOBits") & 1) != 0;
    }

    boolean isElement() {
        return className().equals(ELEMENT);
    }

    /** Return the class that the member belongs to, or, of a branch that is a whole object, its class. */
    String ownerClass() {
        return object.text("fClassName");
    }

    /** Return the class of the items of a TClonesArray, empty for others. */
    String clonesName() {
        return object.text("fClonesName");
    }

    int ownerVersion() {
        return object.small("fClassVersion");
    }

    /** Return the position of the member in its class; negative for a whole object. */
    int memberIndex() {
        return isElement() ? object.small("fID") : -1;
    }

    /** Return what a TBranchElement stands for: 0 a member, 3 and 4 collections, 31 and 41 members of their items. */
    int role() {
        return object.small("fType");
    }

    /** Return the kind of member, see {@link StreamerElement#code}. */
    int memberCode() {
        return object.small("fStreamerType");
    }

    /** Return the number of baskets, those in the record of the tree included. */
    int baskets() {
        int full = Math.max(0, object.small("fWriteBasket"));
        return Math.min(Math.min(full + 1, starts.length), Math.min(seeks.length, lengths.length));
    }

    /** Return the first row of a basket. */
    long firstRow(int basket) {
        return starts[basket];
    }

    /** Return the basket that holds a row, -1 if the row lies in front of all. */
    int basketOf(long row) {
        int found = Arrays.binarySearch(starts, 0, baskets(), row);
        // Empty baskets start where the next one does: the last of those with the same start has the row.
        int at = found >= 0 ? found : -found - 2;
        while (at >= 0 && at + 1 < baskets() && starts[at + 1] <= row) {
            at++;
        }
        return at;
    }

    /** Return the offset of a basket in the file, 0 if it has no record of its own. */
    long seek(int basket) {
        return seeks[basket];
    }

    /** Return the bytes of the record of a basket. */
    long length(int basket) {
        return lengths[basket];
    }

    /** Return a basket that stands in the record of the tree, null if there is none. */
    @Nullable Basket embedded(int basket) {
        List<@Nullable RootObject> list = object.list("fBaskets");
        RootObject item = basket < list.size() ? list.get(basket) : null;
        Basket embedded = item == null ? null : item.value("basket", Basket.class);
        return embedded == null || embedded.entries() == 0 ? null : embedded;
    }

    /** Return whether baskets are listed in the order of their rows. */
    boolean isAscending() {
        for (int i = 1; i < baskets(); i++) {
            if (starts[i] < starts[i - 1] || starts[i - 1] < 0) {
                return false;
            }
        }
        return true;
    }
}

package hep.aurum.source.root;

import java.util.ArrayDeque;
import java.util.Deque;

/** Go through the baskets of one branch once, and hold those that the present batch needs. Not for several threads. */
final class BranchPass {

    private final RootBytes file;
    private final TreeBranch branch;
    private final long rows;
    private final Deque<Loaded> loaded = new ArrayDeque<>();
    private int next;
    private long end;

    /** Hold a basket with the number of its first row; of its entries only the first ones may count. */
    private record Loaded(Basket basket, long first, int rows) {
        long end() {
            return first + rows;
        }
    }

    BranchPass(RootBytes file, TreeBranch branch, long rows) {
        this.file = file;
        this.branch = branch;
        this.rows = rows;
    }

    /** Forget the baskets in front of a row. */
    void drop(long first) {
        while (!loaded.isEmpty() && loaded.getFirst().end() <= first) {
            loaded.removeFirst();
        }
    }

    /**
     * Load baskets for rows.
     *
     * @param wanted how many at most
     * @param budget bytes of entries that should not be exceeded
     * @return how many rows from the first are loaded and within the budget, at least 1
     */
    int reach(long first, int wanted, long budget) {
        long held = 0;
        int reached = 0;
        for (Loaded part : loaded) {
            reached += within(part, first + reached, wanted - reached, budget - held);
            held = size(first, reached);
        }
        while (reached < wanted && end == first + reached && held < budget) {
            Loaded part = load();
            int more = within(part, first + reached, wanted - reached, budget - held);
            reached += more;
            held += part.basket().size(0, more);
        }
        return Math.max(1, reached);
    }

    private long size(long first, int count) {
        long size = 0;
        for (Loaded part : loaded) {
            int from = (int) Math.max(0, first - part.first());
            int to = (int) Math.min(part.rows(), first + count - part.first());
            size += to > from ? part.basket().size(from, to) : 0;
        }
        return size;
    }

    /** Return how many entries of a basket from a row on are wanted and do not exceed the budget. */
    private static int within(Loaded part, long row, int wanted, long budget) {
        int from = (int) (row - part.first());
        if (from < 0 || wanted <= 0) {
            return 0;
        }
        int low = 0;
        int high = Math.min(wanted, part.rows() - from);
        if (part.basket().size(from, from + high) <= budget) {
            return high;
        }
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (part.basket().size(from, from + middle) <= budget) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private Loaded load() {
        int basket = next;
        while (basket < branch.baskets() && endOf(basket) <= end) {
            basket++;
        }
        if (basket >= branch.baskets() || branch.firstRow(basket) != end) {
            throw BasketReader.missing(file.name(), branch.path(), end);
        }
        Basket content = read(basket);
        long count = endOf(basket) - end;
        if (content.entries() < count) {
            throw BasketReader.missing(file.name(), branch.path(), end + content.entries());
        }
        Loaded part = new Loaded(content, end, (int) count);
        loaded.addLast(part);
        end += count;
        next = basket + 1;
        return part;
    }

    private long endOf(int basket) {
        return basket + 1 < branch.baskets() ? Math.min(rows, branch.firstRow(basket + 1)) : rows;
    }

    private Basket read(int basket) {
        Basket embedded = branch.embedded(basket);
        if (embedded != null) {
            return embedded;
        }
        long length = branch.length(basket);
        if (branch.seek(basket) <= 0 || length < 0 || length > RootBytes.MAX_PIECE) {
            throw BasketReader.missing(file.name(), branch.path(), end);
        }
        return BasketReader.read(file, branch.seek(basket), (int) length, branch.path());
    }

    /** Append the values of rows that were reached. */
    void read(long first, int count, BasketLayout layout, Values values) {
        long stop = first + count;
        for (Loaded part : loaded) {
            int from = (int) Math.max(0, first - part.first());
            int to = (int) Math.min(part.rows(), stop - part.first());
            if (to > from) {
                layout.read(part.basket(), from, to, values);
            }
        }
    }
}

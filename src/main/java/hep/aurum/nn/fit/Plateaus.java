package hep.aurum.nn.fit;

/** Count how often the validation loss has stopped to fall: for a third of the epochs after which training would stop. */
final class Plateaus {

    private final int length;
    private int count;
    private int since;

    Plateaus(int patience) {
        this.length = Math.max(1, patience / 3);
    }

    /** Return the number of plateaus so far. */
    int count() {
        return count;
    }

    /** Take note of how many epochs ago the loss was least. */
    void report(int epochsWithoutProgress) {
        since = epochsWithoutProgress == 0 ? 0 : since + 1;
        if (since == length) {
            count++;
            since = 0;
        }
    }
}

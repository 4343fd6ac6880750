package hep.aurum.base;

/**
 * Join counted tasks that follow one another into one, such as the toys of many points.
 *
 * <p>The listener hears of one task whose total is that of all stages; more may be announced on the way. Reports that are
 * not counted are passed over.
 */
public final class Stages implements Progress {

    private final Progress outer;
    private final String name;
    private final String unit;
    private long total;
    private long before;

    private Stages(Progress outer, String name, long total, String unit) {
        this.outer = outer;
        this.name = name;
        this.total = total;
        this.unit = unit;
    }

    /**
     * Say that the task begins.
     *
     * @param outer who is told
     * @param name what is being done, in place of the names of the stages
     * @param total how many there are in all stages that are known of
     * @param unit the plural of what is counted
     */
    public static Stages of(Progress outer, String name, long total, String unit) {
        outer.report(name, 0, total, unit);
        return new Stages(outer, name, total, unit);
    }

    /** Announce more work. */
    public void expect(long more) {
        total += more;
    }

    @Override
    public void report(String stage, double fraction) {
        // Nothing is counted.
    }

    @Override
    public void report(String stage, long done, long all, String counted) {
        long sum = before + done;
        if (sum < total) {
            // The last stage does not end the task, for more may be announced.
            outer.report(name, sum, total, unit);
        }
        if (done == all) {
            before = sum;
        }
    }

    /** Say that the task is finished. */
    public void finish() {
        outer.report(name, 1.0);
    }
}

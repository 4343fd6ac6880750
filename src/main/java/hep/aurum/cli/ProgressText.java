package hep.aurum.cli;

import java.util.Locale;

/** Say numbers of progress in few characters. */
final class ProgressText {

    private static final String PREFIXES = " kMGTPE";
    private static final double THOUSAND = 1000.0;
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86400;

    private ProgressText() {}

    /** Return three digits and a prefix of the SI: {@code 950}, {@code 12.3k}, {@code 1.20M}. */
    static String si(double value) {
        int prefix = 0;
        double scaled = value;
        // 999.5 would be written as 1000.
        while (scaled >= 999.5 && prefix < PREFIXES.length() - 1) {
            scaled /= THOUSAND;
            prefix++;
        }
        String digits = prefix == 0 && scaled == Math.rint(scaled) || scaled >= 99.95
                ? String.format(Locale.ROOT, "%.0f", scaled)
                : String.format(Locale.ROOT, scaled >= 9.995 ? "%.1f" : "%.2f", scaled);
        return prefix == 0 ? digits : digits + PREFIXES.charAt(prefix);
    }

    /** Return a count with its unit; of bytes, {@code 12.3 MB}. */
    static String amount(double value, String unit) {
        String text = si(value);
        if (!unit.equals("B")) {
            return text + " " + unit;
        }
        char last = text.charAt(text.length() - 1);
        return Character.isLetter(last) ? text.substring(0, text.length() - 1) + " " + last + "B" : text + " B";
    }

    /** Return a rate with its unit, of slow work by the minute or the hour. */
    static String rate(double perSecond, String unit) {
        if (perSecond >= 0.1) {
            return amount(perSecond, unit) + "/s";
        }
        double perMinute = MINUTE * perSecond;
        return perMinute >= 0.1 ? amount(perMinute, unit) + "/min" : amount(HOUR * perSecond, unit) + "/h";
    }

    /** Return a time: {@code 12.3 s}, {@code 1 min 12 s}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
    static String time(double seconds) {
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return coarse(Math.round(seconds));
    }

    /** Return a time that is an estimate: {@code 12 s}, {@code 1 min 12 s}, {@code 2 h 5 min}. */
    static String estimate(double seconds) {
        return coarse((long) Math.ceil(seconds - RunningTask.ROUNDING));
    }

    private static String coarse(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return two(seconds / MINUTE, "min", seconds % MINUTE, "s");
        }
        return seconds < DAY
                ? two(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min")
                : two(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** Return what is known beside the bar: rate, and the time that is left or that has passed. */
    static String state(RunningTask task) {
        StringBuilder text = new StringBuilder();
        if (task.isCounted() && Double.isNaN(task.fraction())) {
            text.append(amount(task.done(), task.unit())).append("  ");
        }
        task.rate().ifPresent(rate -> text.append(rate(rate, task.unit())).append("  "));
        task.remaining()
                .ifPresentOrElse(
                        left -> text.append(estimate(left)).append(" left"),
                        () -> text.append(coarse((long) (task.seconds() + RunningTask.ROUNDING))));
        return text.toString();
    }

    /** Return the last word on a task. */
    static String done(RunningTask task) {
        String rate = task.isCounted() && task.meanRate() > 0.0 ? ", " + rate(task.meanRate(), task.unit()) : "";
        return "done in " + time(task.seconds()) + rate;
    }

    /** Return a name without control characters, which a name of a file may have. */
    static String plain(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}

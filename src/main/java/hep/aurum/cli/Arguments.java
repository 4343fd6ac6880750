package hep.aurum.cli;

import hep.aurum.base.BadInput;

/** Check numbers that were given on the command line. */
final class Arguments {

    private static final int MAX_THREADS = 1024;

    private Arguments() {}

    static int positive(String option, int value) {
        if (value < 1 || value > MAX_THREADS) {
            throw new BadInput(option + " is " + value + ", expected a number from 1 to " + MAX_THREADS, "", "");
        }
        return value;
    }

    static int count(String option, int value) {
        if (value < 1) {
            throw new BadInput(option + " is " + value + ", expected a number that is at least 1", "", "");
        }
        return value;
    }

    static long notNegative(String option, long value) {
        if (value < 0) {
            throw new BadInput(option + " is " + value + ", expected a number that is not negative", "", "");
        }
        return value;
    }
}

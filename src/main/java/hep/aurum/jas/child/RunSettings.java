package hep.aurum.jas.child;

import hep.aurum.base.BadInput;
import java.util.Properties;

/**
 * Say what a run may take of the machine.
 *
 * @param memory largest heap in MB
 * @param threads number of threads; results do not depend on it
 */
public record RunSettings(int memory, int threads) {

    /** Smallest heap in MB with which a study can be run. */
    public static final int LEAST_MEMORY = 256;

    private static final String MEMORY = "aurum.run.memory";
    private static final String THREADS = "aurum.run.threads";
    private static final int USUAL_MEMORY = 2048;
    private static final int MOST_MEMORY = 1 << 20;
    private static final int MOST_THREADS = 1024;

    /** Check the numbers. */
    public RunSettings {
        require("memory", memory, LEAST_MEMORY, MOST_MEMORY);
        require("threads", threads, 1, MOST_THREADS);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadInput(name + ": " + value + " is not from " + least + " to " + most, "", "");
        }
    }

    /** Return 2 GB and all processors but one, which stays with the host. */
    public static RunSettings usual() {
        return new RunSettings(USUAL_MEMORY, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    /** Return what preferences say, and the usual where they say nothing that makes sense. */
    public static RunSettings of(Properties preferences) {
        RunSettings usual = usual();
        try {
            return new RunSettings(
                    number(preferences, MEMORY, usual.memory), number(preferences, THREADS, usual.threads));
        } catch (BadInput e) {
            return usual;
        }
    }

    private static int number(Properties preferences, String key, int usual) {
        try {
            return Integer.parseInt(
                    preferences.getProperty(key, Integer.toString(usual)).strip());
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    /** Write into preferences. */
    public void store(Properties preferences) {
        preferences.setProperty(MEMORY, Integer.toString(memory));
        preferences.setProperty(THREADS, Integer.toString(threads));
    }
}

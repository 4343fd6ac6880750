package hep.aurum.jas.record;

import hep.aurum.workflow.LearnedObservable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.freehep.record.loop.RecordEvent;
import org.freehep.record.loop.RecordListener;

/**
 * Evaluate a trained model on each event that the host's loop supplies, and hand on \(\log\hat r\) with the event's weight.
 *
 * <p>Records that are not events of Aurum are passed over, and so are the rest of a file that the model cannot read, after
 * one message.
 */
public final class LearnedListener implements RecordListener {

    /** Take a value of a file with the weight of its event. */
    @FunctionalInterface
    public interface Fills {

        /** Take \(\log\hat r\) of a selected event. */
        void fill(Path file, double logRatio, double weight);
    }

    private final LearnedObservable learned;
    private final Fills fills;
    private final Consumer<RuntimeException> problems;
    private final Map<Path, LearnedFile> files = new HashMap<>();
    private final Set<Path> unreadable = new HashSet<>();

    /** Create a listener; values and problems are told on the thread of the loop. */
    public LearnedListener(LearnedObservable learned, Fills fills, Consumer<RuntimeException> problems) {
        this.learned = learned;
        this.fills = fills;
        this.problems = problems;
    }

    /** Return the model. */
    public LearnedObservable learned() {
        return learned;
    }

    @Override
    public synchronized void recordSupplied(RecordEvent event) {
        if (event.getRecord() instanceof EventRecord record && !unreadable.contains(record.file())) {
            try {
                evaluate(record);
            } catch (RuntimeException e) {
                unreadable.add(record.file());
                problems.accept(e);
            }
        }
    }

    private void evaluate(EventRecord record) {
        LearnedFile file = files.computeIfAbsent(record.file(), path -> new LearnedFile(learned.open(path)));
        OptionalDouble logRatio = file.logRatio(record.event());
        if (logRatio.isPresent()) {
            fills.fill(record.file(), logRatio.getAsDouble(), record.event().weight());
        }
    }

    /** Close the files that are read. */
    public synchronized void close() {
        files.values().forEach(LearnedFile::close);
        files.clear();
    }
}

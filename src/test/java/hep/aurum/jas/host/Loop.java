package hep.aurum.jas.host;

import java.io.IOException;
import java.util.List;
import org.freehep.record.loop.RecordEvent;
import org.freehep.record.loop.RecordListener;
import org.freehep.record.source.NoSuchRecordException;
import org.freehep.record.source.RecordSource;
import org.freehep.util.FreeHEPLookup;

/** The loop toolbar: takes the records of a source that is in the register, and hands them to every listener there. */
public final class Loop {

    /** Where a source that never ends is stopped. */
    private static final long RUNAWAY = 1_000_000;

    private final FreeHEPLookup lookup;

    Loop(FreeHEPLookup lookup) {
        this.lookup = lookup;
    }

    /** Return the names that the user can choose from. */
    public List<String> sources() {
        return lookup.all(RecordSource.class).stream()
                .map(RecordSource::getName)
                .toList();
    }

    /** Go to the end of a source and return how many records it gave. */
    public long run(String name) throws IOException {
        return run(name, Long.MAX_VALUE);
    }

    /** Take at most so many records; the end is where {@code next} says so, whatever {@code hasNext} says. */
    public long run(String name, long most) throws IOException {
        RecordSource source = source(name);
        long taken = 0;
        while (taken < most) {
            try {
                source.next();
            } catch (NoSuchRecordException e) {
                return taken;
            }
            if (++taken > RUNAWAY) {
                throw new IllegalStateException(name + " does not end");
            }
            RecordEvent event = new RecordEvent(source.getCurrentRecord());
            lookup.all(RecordListener.class).forEach(listener -> listener.recordSupplied(event));
        }
        return taken;
    }

    /** Go back to before the first record of a source that can. */
    public void rewind(String name) throws IOException {
        source(name).rewind();
    }

    /** Return the source of a name. */
    public RecordSource source(String name) {
        return lookup.all(RecordSource.class).stream()
                .filter(source -> name.equals(source.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " among " + sources()));
    }
}

package hep.aurum.jas.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.BoundedRangeModel;
import org.freehep.application.ProgressMeter;
import org.freehep.application.Stoppable;
import org.freehep.jas.services.ProgressMeterProvider;

/** The progress meters of the status bar. */
public final class Meters implements ProgressMeterProvider {

    /** A meter that shows nothing; the user can press its button. */
    @SuppressWarnings("serial")
    public static final class Meter extends ProgressMeter {

        private transient BoundedRangeModel model;
        private transient Stoppable stoppable;
        private boolean indeterminate;

        @Override
        public void setModel(BoundedRangeModel model) {
            this.model = model;
        }

        @Override
        public void setStoppable(Stoppable stop) {
            stoppable = stop;
            setModel(stop == null ? null : stop.getModel());
        }

        @Override
        public void setIndeterminate(boolean indeterminate) {
            this.indeterminate = indeterminate;
        }

        @Override
        public void setShowStopButton(boolean showStopButton) {}

        @Override
        public void setStopEnabled(boolean enabled) {}

        public BoundedRangeModel model() {
            return model;
        }

        public boolean isIndeterminate() {
            return indeterminate;
        }

        /** Press the button. */
        public void stop() {
            stoppable.stop();
        }
    }

    private final List<Meter> lent = new CopyOnWriteArrayList<>();
    private final List<Meter> free = new CopyOnWriteArrayList<>();

    @Override
    public ProgressMeter getProgressMeter() {
        Meter meter = new Meter();
        lent.add(meter);
        return meter;
    }

    @Override
    public void freeProgressMeter(ProgressMeter meter) {
        if (!lent.remove(meter)) {
            throw new IllegalStateException("this meter was not lent, or was given back before");
        }
        free.add((Meter) meter);
    }

    /** Return the meters that are shown now. */
    public List<Meter> lent() {
        return lent;
    }

    /** Return the meters that were given back. */
    public List<Meter> givenBack() {
        return free;
    }
}

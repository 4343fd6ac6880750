package hep.aurum.jas;

import javax.swing.BoundedRangeModel;
import javax.swing.DefaultBoundedRangeModel;
import org.freehep.application.ProgressMeter;
import org.freehep.application.Stoppable;
import org.freehep.jas.services.ProgressMeterProvider;

/** Show progress in the host's meter, whose button stops the run; used on the event thread. */
final class RunMeter {

    private static final int FULL = 1000;

    private final ProgressMeterProvider provider;
    private final ProgressMeter meter;
    private final BoundedRangeModel model = new DefaultBoundedRangeModel(0, 0, 0, FULL);

    RunMeter(ProgressMeterProvider provider, Runnable stop) {
        this.provider = provider;
        this.meter = provider.getProgressMeter();
        meter.setStoppable(new Stoppable() {
            @Override
            public void stop() {
                stop.run();
            }

            @Override
            public BoundedRangeModel getModel() {
                return model;
            }
        });
    }

    void report(double fraction) {
        meter.setIndeterminate(Double.isNaN(fraction));
        if (!Double.isNaN(fraction)) {
            model.setValue((int) Math.round(FULL * Math.max(0, Math.min(1, fraction))));
        }
    }

    void free() {
        meter.setStoppable(null);
        provider.freeProgressMeter(meter);
    }
}

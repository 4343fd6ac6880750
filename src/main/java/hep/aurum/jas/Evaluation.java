package hep.aurum.jas;

import hep.aida.IHistogram1D;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.jas.aida.HostTree;
import hep.aurum.jas.aida.PlotPages;
import hep.aurum.jas.record.LearnedListener;
import hep.aurum.workflow.LearnedObservable;
import hep.aurum.workflow.StoredResults;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freehep.record.loop.RecordListener;
import org.jspecify.annotations.Nullable;

/** Evaluate a trained model on the events of the record loop, into one histogram per file. */
final class Evaluation {

    private static final String TITLE = "learned log r of ";
    private static final int USUAL_BINS = 100;
    private static final double USUAL_END = 5;

    private final Desk desk;
    private @Nullable LearnedListener listener;
    private @Nullable RecordListener registered;

    Evaluation(Desk desk) {
        this.desk = desk;
    }

    void ask() {
        HostTree tree = desk.services().tree();
        desk.questions()
                .folder("Results of the study whose model is evaluated")
                .ifPresent(folder -> start(folder, tree));
    }

    private void start(Path folder, HostTree tree) {
        desk.inBackground(
                "model in " + folder, () -> new Model(LearnedObservable.read(folder), axis(folder)), model -> {
                    stop();
                    Sink sink = new Sink(tree, model);
                    LearnedListener made = new LearnedListener(
                            model.learned(), sink, failure -> desk.say("model on events: " + failure.getMessage()));
                    RecordListener guarded = desk.host().guard(RecordListener.class, made);
                    desk.host().studio().getLookup().add(guarded);
                    listener = made;
                    registered = guarded;
                    desk.say("the model of " + model.learned().name()
                            + " is evaluated on each event of the record loop, into " + sink.folder);
                });
    }

    /** A trained model with the bins of its histograms. */
    private record Model(LearnedObservable learned, Axis axis) {}

    /**
     * The bins in which the run itself has histograms of the same ratio: those of its test of a rate, or else of its learned
     * ratio.
     */
    static Axis axis(Path folder) {
        List<AnalysisObject> objects = StoredResults.read(folder).objects();
        return first(objects, "/signal_region/", "/learned")
                .or(() -> first(objects, "/learned/", "/log_ratio"))
                .orElseGet(() -> Axis.uniform("learned log r", "", USUAL_BINS, -USUAL_END, USUAL_END));
    }

    private static Optional<Axis> first(List<AnalysisObject> objects, String start, String end) {
        return objects.stream()
                .filter(o -> o.path().startsWith(start) && o.path().endsWith(end))
                .map(AnalysisObject::content)
                .filter(Histogram1D.class::isInstance)
                .map(content -> ((Histogram1D) content).axis())
                .findFirst();
    }

    /** Stop evaluating; the histograms stay. */
    void stop() {
        if (registered != null) {
            desk.host().studio().getLookup().remove(registered);
            registered = null;
        }
        if (listener != null) {
            listener.close();
            listener = null;
        }
    }

    boolean isOn() {
        return listener != null;
    }

    /** Fills histograms of the tree on the thread of the loop. */
    private final class Sink implements LearnedListener.Fills {

        private final HostTree tree;
        private final Model model;
        private final String folder;
        private final Map<Path, IHistogram1D> histograms = new HashMap<>();

        Sink(HostTree tree, Model model) {
            this.tree = tree;
            this.model = model;
            this.folder = Results.folder(model.learned().name()) + "/loop";
        }

        @Override
        public void fill(Path file, double logRatio, double weight) {
            histograms.computeIfAbsent(file, this::create).fill(logRatio, weight);
        }

        private IHistogram1D create(Path file) {
            String name = String.valueOf(file.getFileName());
            IHistogram1D made = tree.create(folder + "/" + name, TITLE + name, model.axis());
            Desk.onEventThread(() -> desk.guarded(
                    "plot of the learned ratio",
                    () -> new PlotPages(desk.services().plots())
                            .show(model.learned().name(), Map.of("/loop/" + name, made))));
            return made;
        }
    }
}

package hep.aurum.jas;

import hep.aurum.jas.aida.TreeHistogram;
import hep.aurum.jas.child.RunSettings;
import hep.aurum.jas.dialog.PeakChoice;
import hep.aurum.jas.dialog.Questions;
import hep.aurum.jas.dialog.TemplateChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers questions as a test says, where a user would in a window. */
final class Answers implements Questions {

    private Optional<Path> path = Optional.empty();
    private Function<List<TreeHistogram>, TemplateChoice> templates = unasked();
    private Function<List<TreeHistogram>, PeakChoice> peak = unasked();
    private Optional<RunSettings> settings = Optional.empty();

    private static <T> Function<List<TreeHistogram>, T> unasked() {
        return candidates -> {
            throw new AssertionError("a question that the test did not expect");
        };
    }

    void path(Path answer) {
        path = Optional.of(answer);
    }

    void cancel() {
        path = Optional.empty();
    }

    void templates(Function<List<TreeHistogram>, TemplateChoice> answer) {
        templates = answer;
    }

    void peak(Function<List<TreeHistogram>, PeakChoice> answer) {
        peak = answer;
    }

    void runSettings(RunSettings answer) {
        settings = Optional.of(answer);
    }

    @Override
    public Optional<Path> file(String title) {
        return path;
    }

    @Override
    public Optional<Path> folder(String title) {
        return path;
    }

    @Override
    public Optional<TemplateChoice> templates(List<TreeHistogram> candidates) {
        return Optional.of(templates.apply(candidates));
    }

    @Override
    public Optional<PeakChoice> peak(List<TreeHistogram> candidates) {
        return Optional.of(peak.apply(candidates));
    }

    @Override
    public Optional<RunSettings> settings(RunSettings current) {
        return settings;
    }

    static TreeHistogram pick(List<TreeHistogram> candidates, String end) {
        return candidates.stream()
                .filter(h -> h.path().endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + end + " among " + candidates));
    }
}

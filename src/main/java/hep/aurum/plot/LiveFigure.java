package hep.aurum.plot;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Show the latest of several figures of one size, so that a window follows what a script draws.
 *
 * <p>Any thread may set the figure; windows are painted anew.
 */
public final class LiveFigure implements Figure {

    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile Figure current;

    /** Begin with a figure. */
    public LiveFigure(Figure first) {
        this.current = first;
    }

    /** Show another figure from now on. */
    public void set(Figure next) {
        current = next;
        watchers.forEach(Runnable::run);
    }

    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    @Override
    public String title() {
        return current.title();
    }

    @Override
    public int width() {
        return current.width();
    }

    @Override
    public int height() {
        return current.height();
    }

    @Override
    public void draw(Graphics2D g) {
        current.draw(g);
    }

    @Override
    public Map<String, Object> data() {
        return current.data();
    }
}

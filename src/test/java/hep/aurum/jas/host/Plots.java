package hep.aurum.jas.host;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.swing.JPanel;
import org.freehep.jas.services.PlotFactory;
import org.freehep.jas.services.PlotPage;
import org.freehep.jas.services.PlotRegion;
import org.freehep.jas.services.Plotter;

/** Makes plots that show nothing, for every class of data but those of the JDK. */
public final class Plots implements PlotFactory {

    private final List<Page> pages = new CopyOnWriteArrayList<>();

    /** Return the pages that were made. */
    public List<Page> pages() {
        return pages;
    }

    @Override
    public Plotter createPlotterFor(Class<?> dataType) {
        return canCreatePlotterFor(dataType) ? new Plot() : null;
    }

    @Override
    public boolean canCreatePlotterFor(Class<?> dataType) {
        return !dataType.getName().startsWith("java.");
    }

    @Override
    public PlotPage createPage(String name) {
        Page page = new Page(name);
        pages.add(page);
        return page;
    }

    @Override
    public PlotPage currentPage() {
        return pages.stream()
                .filter(Page::isShown)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private boolean isReady() {
        return currentPage() instanceof Page page && page.chosen;
    }

    /** A page of plots. */
    public static final class Page implements PlotPage {

        private final String name;
        private List<Region> regions = List.of();
        private int current;
        private boolean chosen;
        private boolean shown;

        private Page(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        public boolean isShown() {
            return shown;
        }

        /** Return the data in every region, from the first to the last. */
        public List<List<Object>> data() {
            return regions.stream()
                    .map(region -> region.plot == null ? List.of() : region.plot.getData())
                    .toList();
        }

        @Override
        public void createRegions(int columns, int rows) {
            regions = IntStream.range(0, columns * rows)
                    .mapToObj(index -> new Region())
                    .toList();
        }

        @Override
        public PlotRegion region(int index) {
            return regions.get(index);
        }

        @Override
        public PlotRegion currentRegion() {
            return regions.isEmpty() ? null : regions.get(current);
        }

        @Override
        public void setCurrentRegion(PlotRegion region) {
            current = regions.indexOf(region);
            chosen = true;
        }

        @Override
        public int numberOfRegions() {
            return regions.size();
        }

        @Override
        public void showPage() {
            shown = true;
        }

        @Override
        public void hidePage() {
            shown = false;
        }
    }

    private static final class Region implements PlotRegion {

        private Plotter plot;

        @Override
        public void showPlot(Plotter plotter) {
            plot = plotter;
        }

        @Override
        public void clear() {
            plot = null;
        }

        @Override
        public Plotter currentPlot() {
            return plot;
        }
    }

    /** The real plotter needs a page that is shown, and a region of it that was chosen, before it draws. */
    private final class Plot implements Plotter {

        private final List<Object> data = new ArrayList<>();

        @Override
        public void plot(Object item, int mode) {
            if (!isReady()) {
                throw new IllegalStateException("show the page and choose its region before plotting");
            }
            if (mode == NORMAL) {
                data.clear();
            }
            data.add(item);
        }

        @Override
        public void plot(Object item, int mode, Object style, String options) {
            plot(item, mode);
        }

        @Override
        public void remove(Object item) {
            data.remove(item);
        }

        @Override
        public void clear() {
            data.clear();
        }

        @Override
        public Component viewable() {
            return new JPanel();
        }

        @Override
        public List<Object> getData() {
            return List.copyOf(data);
        }
    }
}

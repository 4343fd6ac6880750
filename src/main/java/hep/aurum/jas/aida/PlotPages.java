package hep.aurum.jas.aida;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehep.jas.services.PlotFactory;
import org.freehep.jas.services.PlotPage;
import org.freehep.jas.services.PlotRegion;
import org.freehep.jas.services.Plotter;

/** Show objects of the tree on pages of plots: one page by first folder, one region by name, with all of one name in it. */
public final class PlotPages {

    private static final int MOST_REGIONS = 9;

    private final PlotFactory plots;

    /** Create pages of a host. */
    public PlotPages(PlotFactory plots) {
        this.plots = plots;
    }

    /**
     * Show objects. The host needs a page to be shown, and its region to be current, before something is plotted.
     *
     * @param title of the pages, before the folder
     * @param objects by path
     */
    public void show(String title, Map<String, ?> objects) {
        Map<String, Map<String, List<Object>>> pages = new LinkedHashMap<>();
        objects.forEach((path, object) -> pages.computeIfAbsent(first(path), page -> new LinkedHashMap<>())
                .computeIfAbsent(region(path), region -> new ArrayList<>())
                .add(object));
        pages.forEach((page, regions) -> pages(title + " " + page, List.copyOf(regions.values())));
    }

    private void pages(String title, List<List<Object>> regions) {
        for (int start = 0; start < regions.size(); start += MOST_REGIONS) {
            String number = start == 0 ? "" : " " + (1 + start / MOST_REGIONS);
            page(title + number, regions.subList(start, Math.min(regions.size(), start + MOST_REGIONS)));
        }
    }

    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }

    /** Histograms of several processes have the process in the middle: {@code /features/signal/mass}. */
    private static String region(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("/inference") ? path.replace("/observed/", "/").replace("/expected/", "/") : last;
    }

    private void page(String title, List<List<Object>> regions) {
        PlotPage page = plots.createPage(title);
        int columns = (int) Math.ceil(Math.sqrt(regions.size()));
        page.createRegions(columns, (regions.size() + columns - 1) / columns);
        page.showPage();
        for (int i = 0; i < regions.size(); i++) {
            PlotRegion region = page.region(i);
            page.setCurrentRegion(region);
            plot(region, regions.get(i));
        }
    }

    private void plot(PlotRegion region, List<Object> objects) {
        Plotter plotter = plots.createPlotterFor(objects.get(0).getClass());
        if (plotter != null) {
            for (int i = 0; i < objects.size(); i++) {
                plotter.plot(objects.get(i), i == 0 ? Plotter.NORMAL : Plotter.OVERLAY);
            }
            region.showPlot(plotter);
        }
    }
}

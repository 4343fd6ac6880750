package hep.aurum.jas.host;

import java.awt.Component;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.Icon;
import org.freehep.application.mdi.PageContext;
import org.freehep.application.mdi.PageManager;

/** The pages of the window. */
public final class Pages extends PageManager {

    private final List<PageContext> opened = new CopyOnWriteArrayList<>();

    @Override
    public PageContext openPage(Component page, String title, Icon icon) {
        PageContext context = new PageContext(page, title);
        opened.add(context);
        return context;
    }

    @Override
    public int getPageCount() {
        return open().size();
    }

    @Override
    public PageContext getSelectedPage() {
        List<PageContext> open = open();
        return open.isEmpty() ? null : open.get(open.size() - 1);
    }

    /** Return the pages that are open, the oldest first. */
    public List<PageContext> open() {
        return opened.stream().filter(page -> !page.isClosed()).toList();
    }

    /** Return the titles of the pages that are open. */
    public List<String> titles() {
        return open().stream().map(PageContext::getTitle).toList();
    }
}

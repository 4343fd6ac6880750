package hep.aurum.jas;

import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JMenuItem;

/** The menu in the host's menu bar. */
final class AurumMenu {

    static final String TITLE = "Aurum";

    private static final int FIRST = 660;
    private static final int LAST = 699;
    private static final int GROUP = 1000;

    private final Desk desk;
    private final List<JMenuItem> added = new ArrayList<>();
    private final JMenu menu = new JMenu(TITLE);
    private final int place;

    AurumMenu(Desk desk) {
        this.desk = desk;
        this.place = place();
    }

    /** Take the first place that no other plugin has. */
    private int place() {
        for (int at = FIRST; at <= LAST; at++) {
            try {
                desk.host().addMenu(menu, at);
                added.add(menu);
                return at;
            } catch (RuntimeException taken) {
                desk.log().add("place " + at + " of the menu bar is taken");
            }
        }
        throw new IllegalStateException("there is no place in the menu bar for the menu " + TITLE);
    }

    /**
     * Add an entry.
     *
     * @param location 1 to 999; entries with the same hundreds belong together
     */
    JMenuItem add(String title, int location, Runnable action) {
        JMenuItem item = new JMenuItem(title);
        item.addActionListener(click -> desk.guarded(title, action));
        desk.host().addMenu(item, (long) GROUP * place + location);
        added.add(item);
        return item;
    }

    void close() {
        for (JMenuItem item : added) {
            Container parent = item.getParent();
            if (parent != null) {
                parent.remove(item);
                parent.revalidate();
            }
        }
    }
}

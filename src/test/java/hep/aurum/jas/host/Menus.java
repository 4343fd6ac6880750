package hep.aurum.jas.host;

import java.awt.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;

/** The menu bar, and the host's rule of places: digits in groups of three, the first group short. */
public final class Menus {

    private static final Object PLACE = new Object();

    private final JMenuBar bar = new JMenuBar();

    Menus() {
        add(new JMenu("File"), 100);
        add(new JMenu("Edit"), 200);
        add(new JMenu("View"), 300);
        add(new JMenu("Window"), 800);
        add(new JMenu("Help"), 900);
    }

    JMenuBar bar() {
        return bar;
    }

    /**
     * Add an item where its location says, sorted by place.
     *
     * @throws RuntimeException if the place is taken
     */
    void add(JMenuItem item, long location) {
        JComponent parent = bar;
        List<Integer> path = groups(location);
        for (int level = 0; level < path.size(); level++) {
            JComponent there = at(parent, path.get(level));
            boolean last = level == path.size() - 1;
            if (there == null) {
                insert(parent, item, path.get(level));
                return;
            }
            if (last || !(there instanceof JMenu)) {
                throw new RuntimeException("Invalid location for addMenu: " + location + " is taken");
            }
            parent = there;
        }
    }

    private static List<Integer> groups(long location) {
        String digits = String.valueOf(location);
        List<Integer> groups = new ArrayList<>();
        int first = digits.length() % 3 == 0 ? 3 : digits.length() % 3;
        groups.add(Integer.valueOf(digits.substring(0, first)));
        for (int start = first; start < digits.length(); start += 3) {
            groups.add(Integer.valueOf(digits.substring(start, start + 3)));
        }
        return groups;
    }

    private static void insert(JComponent parent, JMenuItem item, int place) {
        item.putClientProperty(PLACE, place);
        Component[] there = children(parent);
        int index = 0;
        while (index < there.length && place(there[index]) < place) {
            index++;
        }
        if (parent instanceof JMenu menu) {
            menu.insert(item, index);
        } else {
            parent.add(item, index);
        }
    }

    private static JComponent at(JComponent parent, int place) {
        return Arrays.stream(children(parent))
                .filter(child -> place(child) == place)
                .map(JComponent.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static int place(Component child) {
        return child instanceof JComponent component && component.getClientProperty(PLACE) instanceof Integer place
                ? place
                : -1;
    }

    private static Component[] children(JComponent parent) {
        return parent instanceof JMenu menu ? menu.getMenuComponents() : parent.getComponents();
    }

    /** Return the titles in the menu bar, from left to right. */
    public List<String> titles() {
        return titles(bar);
    }

    /** Return the titles in a menu. */
    public List<String> titles(String... path) {
        return titles(find(path));
    }

    private static List<String> titles(JComponent parent) {
        return Arrays.stream(children(parent))
                .filter(JMenuItem.class::isInstance)
                .map(child -> ((JMenuItem) child).getText())
                .collect(Collectors.toList());
    }

    /** Return the item at a path of titles. */
    public JMenuItem find(String... path) {
        JComponent parent = bar;
        for (String title : path) {
            parent = child(parent, title);
        }
        return (JMenuItem) parent;
    }

    private static JComponent child(JComponent parent, String title) {
        return Arrays.stream(children(parent))
                .filter(child -> child instanceof JMenuItem item && title.equals(item.getText()))
                .map(JComponent.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + title + " among " + titles(parent)));
    }

    /** Choose an item as the user would: on the event thread, without anybody's context loader. */
    public void click(String... path) {
        EventThread.run(() -> find(path).doClick(0));
    }
}

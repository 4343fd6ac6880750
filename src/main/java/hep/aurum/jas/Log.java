package hep.aurum.jas;

import hep.aurum.jas.page.TextPage;
import org.jspecify.annotations.Nullable;

/** Keep what Aurum said in this session; used on the event thread. */
final class Log {

    private static final int MOST = 1_000_000;

    private final StringBuilder text = new StringBuilder();
    private @Nullable TextPage page;

    void add(String line) {
        if (text.length() > MOST) {
            text.delete(0, MOST / 2);
        }
        text.append(line).append('\n');
        if (page != null) {
            page.append(line);
        }
    }

    String text() {
        return text.toString();
    }

    /** Return a page that follows the log. */
    TextPage page() {
        TextPage fresh = new TextPage(text());
        page = fresh;
        return fresh;
    }
}

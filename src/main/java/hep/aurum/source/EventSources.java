package hep.aurum.source;

import hep.aurum.base.BadInput;
import hep.aurum.event.EventFormat;
import hep.aurum.event.EventSource;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Open event files of any known format. */
public final class EventSources {

    /** How many decompressed bytes a format may look at to recognise its files. */
    private static final int HEAD = 1 << 16;

    private EventSources() {}

    /**
     * Open a file of events.
     *
     * @param file plain or compressed; its name does not matter
     * @return the source; events are read when a pass is opened
     * @throws BadInput if there is no such file, if it is empty, if no known format accepts its content, or if its header
     *     is malformed
     * @throws hep.aurum.base.NotSupported if it is compressed in a way that this version cannot undo
     */
    public static EventSource open(Path file) {
        byte[] head = Decompression.head(file, HEAD);
        if (head.length == 0) {
            throw new BadInput(file + " is empty, expected events", "", "generate the file again or copy it again");
        }
        List<EventFormat> formats = formats();
        for (EventFormat format : formats) {
            if (format.accepts(head)) {
                return format.open(file);
            }
        }
        String known = formats.stream().map(EventFormat::name).collect(Collectors.joining(", "));
        throw new BadInput(
                file + " is not an event file of a known format (known: " + known + ")",
                file + " begins with \"" + printable(head) + "\"",
                "convert it to one of the known formats");
    }

    /** Return the known formats. */
    public static List<EventFormat> formats() {
        return ServiceLoader.load(EventFormat.class, EventSources.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static String printable(byte[] head) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(40, head.length); i++) {
            text.append(head[i] >= 0x20 && head[i] < 0x7f ? (char) head[i] : '.');
        }
        return text.toString();
    }
}

package hep.aurum.jas;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.filechooser.FileFilter;
import org.freehep.jas.services.FileHandler;

/**
 * Open studies and files of events from the host's File menu. Names of files that other plugins of the host open as well, ROOT and
 * AIDA files among them, are left to those; Aurum's own menu opens everything.
 */
final class EventFileHandler implements FileHandler {

    private static final List<String> COMPRESSED = List.of(".gz", ".xz", ".zst", ".bz2", ".lz4");
    private static final List<String> EVENTS = List.of(".lhe", ".hepmc", ".hepmc2", ".hepmc3", ".hepevt");
    private static final List<String> STUDIES = List.of(".yaml", ".yml");
    private static final int HEAD = 1 << 14;

    private final Consumer<Path> open;

    EventFileHandler(Consumer<Path> open) {
        this.open = open;
    }

    @Override
    public boolean accept(File file) throws IOException {
        return isEvents(file.getName()) || isStudyName(file.getName()) && saysAurum(file.toPath());
    }

    private static boolean isEvents(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        for (String ending : COMPRESSED) {
            plain = plain.endsWith(ending) ? plain.substring(0, plain.length() - ending.length()) : plain;
        }
        return EVENTS.stream().anyMatch(plain::endsWith);
    }

    /** Return whether a file is called like a study. */
    static boolean isStudyName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return STUDIES.stream().anyMatch(lower::endsWith);
    }

    private static boolean saysAurum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return head.lines().anyMatch(line -> line.startsWith("aurum:"));
        }
    }

    @Override
    public FileFilter getFileFilter() {
        return new FileFilter() {
            @Override
            public boolean accept(File file) {
                return file.isDirectory() || isEvents(file.getName()) || isStudyName(file.getName());
            }

            @Override
            public String getDescription() {
                return "Events and studies (Aurum)";
            }
        };
    }

    @Override
    public void openFile(File file) {
        open.accept(file.toPath());
    }
}

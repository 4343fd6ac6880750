package hep.aurum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.aurum.ArchitectureRules.Room;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Keep the repository, its documents and its descriptors in step with the program. */
class RepositoryTest {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Set<String> TOP =
            Set.of("pom.xml", "README.md", "LICENSE", "plugin.xml", "src", "histograms", "examples");
    private static final int LOOK_AGAIN = 500;

    /** What is committed counts, not what a run left in the folder; where git cannot tell there is nothing to say. */
    @Test
    void theTopLevelHoldsNothingElse() throws IOException, InterruptedException {
        Set<String> tracked = trackedTopLevel();
        assumeTrue(tracked.contains("pom.xml"), "not a checkout that git can list");

        assertThat(tracked).filteredOn(name -> !name.startsWith(".")).isSubsetOf(TOP);
    }

    private static Set<String> trackedTopLevel() throws IOException, InterruptedException {
        Process git;
        try {
            git = new ProcessBuilder("git", "ls-files").directory(ROOT.toFile()).start();
        } catch (IOException e) {
            return Set.of();
        }
        try (BufferedReader names = git.inputReader(StandardCharsets.UTF_8)) {
            return names.lines().map(name -> name.split("/", 2)[0]).collect(Collectors.toCollection(TreeSet::new));
        } finally {
            git.waitFor();
        }
    }

    @Test
    void theDocumentsNameTheVersionOfTheBuild() throws Exception {
        String version = version();

        assertThat(texts(xml("plugin.xml"), "version")).containsExactly(version);
        assertThat(texts(xml("pom.xml"), "aurum.release")).containsExactly(version);
        assertThat(attributes(xml("src/changes/changes.xml"), "release", "version"))
                .first()
                .isEqualTo(version);
        assertThat(read("README.md")).contains("version = {" + version + "}");
    }

    @Test
    void thePluginDescriptorHasTheFormThatTheHostReads() throws Exception {
        Document descriptor = xml("plugin.xml");

        assertThat(descriptor.getDoctype().getSystemId()).endsWith("plugin.dtd");
        assertThat(descriptor.getDocumentElement().getTagName()).isEqualTo("plugins");
        assertThat(children(descriptor, "information"))
                .containsExactly(
                        "name", "author", "version", "category", "description", "description", "load-at-start");
        assertThat(attributes(descriptor, "description", "kind")).containsExactly("short", "");
        assertThat(attributes(descriptor, "j2se", "minVersion")).containsExactly("17");
        assertThat(attributes(descriptor, "application", "minVersion")).containsExactly("3.0.0");
        assertThat(attributes(descriptor, "file", "location")).containsExactly("aurum-jas-" + version() + ".jar");
        assertThat(attributes(descriptor, "plugin-desc", "class")).containsExactly("hep.aurum.jas.entry.AurumPlugin");
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
        List<String> broken = new ArrayList<>();
        List<Path> documents = new ArrayList<>(files("src/site/markdown", ".md"));
        documents.add(ROOT.resolve("README.md"));
        for (Path document : documents) {
            Matcher links = link.matcher(Files.readString(document));
            while (links.find()) {
                Path target = Objects.requireNonNull(document.getParent()).resolve(links.group(1));
                if (!Files.exists(target)) {
                    broken.add(ROOT.relativize(document) + " -> " + links.group(1));
                }
            }
        }

        assertThat(documents).hasSizeGreaterThan(5);
        assertThat(broken).isEmpty();
    }

    @Test
    void theArchitecturePageShowsTheTableOfRooms() throws IOException {
        Map<String, String> page = new HashMap<>();
        Pattern row = Pattern.compile("^\\| (\\d+) \\| (`[^|]+`) \\|.*\\| ([^|]*)\\|$", Pattern.MULTILINE);
        Matcher rows = row.matcher(read("src/site/markdown/architecture.md").replace("\\|", "/"));
        while (rows.find()) {
            for (String name : rows.group(2).replace("`", "").split(", ", -1)) {
                page.put(name, rows.group(1) + ": " + rows.group(3).strip());
            }
        }
        Map<String, String> table = new HashMap<>();
        for (Room room : ArchitectureTest.ROOMS) {
            table.put(
                    room.name(),
                    room.row() + ": " + (room.uses().equals(Room.EVERYTHING_ABOVE) ? "everything above" : room.uses()));
        }

        assertThat(page).isEqualTo(table);
    }

    @Test
    void theReadmeListsTheExitCodeOfEveryFailure() throws IOException {
        Set<Integer> listed = new TreeSet<>();
        Matcher rows = Pattern.compile("^\\| (\\d+) \\| ", Pattern.MULTILINE).matcher(read("README.md"));
        while (rows.find()) {
            listed.add(Integer.valueOf(rows.group(1)));
        }

        assertThat(listed).containsExactly(0, 1, 2, 3, 4, 5, 6, 70);
    }

    @Test
    void theSourceHoldsNoLooseEnds(TestReporter reporter) throws IOException {
        Pattern loose = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|@author\\b");
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main", "")) {
            String text = Files.readString(file);
            if (loose.matcher(text).find()) {
                found.add(ROOT.relativize(file).toString());
            }
            long lines = text.lines().count();
            if (file.toString().endsWith(".java") && lines > LOOK_AGAIN) {
                reporter.publishEntry(
                        "look again, " + lines + " lines", ROOT.relativize(file).toString());
            }
        }

        assertThat(found).isEmpty();
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = RepositoryTest.class.getResourceAsStream("/hep/aurum/version.properties")) {
            properties.load(Objects.requireNonNull(in));
        }
        String version = properties.getProperty("version");
        assertThat(version).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        return version.replace("-SNAPSHOT", "");
    }

    private static String read(String path) throws IOException {
        return Files.readString(ROOT.resolve(path), StandardCharsets.UTF_8);
    }

    private static List<Path> files(String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static Document xml(String path) throws IOException, ParserConfigurationException, SAXException {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(InputStream.nullInputStream()));
        return builder.parse(ROOT.resolve(path).toFile());
    }

    private static List<Element> elements(Document document, String tag) {
        var nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document document, String tag) {
        return elements(document, tag).stream().map(Element::getTextContent).toList();
    }

    private static List<String> attributes(Document document, String tag, String name) {
        return elements(document, tag).stream().map(e -> e.getAttribute(name)).toList();
    }

    private static List<String> children(Document document, String tag) {
        List<String> names = new ArrayList<>();
        for (Node child = elements(document, tag).get(0).getFirstChild();
                child != null;
                child = child.getNextSibling()) {
            if (child instanceof Element element) {
                names.add(element.getTagName());
            }
        }
        return names;
    }
}

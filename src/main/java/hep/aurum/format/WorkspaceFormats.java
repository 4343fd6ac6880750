package hep.aurum.format;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.format.combine.CombineCard;
import hep.aurum.format.histfactory.HistFactoryImport;
import hep.aurum.format.histfactory.HistFactoryXml;
import hep.aurum.format.hs3.Hs3;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.likelihood.binned.Workspace;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Know the file formats of binned models: to add one, add its line to {@link #ALL}.
 *
 * <p>A file is read by the first format that opens it, judged by its content.
 */
public final class WorkspaceFormats {

    private static final int HEAD = 1 << 16;

    /** What no document of pyhf begins with. */
    private static final List<String> HS3_KEYS =
            List.of("\"hs3_version\"", "\"distributions\"", "\"histfactory_dist\"");

    /** The formats, particular ones before general ones. */
    private static final List<WorkspaceFormat> ALL = List.of(
            new WorkspaceFormat(
                    "hs3",
                    (path, head) -> head.startsWith("{")
                            && (name(path).contains(".hs3.json")
                                    || HS3_KEYS.stream().anyMatch(head::contains)),
                    WorkspaceImport.silent(Hs3::read),
                    Optional.of(Hs3::toJson)),
            new WorkspaceFormat(
                    "pyhf",
                    (path, head) -> head.startsWith("{"),
                    WorkspaceImport.silent(PyhfWorkspace::read),
                    Optional.of(PyhfWorkspace::toJson)),
            new WorkspaceFormat(
                    "histfactory", (path, head) -> head.startsWith("<"), WorkspaceFormats::xml, Optional.empty()),
            new WorkspaceFormat(
                    "combine",
                    (path, head) -> head.lines().map(String::strip).anyMatch(line -> line.startsWith("imax")),
                    WorkspaceImport.silent(CombineCard::read),
                    Optional.empty()));

    private WorkspaceFormats() {}

    /** Return the names of the formats. */
    public static List<String> names() {
        return ALL.stream().map(WorkspaceFormat::name).toList();
    }

    /** Return the names of the formats that can be written. */
    public static List<String> writable() {
        return ALL.stream()
                .filter(format -> format.writer().isPresent())
                .map(WorkspaceFormat::name)
                .toList();
    }

    /**
     * Return the format of a file, by its content.
     *
     * @throws BadInput if it is of none
     */
    public static WorkspaceFormat of(Path path) {
        String head = head(path);
        return ALL.stream()
                .filter(format -> format.opens().test(path, head))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        path + " is of no known format of binned models",
                        "",
                        "formats: " + String.join(", ", names())));
    }

    /**
     * Return the format of a name.
     *
     * @throws NotFound if there is none
     */
    public static WorkspaceFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new NotFound("no format is named \"" + name + "\"", "", Names.suggest(name, names())));
    }

    private static WorkspaceImport xml(Path path) {
        HistFactoryImport read = HistFactoryXml.load(path);
        return new WorkspaceImport(read.workspace(), read.warnings());
    }

    private static String name(Path path) {
        return path.getFileName() == null ? "" : path.getFileName().toString();
    }

    /**
     * Read a workspace from a file of any format, with what its format would do otherwise.
     *
     * @throws BadInput if it cannot be read
     */
    public static WorkspaceImport read(Path path) {
        return of(path).reader().apply(path);
    }

    /**
     * Return a workspace as the text of a file.
     *
     * @param format the name of the format
     * @throws NotFound if there is no such format
     * @throws NotSupported if it is only read
     */
    public static String text(Workspace workspace, String format) {
        return named(format)
                .writer()
                .orElseThrow(() -> new NotSupported(
                        "the format " + format + " is only read, not written",
                        "",
                        "written are: " + String.join(", ", writable())))
                .apply(workspace);
    }

    /** Return the first characters of a file, decompressed, without what surrounds the first word. */
    private static String head(Path path) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path))) {
            raw.mark(2);
            boolean isGzip = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            byte[] bytes = (isGzip ? new GZIPInputStream(raw) : raw).readNBytes(HEAD);
            return new String(bytes, StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .strip();
        } catch (NoSuchFileException e) {
            throw new BadInput("there is no file " + path, "", "check the path");
        } catch (IOException e) {
            throw new BadInput("cannot read " + path + ": " + e.getMessage(), "", "check the file");
        }
    }
}

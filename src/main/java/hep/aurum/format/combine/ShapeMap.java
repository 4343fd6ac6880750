package hep.aurum.format.combine;

import hep.aurum.base.NotFound;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Find the histograms that the lines {@code shapes} name.
 *
 * <p>As in Combine a channel of its own goes before {@code *}, and then a process of its own before {@code *}.
 */
final class ShapeMap {

    private static final String ANY = "*";

    private final Map<String, Map<String, CardLine>> lines = new LinkedHashMap<>();
    private final Path folder;
    private final String mass;
    private final TemplateSource source;

    ShapeMap(List<CardLine> shapes, Path folder, String mass, TemplateSource source) {
        this.folder = folder;
        this.mass = mass;
        this.source = source;
        for (CardLine line : shapes) {
            String process = line.token(1, "process");
            String channel = line.token(2, "channel");
            line.token(3, "file");
            CardLine before =
                    lines.computeIfAbsent(channel, c -> new LinkedHashMap<>()).put(process, line);
            if (before != null) {
                throw line.bad(
                        "shapes of process " + process + " in channel " + channel + " are in line " + before.number()
                                + " already",
                        "remove one of the lines");
            }
        }
    }

    /** Return whether a channel has histograms, or is a counting experiment. */
    boolean hasShapes(String channel, String process) {
        return line(channel, process)
                .map(line -> !line.token(3, "file").equals("FAKE"))
                .orElse(false);
    }

    private Optional<CardLine> line(String channel, String process) {
        for (String c : List.of(channel, ANY)) {
            Map<String, CardLine> processes = lines.getOrDefault(c, Map.of());
            for (String p : List.of(process, ANY)) {
                CardLine line = processes.get(p);
                if (line != null) {
                    return Optional.of(line);
                }
            }
        }
        return Optional.empty();
    }

    /** Return the nominal histogram of a process, or the observed one of {@code data_obs}. */
    Template nominal(String channel, String process) {
        CardLine line = require(channel, process);
        String name = replaced(line.token(4, "name of a histogram"), channel, process, "");
        return find(line, name).orElseThrow(() -> missing(line, name));
    }

    /** Return a varied histogram if there is one. */
    Optional<Template> findVaried(String channel, String process, String variation) {
        CardLine line = require(channel, process);
        return line.size() > 5 ? find(line, variedName(line, channel, process, variation)) : Optional.empty();
    }

    Template varied(String channel, String process, String variation) {
        CardLine line = require(channel, process);
        String name = variedName(line, channel, process, variation);
        return find(line, name).orElseThrow(() -> missing(line, name));
    }

    private String variedName(CardLine line, String channel, String process, String variation) {
        return replaced(line.token(5, "name of varied histograms"), channel, process, variation);
    }

    private CardLine require(String channel, String process) {
        return line(channel, process)
                .orElseThrow(() -> new NotFound(
                        "no line \"shapes\" fits process " + process + " in channel " + channel,
                        lines.values().stream()
                                .flatMap(m -> m.values().stream())
                                .findFirst()
                                .map(CardLine::where)
                                .orElse(""),
                        "add one"));
    }

    private static NotFound missing(CardLine line, String name) {
        return new NotFound(
                "no histogram \"" + name + "\" in " + line.token(3, "file"),
                line.where(),
                "correct the name in the line \"shapes\", or the file");
    }

    private String replaced(String pattern, String channel, String process, String variation) {
        return pattern.replace("$PROCESS", process)
                .replace("$CHANNEL", channel)
                .replace("$SYSTEMATIC", variation)
                .replace("$MASS", mass);
    }

    private Optional<Template> find(CardLine line, String name) {
        if (name.contains(":")) {
            throw line.notSupported("the function \"" + name + "\" of a RooFit workspace", "give histograms");
        }
        return source.find(file(line), name);
    }

    /** A card is a stranger's: it names files beside or below itself, and no others. */
    private Path file(CardLine line) {
        String name = line.token(3, "file").replace("$MASS", mass);
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(name).normalize();
            if (file.startsWith(root) && file.toRealPath().startsWith(root)) {
                return file;
            }
        } catch (IOException | InvalidPathException e) {
            throw line.bad("cannot find the file " + CardLine.shortened(name), "put it beside the card");
        }
        throw line.bad(
                "the file " + CardLine.shortened(name) + " lies outside of the card's folder",
                "put it beside the card and name it without folders");
    }
}

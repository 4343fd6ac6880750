package hep.aurum.format.histogram;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.format.aida.AidaObject;
import hep.aurum.format.aida.AidaTree;
import hep.aurum.format.yoda.YodaFile;
import hep.aurum.format.yoda.YodaVersion;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Points;
import hep.aurum.source.Decompression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Read and write files of histograms, of whatever format.
 *
 * <p>Read are AIDA XML, YODA, ROOT and our JSON and CSV, recognised by their content, plain or compressed; all but ROOT are
 * written, as the ending of the name says: {@code .aida}, {@code .yoda}, {@code .json}, {@code .csv}, each with
 * {@code .gz} and the like behind it.
 */
public final class HistogramFiles {

    private static final int HEAD = 1 << 12;
    private static final List<String> ENDINGS = List.of("aida", "yoda", "json", "csv");
    private static final Pattern COMPRESSED = Pattern.compile("\\.(gz|zst|xz|bz2)$");

    private HistogramFiles() {}

    /** Return the name of the format of a file, from its first bytes, decompressed; empty if it holds no histograms. */
    public static Optional<String> format(byte[] head) {
        if (RootObjects.accepts(head)) {
            return Optional.of("ROOT");
        }
        if (YodaFile.accepts(head)) {
            return Optional.of("YODA");
        }
        if (AidaTree.accepts(head)) {
            return Optional.of("AIDA");
        }
        if (HistogramJson.accepts(head)) {
            return Optional.of("JSON");
        }
        return HistogramCsv.accepts(head) ? Optional.of("CSV") : Optional.empty();
    }

    /**
     * Read all objects of a file, in its order; what has no type of ours is there as {@link hep.aurum.hist.Unread}.
     *
     * @throws BadInput if there is no such file, if it holds no histograms, or if it is damaged
     */
    public static List<AnalysisObject> read(Path path) {
        Optional<String> format = format(Decompression.head(path, HEAD));
        return switch (format.orElse("")) {
            case "ROOT" -> RootObjects.read(path);
            case "YODA" -> YodaFile.read(path);
            case "AIDA" ->
                AidaTree.read(path).objects().stream()
                        .map(AidaObject::toAnalysisObject)
                        .toList();
            case "JSON" -> HistogramJson.read(path);
            case "CSV" -> CsvReader.read(path);
            default ->
                throw new BadInput(
                        path + " is not a file of histograms",
                        "",
                        "AIDA, YODA, ROOT, and the JSON and CSV that Aurum writes are read");
        };
    }

    /**
     * Write a file; it appears whole or not at all.
     *
     * @return what the format does not keep, a sentence each
     * @throws NotSupported if the ending says no format, or if the format has no such kind of object
     * @throws BadInput if the file cannot be written
     */
    public static List<String> write(Path path, List<AnalysisObject> objects) {
        switch (ending(path)) {
            case "yoda" -> {
                return YodaFile.write(path, objects, YodaVersion.V2);
            }
            case "aida" -> {
                return writeAida(path, objects);
            }
            case "json" -> {
                HistogramJson.write(path, objects);
                return List.of();
            }
            case "csv" -> {
                return HistogramCsv.write(path, objects);
            }
            default ->
                throw new NotSupported(
                        "cannot tell the format of " + path, "", "end the name in .aida, .yoda, .json or .csv");
        }
    }

    /**
     * Write what the format has kinds for; the file appears whole or not at all.
     *
     * @return what is left out or not kept, a sentence each
     * @throws NotSupported if the ending says no format, or if the format has none of the kinds
     * @throws BadInput if the file cannot be written
     */
    public static List<String> writeWhatFits(Path path, List<AnalysisObject> objects) {
        WhatFits fits = WhatFits.of(ending(path), objects);
        if (fits.kept().isEmpty() && !objects.isEmpty()) {
            throw new NotSupported(
                    "nothing can be written to " + path + ": " + fits.losses().get(0), "", "choose another format");
        }
        List<String> losses = new ArrayList<>(fits.losses());
        losses.addAll(write(path, fits.kept()));
        return losses;
    }

    /** Return whether the name of a file ends like one that {@link #write} writes. */
    public static boolean isWritable(Path path) {
        return ENDINGS.contains(ending(path));
    }

    private static String ending(Path path) {
        String name =
                COMPRESSED.matcher(path.toString().toLowerCase(Locale.ROOT)).replaceFirst("");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> writeAida(Path path, List<AnalysisObject> objects) {
        List<String> losses = new ArrayList<>();
        List<AidaObject> elements = new ArrayList<>();
        for (AnalysisObject object : objects) {
            if (object.name().isBlank()) {
                throw new NotSupported(
                        "an object of the path " + object.path() + " has no name, which AIDA files need",
                        path.toString(),
                        "give it a path such as /folder/name");
            }
            if (object.content() instanceof Estimate estimate) {
                losses.add(object.path() + ": it is written as points, without flow bins and sources of errors");
                elements.add(AidaObject.of(new AnalysisObject(object.path(), estimate.points(), object.annotations())));
            } else {
                elements.add(AidaObject.of(object));
                if (object.content() instanceof Points points
                        && !points.sources().isEmpty()) {
                    losses.add(object.path() + ": the sources of its errors are not kept apart");
                }
            }
        }
        try {
            AidaTree.of(elements).write(path);
        } catch (IllegalArgumentException e) {
            throw new NotSupported(path + " cannot hold " + e.getMessage(), "", "rename one of them");
        }
        return losses;
    }
}

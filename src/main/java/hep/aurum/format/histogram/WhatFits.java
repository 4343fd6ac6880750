package hep.aurum.format.histogram;

import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Binned;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.Content;
import hep.aurum.hist.Counter;
import hep.aurum.hist.NamedColumns;
import hep.aurum.hist.Points;
import hep.aurum.hist.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Divide objects into those that a format has kinds for and the others.
 *
 * @param kept what can be written, in its order
 * @param losses a sentence for each of the others
 */
record WhatFits(List<AnalysisObject> kept, List<String> losses) {

    /** Largest number of coordinates of the points of a YODA file. */
    private static final int YODA_POINTS = 3;

    /** Divide objects for the format of an ending. */
    static WhatFits of(String ending, List<AnalysisObject> objects) {
        List<AnalysisObject> kept = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        String first = "";
        for (AnalysisObject object : objects) {
            String why = reason(ending, object.content());
            if (why.isEmpty() && ending.equals("csv")) {
                String header = HistogramCsv.headerOf(object);
                first = first.isEmpty() ? header : first;
                why = header.equals(first) ? "" : "one CSV file holds one kind, that of the first object";
            }
            if (why.isEmpty() && ending.equals("aida") && object.name().isBlank()) {
                AnalysisObject named = named(object, kept.size() + 1);
                losses.add(object.path() + " is written as " + named.path() + ": AIDA files need a name");
                kept.add(named);
            } else if (why.isEmpty()) {
                kept.add(object);
            } else {
                losses.add(object.path() + " is left out: it is of the kind " + object.kind() + ", and " + why);
            }
        }
        return new WhatFits(kept, losses);
    }

    private static AnalysisObject named(AnalysisObject object, int number) {
        return new AnalysisObject(object.path() + "unnamed" + number, object.content(), object.annotations());
    }

    private static String reason(String ending, Content content) {
        if (content instanceof Unread unread) {
            boolean isOwn = unread.format().equalsIgnoreCase(ending);
            return isOwn ? "" : "it was not understood: " + unread.reason();
        }
        return switch (ending) {
            case "aida" -> content instanceof Counter ? "AIDA files have none" : "";
            case "yoda" ->
                yoda(content).map(what -> "YODA files have no " + what).orElse("");
            case "csv" -> content instanceof Binned || content instanceof Points ? "" : "our CSV has none";
            default -> "";
        };
    }

    private static Optional<String> yoda(Content content) {
        if (content instanceof Points points && points.dimension() > YODA_POINTS) {
            return Optional.of("points of " + points.dimension() + " coordinates");
        }
        return content instanceof Cloud
                ? Optional.of("clouds")
                : content instanceof NamedColumns ? Optional.of("tables") : Optional.empty();
    }
}

package hep.aurum.format.combine;

import hep.aurum.base.BadInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Read the upper part of a card: channels with their observations, and one column for each process in a channel. */
final class CardTable {

    /**
     * Hold one column.
     *
     * @param id at most 0 for a signal
     * @param rate -1 if the histogram says it
     * @param line of the rate
     */
    record Column(String channel, String process, int id, double rate, CardLine line) {
        boolean isSignal() {
            return id <= 0;
        }
    }

    /** What {@code *} in place of a number of channels, processes or systematics is read as. */
    private static final int ANY = -1;

    private final Map<String, Double> observations = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<CardLine> shapes = new ArrayList<>();
    private final List<CardLine> systematics;
    private final Map<String, CardLine> numbers = new HashMap<>();
    private final List<CardLine> bins = new ArrayList<>();
    private final List<CardLine> processes = new ArrayList<>();
    private Optional<CardLine> observation = Optional.empty();

    private CardTable(List<CardLine> lines, String card) {
        Optional<CardLine> rate = Optional.empty();
        int i = 0;
        while (i < lines.size() && rate.isEmpty()) {
            CardLine line = lines.get(i++);
            if (line.first().equals("rate")) {
                rate = Optional.of(line);
            } else {
                addHeader(line);
            }
        }
        systematics = lines.subList(i, lines.size());
        addColumns(rate.orElseThrow(() -> new BadInput("the card has no line \"rate\"", card, "add one")));
        addObservations(card);
        checkCount("imax", observations.size(), "channels");
        checkCount(
                "jmax", (int) columns.stream().map(Column::process).distinct().count() - 1, "processes less one");
    }

    static CardTable of(List<CardLine> lines, String card) {
        return new CardTable(lines, card);
    }

    Map<String, Double> observations() {
        return observations;
    }

    List<Column> columns() {
        return columns;
    }

    List<CardLine> shapes() {
        return shapes;
    }

    List<CardLine> systematics() {
        return systematics;
    }

    private void addHeader(CardLine line) {
        switch (line.first().toLowerCase(Locale.ROOT)) {
            case "imax", "jmax", "kmax" -> numbers.put(line.first(), line);
            case "shapes" -> shapes.add(line);
            case "bin" -> bins.add(line);
            case "observation" -> observation = Optional.of(line);
            case "process" -> processes.add(line);
            // The first words of what combineCards.py writes.
            case "combination", "date:" -> {}
            default ->
                throw line.notSupported(
                        "\"" + CardLine.shortened(line.first()) + "\" above the rates", "remove the line");
        }
    }

    private void addColumns(CardLine rate) {
        if (processes.size() != 2 || bins.isEmpty() || bins.size() > 2) {
            throw rate.bad(
                    "there are " + bins.size() + " lines \"bin\" and " + processes.size() + " lines \"process\" above",
                    "write bin, observation, bin, process (names), process (numbers), rate");
        }
        boolean isNamesFirst = !areIntegers(processes.get(0));
        CardLine names = processes.get(isNamesFirst ? 0 : 1);
        CardLine ids = processes.get(isNamesFirst ? 1 : 0);
        CardLine channels = bins.get(bins.size() - 1);
        Map<String, Integer> known = new HashMap<>();
        HashSet<String> seen = new HashSet<>();
        for (int i = 1; i < rate.size(); i++) {
            String name = names.token(i, "process " + i);
            int id = integer(ids, i, "number of process " + name);
            Column column =
                    new Column(channels.token(i, "channel of process " + name), name, id, rate.number(i, "rate"), rate);
            if (column.rate() < 0.0 && column.rate() != ANY) {
                throw rate.bad(
                        "the rate of " + name + " is " + column.rate(), "write a rate, or -1 for the histogram's");
            }
            if (!seen.add(column.channel() + '\n' + name)) {
                throw names.bad("process " + name + " is twice in " + column.channel(), "rename one of them");
            }
            Integer before = known.putIfAbsent(name, id);
            if (before != null && before != id) {
                throw ids.bad("process " + name + " has the numbers " + before + " and " + id, "give it one number");
            }
            columns.add(column);
        }
        int count = rate.size();
        if (channels.size() != count || names.size() != count || ids.size() != count || columns.isEmpty()) {
            throw rate.bad(
                    "there are " + (count - 1) + " rates for " + (channels.size() - 1) + " channels, "
                            + (names.size() - 1) + " names and " + (ids.size() - 1) + " numbers of processes",
                    "write one of each for every column");
        }
    }

    private static boolean areIntegers(CardLine line) {
        return line.from(1).stream().allMatch(token -> token.matches("[+-]?\\d{1,9}"));
    }

    private static int integer(CardLine line, int i, String what) {
        String token = line.token(i, what);
        if (!token.matches("[+-]?\\d{1,9}")) {
            throw line.bad("the " + what + " is \"" + CardLine.shortened(token) + "\"", "write an integer");
        }
        return Integer.parseInt(token);
    }

    private void addObservations(String card) {
        CardLine line =
                observation.orElseThrow(() -> new BadInput("the card has no line \"observation\"", card, "add one"));
        List<String> names = bins.size() == 2
                ? bins.get(0).from(1)
                : columns.stream().map(Column::channel).distinct().toList();
        if (names.size() != line.size() - 1) {
            throw line.bad(
                    "there are " + (line.size() - 1) + " observations for " + names.size() + " channels",
                    "write one for every channel");
        }
        for (int i = 0; i < names.size(); i++) {
            double count = line.number(i + 1, "observation");
            if (count < 0.0 && count != ANY) {
                throw line.bad("the observation is " + count, "write a count, or -1 for the histogram's");
            }
            if (observations.put(names.get(i), count) != null) {
                throw line.bad("two channels have the name \"" + names.get(i) + "\"", "rename one of them");
            }
        }
        for (Column column : columns) {
            if (!observations.containsKey(column.channel())) {
                throw bins.get(1)
                        .bad(
                                "channel \"" + column.channel() + "\" has no observation",
                                "name it in the first line \"bin\"");
            }
        }
    }

    /** Compare a number that the card promises; an asterisk promises nothing. */
    void checkCount(String key, int actual, String what) {
        CardLine line = numbers.get(key);
        if (line == null || line.token(1, "number").equals("*")) {
            return;
        }
        int promised = integer(line, 1, key);
        if (promised != ANY && promised != actual) {
            throw line.bad(
                    key + " is " + promised + ", but there are " + actual + " " + what, "correct it, or write *");
        }
    }
}

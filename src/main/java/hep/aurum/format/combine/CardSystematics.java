package hep.aurum.format.combine;

import hep.aurum.base.Names;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Apply the lines below the rates: sidebands first, for they give rates, statistical uncertainties last. */
final class CardSystematics {

    private static final Set<String> SHAPES =
            Set.of("shape", "shape?", "shape2", "shape2?", "shapeN", "shapeN?", "shapeN2", "shapeN2?");

    /** Combine's relative tolerance between the rate of the card and that of a sideband. */
    private static final double SIDEBAND_TOLERANCE = 0.05;

    private static final double LARGEST_SIDEBAND = 1e9;

    private final CardTable table;
    private final Map<String, CardLine> constraints = new LinkedHashMap<>();
    private final Map<String, CardLine> nuisances = new LinkedHashMap<>();
    private final Set<String> parameters = new LinkedHashSet<>();
    private final Map<String, ParameterSettings> settings = new LinkedHashMap<>();
    private final Map<String, StatErrors> statErrors = new HashMap<>();
    private final List<Channel> sidebands = new ArrayList<>();
    private final List<Observation> counts = new ArrayList<>();

    CardSystematics(CardTable table) {
        this.table = table;
        for (CardLine line : table.systematics()) {
            String kind = line.token(1, "kind");
            if (kind.equals("param")) {
                constraints.put(line.first(), line);
            }
            boolean isParameter = isNuisance(line) || kind.equals("rateParam");
            if (isParameter && line.first().equals(CombineCard.POI)) {
                throw line.bad("\"" + CombineCard.POI + "\" is the name of the signal strength", "rename it");
            }
            if (isNuisance(line)) {
                parameters.add(line.first());
                CardLine before = nuisances.put(line.first(), line);
                if (before != null) {
                    throw line.bad(
                            "\"" + line.first() + "\" is in line " + before.number() + " already",
                            "write one line for a nuisance, or rename one");
                }
            } else if (kind.equals("rateParam")) {
                parameters.add(line.first());
            }
        }
        for (String channel : table.observations().keySet()) {
            statErrors(channel).ifPresent(errors -> statErrors.put(channel, errors));
        }
        table.checkCount("kmax", nuisances.size(), "systematics");
    }

    private static boolean isNuisance(CardLine line) {
        String kind = line.token(1, "kind");
        return !isEdit(line)
                && !Set.of("rateParam", "flatParam", "group", "autoMCStats").contains(kind);
    }

    private static boolean isEdit(CardLine line) {
        return line.first().equals("nuisance");
    }

    /** Return by column whether a sideband gives the rate. */
    boolean[] sidebandColumns() {
        boolean[] columns = new boolean[table.columns().size()];
        for (CardLine line : table.systematics()) {
            if (line.token(1, "kind").equals("gmN")) {
                for (int i = 0; i < columns.length; i++) {
                    columns[i] |= effect(line, 3, i).isPresent();
                }
            }
        }
        return columns;
    }

    List<Channel> sidebands() {
        return sidebands;
    }

    List<Observation> sidebandCounts() {
        return counts;
    }

    List<ParameterSettings> settings() {
        return List.copyOf(settings.values());
    }

    void apply(CardCells cells) {
        for (CardLine line : table.systematics()) {
            if (line.token(1, "kind").equals("gmN")) {
                applySideband(line, cells);
            }
        }
        for (CardLine line : table.systematics()) {
            if (!isEdit(line)) {
                apply(line, cells);
            }
        }
        table.systematics().stream().filter(CardSystematics::isEdit).forEach(this::applyEdit);
        for (String channel : table.observations().keySet()) {
            StatErrors errors = statErrors.get(channel);
            if (errors != null) {
                errors.addTo(cells.in(channel));
            }
        }
    }

    private void apply(CardLine line, CardCells cells) {
        String kind = line.token(1, "kind");
        switch (kind) {
            case "lnN" -> applyLogNormal(line, cells);
            case "lnU" -> applyLogUniform(line, cells);
            case "rateParam" -> applyRate(line, cells);
            case "param", "flatParam" -> requireRate(line);
            case "group" -> checkGroup(line);
            case "gmN", "autoMCStats" -> {}
            default -> {
                if (!SHAPES.contains(kind)) {
                    throw line.notSupported(
                            "the kind \"" + CardLine.shortened(kind) + "\"",
                            "use lnN, lnU, gmN, shape, shapeN2, shape?, rateParam, param, group or autoMCStats");
                }
                applyShape(line, cells, kind);
            }
        }
    }

    /** Return the text of a column's effect; dashes and zero stand for none. */
    private static Optional<String> effect(CardLine line, int first, int column) {
        String text = line.token(first + column, "effect for column " + (column + 1));
        boolean isNone = text.chars().allMatch(c -> c == '-');
        if (isNone || (!text.contains("/") && line.parse(text, "effect") == 0.0)) {
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Return the factors at -1 and +1 of {@code kappa} or {@code down/up}. */
    private static double[] factors(CardLine line, String text) {
        int slash = text.indexOf('/');
        double up = line.parse(text.substring(slash + 1), "factor");
        double down = slash < 0 ? 1.0 / up : line.parse(text.substring(0, slash), "factor");
        if (!(up > 0.0) || !(down > 0.0) || !Double.isFinite(down)) {
            throw line.bad(
                    "the effect " + CardLine.shortened(text) + " is no positive factor", "write kappa or down/up");
        }
        return new double[] {down, up};
    }

    private void applyLogNormal(CardLine line, CardCells cells) {
        for (int i = 0; i < table.columns().size(); i++) {
            Optional<String> effect = effect(line, 2, i);
            if (effect.isPresent()) {
                double[] factors = factors(line, effect.get());
                cells.of(i).ifPresent(cell -> addFactors(cell, line.first(), factors));
            }
        }
    }

    private static void addFactors(Cell cell, String name, double[] factors) {
        if (factors[0] != 1.0 || factors[1] != 1.0) {
            cell.add(new Modifier.NormSys(name, factors[0], factors[1]));
        }
    }

    /** A log-uniform factor κ^θ, θ in [-1, 1], is a free factor in [1/κ, κ]: a likelihood does not ask for the scale. */
    private void applyLogUniform(CardLine line, CardCells cells) {
        Optional<double[]> known = Optional.empty();
        for (int i = 0; i < table.columns().size(); i++) {
            Optional<String> effect = effect(line, 2, i);
            if (effect.isEmpty()) {
                continue;
            }
            double[] factors = factors(line, effect.get());
            if (known.isPresent() && (known.get()[0] != factors[0] || known.get()[1] != factors[1])) {
                throw line.notSupported("a lnU with different factors", "write a line for each of them");
            }
            known = Optional.of(factors);
            cells.of(i).ifPresent(cell -> cell.add(new Modifier.NormFactor(line.first())));
        }
        known.ifPresent(f -> put(ParameterSettings.of(line.first())
                .withRange(1.0, Math.min(1.0, Math.min(f[0], f[1])), Math.max(1.0, Math.max(f[0], f[1])))));
    }

    /**
     * A sideband of N events is a channel: Pois(N | γN), and γ scales the processes from γαN. With N = 0 the channel
     * has the rate γ, and so have the processes γα.
     */
    private void applySideband(CardLine line, CardCells cells) {
        double events = line.number(2, "number of sideband events");
        if (!(events >= 0.0) || events > LARGEST_SIDEBAND || events != Math.rint(events)) {
            throw line.bad("the sideband has " + events + " events", "write a whole number up to 1e9");
        }
        double unit = Math.max(1.0, events);
        for (int i = 0; i < table.columns().size(); i++) {
            Optional<String> effect = effect(line, 3, i);
            if (effect.isPresent()) {
                double alpha = line.parse(effect.get(), "alpha");
                cells.of(i).ifPresent(cell -> addSideband(line, cell, alpha, events));
            }
        }
        Sample sample = new Sample("sideband", List.of(unit), List.of(new Modifier.NormFactor(line.first())));
        Channel channel = new Channel(line.first() + "_sideband", List.of(sample));
        sidebands.add(channel);
        counts.add(new Observation(channel.name(), List.of(events)));
        double upper = (events + 10.0 * Math.sqrt(events) + 20.0) / unit;
        put(ParameterSettings.of(line.first()).withRange(events / unit, 0.0, upper));
    }

    private static void addSideband(CardLine line, Cell cell, double alpha, double events) {
        double rate = cell.column().rate() < 0.0
                ? cell.nominal().integral()
                : cell.column().rate();
        double expected = alpha * events;
        double tolerance = Math.max(SIDEBAND_TOLERANCE * Math.max(rate, 1.0), alpha);
        if (alpha < 0.0 || Math.abs(rate - expected) > tolerance) {
            throw line.bad(
                    "the rate of " + cell.place() + " is " + rate + ", the sideband says " + events + " times " + alpha,
                    "correct one of them");
        }
        double integral = cell.nominal().integral();
        double wanted = alpha * Math.max(1.0, events);
        Template template = integral > 0.0 ? cell.nominal().scaledBy(wanted / integral) : Template.counting(wanted);
        cell.setSideband(line, template);
        cell.add(new Modifier.NormFactor(line.first()));
    }

    private void applyShape(CardLine line, CardCells cells, String kind) {
        for (int i = 0; i < table.columns().size(); i++) {
            Optional<String> effect = effect(line, 2, i);
            Optional<Cell> cell = cells.of(i);
            if (effect.isPresent() && cell.isPresent()) {
                applyShape(line, cells, cell.get(), effect.get(), kind.endsWith("?"));
            }
        }
    }

    private void applyShape(CardLine line, CardCells cells, Cell cell, String effect, boolean isOptional) {
        String name = line.first();
        boolean hasBoth = !isOptional
                || (cells.findVaried(cell, name + "Down").isPresent()
                        && cells.findVaried(cell, name + "Up").isPresent());
        if (!hasBoth) {
            addFactors(cell, name, factors(line, effect));
            return;
        }
        if (!cells.hasShapes(cell)) {
            throw line.notSupported("a shape for " + cell.place() + ", which has no histogram", "use lnN");
        }
        double scale = line.parse(effect, "effect");
        if (scale < 0.0) {
            throw line.bad("the effect is " + scale, "write a positive number");
        }
        Morphing morphing = new Morphing(name, scale);
        Template down = cells.varied(cell, name + "Down");
        Template up = cells.varied(cell, name + "Up");
        double integral = cell.fileIntegral();
        StatErrors errors = statErrors.get(cell.column().channel());
        (errors != null && errors.isWhole()
                        ? morphing.ofWhole(cell.nominal(), integral, down, up)
                        : morphing.of(cell.nominal(), integral, down, up))
                .forEach(cell::add);
    }

    private void applyRate(CardLine line, CardCells cells) {
        String name = line.first();
        String text = line.token(4, "starting value");
        if (!text.matches("[-+.0-9eE]+")) {
            throw line.notSupported("a rateParam by the formula or file " + CardLine.shortened(text), "write a number");
        }
        double value = line.parse(text, "starting value");
        double[] range = range(line, value);
        ParameterSettings wanted = ParameterSettings.of(name).withRange(value, range[0], range[1]);
        CardLine constraint = constraints.get(name);
        if (constraint != null) {
            double sigma = constraint.number(3, "uncertainty");
            wanted = wanted.withConstraint(constraint.number(2, "mean"), sigma);
        }
        ParameterSettings before = settings.putIfAbsent(name, wanted);
        if (before != null && !before.equals(wanted)) {
            throw line.bad(
                    "rateParam \"" + name + "\" has another value or range above", "write the same in all lines");
        }
        boolean isFound = false;
        for (int i = 0; i < table.columns().size(); i++) {
            CardTable.Column column = table.columns().get(i);
            if (Wildcard.matches(line.token(2, "channel"), column.channel())
                    && Wildcard.matches(line.token(3, "process"), column.process())) {
                isFound = true;
                Modifier modifier = constraint == null ? new Modifier.NormFactor(name) : new Modifier.Lumi(name);
                cells.of(i).ifPresent(cell -> cell.add(modifier));
            }
        }
        if (!isFound) {
            throw line.bad("rateParam \"" + name + "\" fits no process", "correct channel or process");
        }
    }

    /** Combine leaves a parameter without a range open; ours get one of ten times the value. */
    private static double[] range(CardLine line, double value) {
        if (line.size() <= 5) {
            double width = 10.0 * Math.max(1.0, Math.abs(value));
            return new double[] {value >= 0.0 ? 0.0 : -width, width};
        }
        String text = line.token(5, "range");
        String[] ends = text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1).split(",", -1)
                : new String[0];
        if (ends.length != 2) {
            throw line.bad("the range is " + CardLine.shortened(text), "write [lower,upper] without spaces");
        }
        return new double[] {line.parse(ends[0], "lower end"), line.parse(ends[1], "upper end")};
    }

    private void requireRate(CardLine line) {
        boolean isRate = table.systematics().stream()
                .anyMatch(other -> other.first().equals(line.first())
                        && other.token(1, "kind").equals("rateParam"));
        if (!isRate) {
            throw line.notSupported(
                    "a " + line.token(1, "kind") + " that is no rateParam", "parameters of functions cannot be read");
        }
        if (line.token(1, "kind").equals("param") && line.size() > 4) {
            throw line.notSupported("a param with more than mean and uncertainty", "write the range in the rateParam");
        }
    }

    private void checkGroup(CardLine line) {
        String sign = line.token(2, "sign");
        if (!sign.equals("=") && !sign.equals("+=")) {
            throw line.bad("a group is followed by \"" + CardLine.shortened(sign) + "\"", "write name group = a b c");
        }
        for (String name : line.from(3)) {
            if (!parameters.contains(name) && !name.startsWith("prop_bin")) {
                throw line.bad(
                        "group " + line.first() + " has the unknown nuisance \"" + CardLine.shortened(name) + "\"",
                        Names.suggest(CardLine.shortened(name), parameters));
            }
        }
    }

    private void applyEdit(CardLine line) {
        String action = line.token(2, "action");
        if (!line.token(1, "kind").equals("edit") || !action.equals("freeze")) {
            throw line.notSupported(
                    "\"nuisance edit " + CardLine.shortened(action) + "\"", "edit the lines themselves");
        }
        String name = line.token(3, "nuisance");
        if (!parameters.contains(name)) {
            if (line.from(4).contains("ifexists")) {
                return;
            }
            throw line.bad(
                    "there is no nuisance \"" + CardLine.shortened(name) + "\"",
                    Names.suggest(CardLine.shortened(name), parameters));
        }
        ParameterSettings known = settings.getOrDefault(name, ParameterSettings.of(name));
        settings.put(
                name,
                new ParameterSettings(
                        name, known.inits(), known.bounds(), known.auxdata(), known.sigmas(), Optional.of(true)));
    }

    /** Return what the last line {@code autoMCStats} that fits a channel says. */
    private Optional<StatErrors> statErrors(String channel) {
        return table.systematics().stream()
                .filter(line -> line.token(1, "kind").equals("autoMCStats") && Wildcard.matches(line.first(), channel))
                .reduce((first, second) -> second)
                .map(line -> StatErrors.of(channel, line));
    }

    private void put(ParameterSettings added) {
        settings.put(added.name(), added);
    }
}

package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Divide a sample into parts by generator event.
 *
 * <p>An event's part is decided by a random stream keyed by (seed, origin), so all copies of an event go the same way, and an
 * event stays in its part when others are added to or removed from the sample.
 *
 * <p>Each process of each part is scaled by the ratio of summed weights \(\sum_{all} w / \sum_{part} w\) at the standard
 * point, so that there every part has <em>exactly</em> the cross-section of the whole, process by process; elsewhere the two
 * agree within the Monte Carlo error of the part. (Scaling by one over the fraction would leave the fluctuation of the number
 * of events in it.) Where a process has no rate at the standard point, such as a signal whose standard strength is 0, the
 * upper or lower ends of the ranges serve instead.
 */
public final class Split {

    private final EventSample sample;
    private final Map<Part, int[]> rows;
    private final List<ParameterPoint> references;

    private Split(EventSample sample, Map<Part, int[]> rows) {
        this.sample = sample;
        this.rows = rows;
        this.references = references(sample);
    }

    /** Return usual fractions: half for training, the rest for validation, templates, calibration and pseudo-data. */
    public static Map<Part, Double> usualFractions() {
        Map<Part, Double> fractions = new EnumMap<>(Part.class);
        fractions.put(Part.TRAINING, 0.5);
        fractions.put(Part.VALIDATION, 0.1);
        fractions.put(Part.TEMPLATE, 0.15);
        fractions.put(Part.CALIBRATION, 0.05);
        fractions.put(Part.PSEUDO_DATA, 0.2);
        return fractions;
    }

    /**
     * Divide a sample.
     *
     * @param fractions of every part that is wanted; their sum is at most 1, and what is left over is not used
     * @param streams the random streams of the study
     */
    public static Split of(EventSample sample, Map<Part, Double> fractions, RandomStreams streams) {
        double total = 0;
        for (Map.Entry<Part, Double> entry : fractions.entrySet()) {
            Check.argument(
                    entry.getValue() >= 0 && entry.getValue() <= 1,
                    "the fraction of %s is %s, expected 0 to 1",
                    entry.getKey(),
                    entry.getValue());
            total += entry.getValue();
        }
        Check.argument(total <= 1 + 1e-9, "the fractions of the parts add up to %s, expected at most 1", total);
        Part[] parts = Part.values();
        double[] ends = new double[parts.length];
        double end = 0;
        for (int p = 0; p < parts.length; p++) {
            end += fractions.getOrDefault(parts[p], 0.0);
            ends[p] = end;
        }
        return new Split(sample, assign(sample, parts, ends, streams));
    }

    private static Map<Part, int[]> assign(EventSample sample, Part[] parts, double[] ends, RandomStreams streams) {
        int[] part = new int[sample.size()];
        int[] counts = new int[parts.length + 1];
        for (int i = 0; i < part.length; i++) {
            double u = Draws.open(streams.stream("split", sample.origin(i)));
            int p = 0;
            while (p < parts.length && u >= ends[p]) {
                p++;
            }
            part[i] = p;
            counts[p]++;
        }
        Map<Part, int[]> rows = new EnumMap<>(Part.class);
        for (int p = 0; p < parts.length; p++) {
            int[] positions = new int[counts[p]];
            int next = 0;
            for (int i = 0; i < part.length; i++) {
                if (part[i] == p) {
                    positions[next++] = i;
                }
            }
            rows.put(parts[p], positions);
        }
        return rows;
    }

    /** Return the rows of a part, in the order of the sample. */
    public int[] rows(Part part) {
        return rows.getOrDefault(part, new int[0]).clone();
    }

    /**
     * Return one part, or several together, as a sample of its own, scaled to the cross-section of the whole.
     *
     * @throws BadInput if a process that has events in the whole has none, or no net weight, in the part
     */
    public EventSample part(Part part, Part... more) {
        int[] chosen = IntStream.concat(
                        Arrays.stream(rows(part)), Arrays.stream(more).flatMapToInt(p -> Arrays.stream(rows(p))))
                .toArray();
        double[] scales = new double[chosen.length];
        for (int process = 0; process < sample.processes().size(); process++) {
            double scale = scale(part, chosen, process);
            for (int i = 0; i < chosen.length; i++) {
                if (sample.process(chosen[i]) == process) {
                    scales[i] = scale;
                }
            }
        }
        return sample.subset(chosen, scales);
    }

    private double scale(Part part, int[] chosen, int process) {
        for (ParameterPoint reference : references) {
            double[] theta = reference.toArray();
            double all = 0;
            for (int i = 0; i < sample.size(); i++) {
                all += sample.process(i) == process ? sample.weightAt(i, theta) : 0;
            }
            if (all != 0) {
                double some = 0;
                for (int row : chosen) {
                    some += sample.process(row) == process ? sample.weightAt(row, theta) : 0;
                }
                return positiveRatio(all, some, part, process);
            }
        }
        return 1;
    }

    private double positiveRatio(double all, double some, Part part, int process) {
        double ratio = all / some;
        if (!(ratio > 0 && Double.isFinite(ratio))) {
            throw new BadInput(
                    String.format(
                            Locale.ROOT,
                            "the part %s has no event, or no net weight, of process %s",
                            part.name().toLowerCase(Locale.ROOT),
                            sample.processes().get(process)),
                    "",
                    "give it a larger fraction, or generate more events");
        }
        return ratio;
    }

    private static List<ParameterPoint> references(EventSample sample) {
        List<ParameterPoint> points = new ArrayList<>();
        List<Parameter> parameters = sample.space().parameters();
        points.add(sample.space().standard());
        points.add(ParameterPoint.of(
                parameters.stream().mapToDouble(Parameter::max).toArray()));
        points.add(ParameterPoint.of(
                parameters.stream().mapToDouble(Parameter::min).toArray()));
        return points;
    }

    /** Return the number of rows of every part. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach((part, positions) ->
                text.append(part).append('=').append(positions.length).append(' '));
        return text.toString().strip();
    }

    /** Return whether no generator event is in two parts, by looking. */
    boolean isByEvent() {
        Map<Long, Part> seen = new java.util.HashMap<>();
        for (Map.Entry<Part, int[]> entry : rows.entrySet()) {
            for (long origin :
                    Arrays.stream(entry.getValue()).mapToLong(sample::origin).toArray()) {
                Part before = seen.putIfAbsent(origin, entry.getKey());
                if (before != null && before != entry.getKey()) {
                    return false;
                }
            }
        }
        return true;
    }
}

package hep.aurum.trust;

import java.util.List;

/**
 * Hold the numbers behind a finding of which a picture can be drawn.
 *
 * @param kind what they are
 * @param label of what: a parameter, a sample, a level
 * @param x as the kind says
 * @param y as the kind says; may be empty
 * @param trials how many trials a fraction is of; 0 where there are none
 */
public record Evidence(Kind kind, String label, List<Double> x, List<Double> y, long trials) {

    /** What a picture shows. */
    public enum Kind {
        /** x: nominal levels; y: fraction of the trials in which the region held the truth. */
        COVERAGE,
        /** x: rank of the truth in each trial, from 0 to 1. */
        RANKS,
        /** x: number of events; y: pull of the estimate. */
        PULLS,
        /** x: false positive rate; y: true positive rate. */
        ROC,
        /** x: what was predicted; y: what was found. */
        CURVE
    }

    /** Copy the lists. */
    public Evidence {
        x = List.copyOf(x);
        y = List.copyOf(y);
    }

    /** Hold ranks. */
    public static Evidence ranks(String label, double[] ranks) {
        return new Evidence(Kind.RANKS, label, list(ranks), List.of(), ranks.length);
    }

    /** Hold a curve. */
    public static Evidence of(Kind kind, String label, double[] x, double[] y, long trials) {
        return new Evidence(kind, label, list(x), list(y), trials);
    }

    private static List<Double> list(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }
}

package hep.aurum.workflow.study;

import java.util.OptionalDouble;

/**
 * Describe the fit of a spectrum: a peak of the simulated signal's shape over a smooth background whose shape is free.
 *
 * @param observable feature or spectator that is fitted
 * @param from lower end of the spectrum, in the observable's unit
 * @param to its upper end
 * @param bins of the spectrum
 * @param degree of the polynomial in the exponent of the background
 * @param categories of the learned statistic that are fitted together, at most; 1 for none
 * @param peak value of the observable at which the statistic of the categories is taken, so that it cannot make a peak; empty
 *     where the observable is none of the features
 * @param toys experiments that are drawn from the expected spectra
 */
public record SpectrumSpec(
        String observable,
        double from,
        double to,
        int bins,
        int degree,
        int categories,
        OptionalDouble peak,
        int toys) {}

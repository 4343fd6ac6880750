package org.freehep.jas.services;

import org.freehep.application.ProgressMeter;

/** Lends progress meters of the status bar. */
public interface ProgressMeterProvider {

    /** Show a meter. */
    ProgressMeter getProgressMeter();

    /** Give a meter back. */
    void freeProgressMeter(ProgressMeter meter);
}

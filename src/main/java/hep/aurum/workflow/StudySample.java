package hep.aurum.workflow;

import hep.aurum.sample.EventSample;
import hep.aurum.simulator.toy.Toy;
import java.util.List;
import java.util.Optional;

/**
 * Hold everything that a study has read or drawn: the selected events and what is known of their making.
 *
 * @param events the selected events of all processes, every copy a row; features first, spectators after them
 * @param forTraining selected events of the same processes that train and validate networks and do nothing else
 * @param learned how many of the columns are features
 * @param copies rows that one generator event can have, by process
 * @param units units of the columns, for labels
 * @param processes facts about each process, in the order of the study
 * @param toy the simulator that drew all processes, with the closed form of their likelihood; absent for files
 */
record StudySample(
        EventSample events,
        Optional<EventSample> forTraining,
        int learned,
        List<Integer> copies,
        List<String> units,
        List<ProcessFacts> processes,
        Optional<Toy> toy) {}

package hep.aurum.workflow;

import hep.aurum.base.Progress;
import java.nio.file.Path;

/**
 * Say how a study is run; none of it changes a number.
 *
 * @param folder the output folder
 * @param force whether earlier results are replaced
 * @param threads number of threads
 * @param progress who is told how far the run has come
 */
public record RunOptions(Path folder, boolean force, int threads, Progress progress) {}

package hep.aurum.simulator.process;

import java.util.concurrent.Executor;

/** Run tasks that wait for programs, each on a thread of its own that keeps no run from ending. */
final class OwnThread {

    /** Not the common pool, whose threads may all be busy with a training when a program has to be ended. */
    static final Executor EXECUTOR = task -> start("aurum job watch", task);

    private OwnThread() {}

    static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}

package hep.aurum.jas.child;

import hep.aurum.base.Progress;

/** Be told what a command of Aurum says and how it ends, on threads that belong to no window. */
public interface ChildListener extends Progress {

    /** Take note of a line of its result. */
    void result(String line);

    /** Take note of a line that is neither result nor progress, such as a warning. */
    void remark(String line);

    /** Take note of the end; nothing follows. */
    void ended(ChildEnd end);
}

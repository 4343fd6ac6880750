package hep.aurum.script;

/**
 * Give a number for a number; lambdas, closures and Python functions are taken for it.
 *
 * <p>It has one method and nothing else, for Jython turns functions into such interfaces only.
 */
@FunctionalInterface
public interface RealFunction {

    /** Return the value at x. */
    double eval(double x);
}

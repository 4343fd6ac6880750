package hep.aurum.likelihood.binned;

/**
 * Add a term to \( -2\ln L \) that depends on several rates of a binned model at once, and on variables of its own.
 *
 * <p>It stands in place of the Poisson terms of its bins, which have no counts. A term may hold scratch memory: one for each thread.
 */
public interface RateTerm {

    /** Return the bins whose rates it needs, as positions among those of all channels, {@code [P]}. */
    int[] bins();

    /** Return its other variables, as positions in the point of the whole model, {@code [m]}. */
    int[] variables();

    /**
     * Return the value.
     *
     * @param rates of its bins {@code [P]}
     * @param own its variables {@code [m]}
     */
    double value(double[] rates, double[] own);

    /**
     * Return the value and fill in its derivatives, first in the rates and then in the variables.
     *
     * @param gradient overwritten, {@code [P+m]}
     * @param hessian overwritten, {@code [(P+m)*(P+m)]}, row-major, both triangles
     */
    double evaluate(double[] rates, double[] own, double[] gradient, double[] hessian);
}

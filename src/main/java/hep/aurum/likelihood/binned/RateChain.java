package hep.aurum.likelihood.binned;

import java.util.Arrays;

/**
 * Turn derivatives of a function of the rates into derivatives in the parameters: the chain rule of a binned model.
 *
 * <p>With \( t' \) and \( t'' \) the first and second derivatives of a sum \( \sum_b t_b(\lambda_b) \) of functions of one
 * rate each, \[ \partial_p = \sum_b t_b' \partial_p\lambda_b, \qquad \partial_p\partial_q = \sum_b t_b''
 * \partial_p\lambda_b\,\partial_q\lambda_b + \sum_b t_b' \partial_p\partial_q\lambda_b. \] Both sums of the Hessian are
 * collected by channel in dense matrices of its local parameters ({@link ChannelDerivatives}); a factor by bin touches one
 * bin and has a row of its own. No allocation after construction; for one thread.
 */
final class RateChain {

    private static final int TILE = 16;

    final RateTable rates;

    private final CompiledModel model;
    private final int n;
    private final ChannelDerivatives channel;
    private final SampleRates samples;

    RateChain(CompiledModel model) {
        this.model = model;
        n = model.parameters.size();
        rates = new RateTable(model);
        channel = new ChannelDerivatives(model, rates);
        samples = new SampleRates(model, rates);
    }

    /** Return the rates at a point {@code [B]}, which the next call overwrites. */
    double[] at(double[] theta) {
        rates.evaluate(theta);
        return rates.rate;
    }

    /** Return the derivatives of the rate of one bin at the point of {@link #at}, {@code [k]}, overwritten. */
    void gradient(int c, int bin, double[] gradient) {
        Arrays.fill(gradient, 0.0);
        for (int s = 0; s < model.channelBlock[c + 1] - model.channelBlock[c]; s++) {
            samples.addGradient(c, s, bin, gradient);
        }
    }

    /**
     * Add the derivatives of the sum at the point of {@link #at}; of the Hessian the upper triangle alone.
     *
     * @param first t' by bin {@code [B]}
     * @param second t'' by bin {@code [B]}
     */
    void add(double[] first, double[] second, double[] gradient, double[] hessian) {
        for (int c = 0; c < model.channels(); c++) {
            channel.collect(c, first, second);
            scatter(c, first, gradient, hessian);
            addFactorsByBin(c, first, second, gradient, hessian);
            addPairsOfFactorsByBin(c, first, hessian);
        }
    }

    /** Add the local parameters, whose numbers ascend with those of the model. */
    private void scatter(int c, double[] first, double[] gradient, double[] hessian) {
        int firstBin = model.channelBin[c];
        int offset = model.denseStart[c];
        int dense = channel.dense;
        double[] halves = channel.halves;
        for (int b = 0; b < channel.bins; b++) {
            for (int i = 0; i < dense; i++) {
                gradient[model.denseParameter[offset + i]] += first[firstBin + b] * channel.jacobian[b * dense + i];
            }
        }
        for (int i = 0; i < dense; i++) {
            int out = model.denseParameter[offset + i] * n;
            for (int j = i; j < dense; j++) {
                hessian[out + model.denseParameter[offset + j]] +=
                        channel.gaussNewton[i * dense + j] + (halves[i * dense + j] + halves[j * dense + i]);
            }
        }
    }

    /** Add gradient, Gauss–Newton terms and mixed curvature of the factors by bin, each of which touches one bin. */
    private void addFactorsByBin(int c, double[] first, double[] second, double[] gradient, double[] hessian) {
        int firstBin = model.channelBin[c];
        int offset = model.denseStart[c];
        int bins = channel.bins;
        int dense = channel.dense;
        for (int g = 0; g < channel.groups; g++) {
            for (int b = 0; b < bins; b++) {
                int p = model.groupParameter[model.groupStart[c] + g] + b;
                int at = g * bins + b;
                double slope = channel.groupJacobian[at];
                double weight = second[firstBin + b] * slope;
                gradient[p] += first[firstBin + b] * slope;
                hessian[p * n + p] += weight * slope;
                for (int i = 0; i < dense; i++) {
                    double sum = weight * channel.jacobian[b * dense + i] + channel.mixed[at * dense + i];
                    add(hessian, p, model.denseParameter[offset + i], sum);
                }
                for (int other = g + 1; other < channel.groups; other++) {
                    int q = model.groupParameter[model.groupStart[c] + other] + b;
                    add(hessian, p, q, weight * channel.groupJacobian[other * bins + b]);
                }
            }
        }
    }

    /** Add the curvature of rates with two factors of one bin. */
    private void addPairsOfFactorsByBin(int c, double[] first, double[] hessian) {
        int firstBin = model.channelBin[c];
        for (int s = model.channelBlock[c]; s < model.channelBlock[c + 1]; s++) {
            int start = model.blockStart[s];
            int end = model.binStart[s + 1];
            for (int k = model.binStart[s]; k + 1 < end; k++) {
                for (int l = k + 1; l < end; l++) {
                    for (int b = 0; b < channel.bins; b++) {
                        double product = first[firstBin + b] * rates.base[start + b] * rates.scalar[s];
                        double mixed = product * rates.gammaWithout(s, b, k, l);
                        add(hessian, model.binParameter[k] + b, model.binParameter[l] + b, mixed);
                    }
                }
            }
        }
    }

    private void add(double[] hessian, int p, int q, double mixed) {
        hessian[p < q ? p * n + q : q * n + p] += mixed;
    }

    /** Copy the upper triangle to the lower one, tile by tile for the sake of the cache. */
    void mirror(double[] hessian) {
        for (int rowTile = 0; rowTile < n; rowTile += TILE) {
            int rowEnd = Math.min(rowTile + TILE, n);
            for (int columnTile = rowTile; columnTile < n; columnTile += TILE) {
                int columnEnd = Math.min(columnTile + TILE, n);
                for (int i = rowTile; i < rowEnd; i++) {
                    for (int j = Math.max(i + 1, columnTile); j < columnEnd; j++) {
                        hessian[j * n + i] = hessian[i * n + j];
                    }
                }
            }
        }
    }
}

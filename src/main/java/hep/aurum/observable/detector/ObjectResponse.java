package hep.aurum.observable.detector;

import hep.aurum.base.BadInput;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.ExpressionType;
import hep.aurum.observable.expression.Frame;
import hep.aurum.observable.expression.Scope;
import hep.aurum.physics.FourVector;
import org.jspecify.annotations.Nullable;

/**
 * Describe how the detector sees the particles of one class.
 *
 * <p>A particle is seen if, in this order,
 *
 * <ol>
 *   <li>its true \(p_T\) and \(|\eta|\) lie in the acceptance,
 *   <li>a uniform number lies below the efficiency \(\varepsilon(p_T, \eta, …)\) of the true values,
 *   <li>its smeared \(p_T' = p_T (1 + \sigma_r(p_T, \eta, …)\, g_1)\) is positive and not below the threshold.
 * </ol>
 *
 * <p>Then \(\eta' = \eta + \sigma_\eta g_2\), \(\phi' = \phi + \sigma_\phi g_3\) with independent standard normal
 * \(g_i\); the mass stays and the energy follows, \(E' = \sqrt{m^2 + p'^2}\). What has no resolution keeps its bits.
 * Objects whose \(p_T\) is smeared to below zero are lost, not drawn again, so no bias hides in a truncated Gaussian.
 * A particle exactly along the beam is lost as soon as anything here is random: it never leaves the pipe.
 *
 * <p>Efficiencies and resolutions are expressions of the true {@code pt}, {@code eta}, {@code phi}, {@code mass} and
 * {@code energy} in GeV and radians. Immutable: every {@code with} returns a new response.
 */
public final class ObjectResponse {

    private static final ObjectResponse IDEAL = new ObjectResponse(new Acceptance(0, Double.POSITIVE_INFINITY, 0));

    /** Bounds on the true and on the smeared object. */
    private record Acceptance(double ptMin, double etaMax, double threshold) {}

    private final Acceptance acceptance;
    private final @Nullable Expression efficiency;
    private final @Nullable Expression ptResolution;
    private final @Nullable Expression etaResolution;
    private final @Nullable Expression phiResolution;

    private ObjectResponse(Acceptance acceptance) {
        this(acceptance, null, null, null, null);
    }

    private ObjectResponse(
            Acceptance acceptance,
            @Nullable Expression efficiency,
            @Nullable Expression ptResolution,
            @Nullable Expression etaResolution,
            @Nullable Expression phiResolution) {
        this.acceptance = acceptance;
        this.efficiency = efficiency;
        this.ptResolution = ptResolution;
        this.etaResolution = etaResolution;
        this.phiResolution = phiResolution;
    }

    /** Return the response that sees every particle as it is. */
    public static ObjectResponse ideal() {
        return IDEAL;
    }

    /**
     * Return this response for true particles above a transverse momentum and within a pseudorapidity only.
     *
     * @param ptMin in GeV, from 0
     * @param etaMax from 0; may be infinite
     */
    public ObjectResponse withAcceptance(double ptMin, double etaMax) {
        require("acceptance's smallest pT", ptMin);
        require("acceptance's largest |eta|", etaMax);
        return copy(new Acceptance(ptMin, etaMax, acceptance.threshold));
    }

    /** Return this response with a lower bound on the smeared transverse momentum, in GeV. */
    public ObjectResponse withThreshold(double ptMin) {
        require("threshold", ptMin);
        return copy(new Acceptance(acceptance.ptMin, acceptance.etaMax, ptMin));
    }

    private ObjectResponse copy(Acceptance other) {
        return new ObjectResponse(other, efficiency, ptResolution, etaResolution, phiResolution);
    }

    private static void require(String name, double value) {
        if (!(value >= 0)) {
            throw new BadInput("the " + name + " is " + value + ", expected a number from 0", "", "");
        }
    }

    /** Return this response with an efficiency, an expression with values from 0 to 1. */
    public ObjectResponse withEfficiency(String expression) {
        return new ObjectResponse(
                acceptance, read(expression, "an efficiency"), ptResolution, etaResolution, phiResolution);
    }

    /** Return this response with a relative resolution \(\sigma(p_T)/p_T\), for example {@code 0.8 / sqrt(pt)}. */
    public ObjectResponse withPtResolution(String expression) {
        return new ObjectResponse(
                acceptance, efficiency, read(expression, "a pT resolution"), etaResolution, phiResolution);
    }

    /** Return this response with an absolute resolution in pseudorapidity. */
    public ObjectResponse withEtaResolution(String expression) {
        return new ObjectResponse(
                acceptance, efficiency, ptResolution, read(expression, "an eta resolution"), phiResolution);
    }

    /** Return this response with an absolute resolution in azimuth, in radians. */
    public ObjectResponse withPhiResolution(String expression) {
        return new ObjectResponse(
                acceptance, efficiency, ptResolution, etaResolution, read(expression, "a phi resolution"));
    }

    private static Expression read(String expression, String purpose) {
        return Expression.parse(expression, Scope.ofObject()).require(ExpressionType.NUMBER, purpose);
    }

    /** Return whether the response draws random numbers. */
    boolean isRandom() {
        return efficiency != null || ptResolution != null || etaResolution != null || phiResolution != null;
    }

    /**
     * Return what the detector sees of a particle, or null if it sees nothing.
     *
     * @param objects what such objects are called, for messages
     * @param random may be null only if the response is not random
     */
    @Nullable FourVector see(FourVector truth, String objects, Frame frame, @Nullable ResponseRandom random) {
        double pt = truth.pt();
        if (pt < acceptance.ptMin
                || (acceptance.etaMax < Double.MAX_VALUE && Math.abs(truth.eta()) > acceptance.etaMax)) {
            return null;
        }
        if (random == null || !isRandom()) {
            return pt < acceptance.threshold ? null : truth;
        }
        if (pt == 0) {
            return null;
        }
        frame.enter(truth);
        if (efficiency != null && random.uniform() >= value(efficiency, "efficiency", 1, objects, frame)) {
            return null;
        }
        return smear(truth, objects, frame, random);
    }

    private @Nullable FourVector smear(FourVector truth, String objects, Frame frame, ResponseRandom random) {
        double scale = 1;
        if (ptResolution != null) {
            double width = value(ptResolution, "pT resolution", Double.MAX_VALUE, objects, frame);
            scale = 1 + width * random.gaussian();
        }
        double pt = truth.pt() * scale;
        if (scale <= 0 || pt < acceptance.threshold) {
            return null;
        }
        double pz = truth.pz() * scale;
        if (etaResolution != null) {
            double width = value(etaResolution, "eta resolution", Double.MAX_VALUE, objects, frame);
            pz = pt * StrictMath.sinh(truth.eta() + width * random.gaussian());
        }
        double px = truth.px() * scale;
        double py = truth.py() * scale;
        if (phiResolution != null) {
            double width = value(phiResolution, "phi resolution", Double.MAX_VALUE, objects, frame);
            double angle = width * random.gaussian();
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double turned = px * cos - py * sin;
            py = px * sin + py * cos;
            px = turned;
        }
        return onShell(truth, px, py, pz);
    }

    /** Keep the mass; a massless particle whose printed digits give a slightly negative square stays massless. */
    private FourVector onShell(FourVector truth, double px, double py, double pz) {
        if (ptResolution == null && etaResolution == null) {
            return new FourVector(px, py, pz, truth.energy());
        }
        double massSquared = Math.max(0, truth.massSquared());
        return new FourVector(px, py, pz, Math.sqrt(massSquared + px * px + py * py + pz * pz));
    }

    private static double value(Expression expression, String quantity, double most, String objects, Frame frame) {
        frame.clear();
        double value = expression.number(frame);
        if (!(value >= 0 && value <= most) || frame.isUndefined()) {
            throw new BadInput(
                    "the " + quantity + " of " + objects + " is " + value + ", expected "
                            + (most == 1 ? "a number from 0 to 1" : "a finite number from 0"),
                    expression.text() + " for " + frame.object(),
                    "bound it, for example with max(..., 0), or narrow the acceptance");
        }
        return value;
    }
}

package hep.aurum.observable;

import hep.aurum.event.Event;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import java.util.List;

/**
 * Hold the first two events of {@code ship/vbf_haa_cHW_cHWtil_5k.lhe.gz} (MadGraph5_aMC@NLO 3.5.7, u d → u d h, h → γγ)
 * and the first of {@code ship/uuaag_background_5k.lhe.gz} (u ū → γγ g), typed from their text.
 */
final class VbfEvents {

    static final Event FIRST = event(
            1,
            1.0663100e-03,
            particle(2, -1, 0, 0, 1.0742215936e+02, 1.0742215936e+02),
            particle(1, -1, 0, 0, -1.3147166900e+02, 1.3147166900e+02),
            particle(25, 2, -3.5986035674e+01, 3.4744589448e+00, -2.6547432181e+00, 1.3019788766e+02),
            particle(2, 1, -2.1697749848e+01, 5.6917300243e+00, 2.5376405318e+01, 3.3869604160e+01),
            particle(1, 1, 5.7683785523e+01, -9.1661889691e+00, -4.6771171744e+01, 7.4826336532e+01),
            particle(22, 1, 2.3028697083e+01, -1.2550096701e+01, 4.5395410954e+01, 5.2426798035e+01),
            particle(22, 1, -5.9014732757e+01, 1.6024555646e+01, -4.8050154172e+01, 7.7771089628e+01));

    static final Event SECOND = event(
            2,
            1.0663100e-03,
            particle(2, -1, 0, 0, 2.1119727874e+02, 2.1119727874e+02),
            particle(1, -1, 0, 0, -1.4849384207e+02, 1.4849384207e+02),
            particle(25, 2, -1.2695338939e+01, 2.9307557517e+01, 3.8212431461e+01, 1.3461999233e+02),
            particle(2, 1, 3.8450553573e+01, -7.0921009716e+01, -7.7549148856e+01, 1.1190221257e+02),
            particle(1, 1, -2.5755214634e+01, 4.1613452199e+01, 1.0204015407e+02, 1.1316891591e+02),
            particle(22, 1, 3.9497930057e+01, -2.0173425543e+01, -1.3129764518e+01, 4.6254127310e+01),
            particle(22, 1, -5.2193268996e+01, 4.9480983060e+01, 5.1342195979e+01, 8.8365865022e+01));

    static final Event BACKGROUND = event(
            1,
            5.6476000e-01,
            particle(2, -1, 0, 0, 2.3671078479e+02, 2.3671078479e+02),
            particle(-2, -1, 0, 0, -1.8815146454e+01, 1.8815146454e+01),
            particle(22, 1, -1.9502906104e+01, 6.5510847854e+00, 1.2042935449e+02, 1.2217409497e+02),
            particle(22, 1, 1.6593536782e+01, -3.6993027044e+01, 1.1552690357e+01, 4.2157966831e+01),
            particle(21, 1, 2.9093693223e+00, 3.0441942259e+01, 8.5913593487e+01, 9.1193869444e+01));

    private VbfEvents() {}

    static Event event(long number, double weight, Particle... particles) {
        return new Event(number, weight, new double[0], List.of(particles));
    }

    static Particle particle(int pdgId, int status, double px, double py, double pz, double energy) {
        return new Particle(pdgId, status, -1, -1, new FourVector(px, py, pz, energy), Particle.UNKNOWN_SPIN);
    }

    /** A massless final-state particle. */
    static Particle massless(int pdgId, double pt, double eta, double phi) {
        return particle(pdgId, 1, pt * Math.cos(phi), pt * Math.sin(phi), pt * Math.sinh(eta), pt * Math.cosh(eta));
    }
}

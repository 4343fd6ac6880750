package hep.aurum.physics;

/**
 * Hold one particle of an event.
 *
 * @param pdgId Particle Data Group number, signed
 * @param status 1 final, 2 intermediate, −1 incoming (Les Houches convention); generators use further numbers
 * @param mother1 position of the first mother in the event's list, from 0; −1 if there is none
 * @param mother2 position of the last mother, −1 if there is none
 * @param momentum four-momentum in GeV
 * @param mass the mass in GeV that the file states, which may differ from that of the momentum by rounding
 * @param colour label of the colour line that leaves the particle, 0 if there is none
 * @param anticolour label of the colour line that enters it, 0 if there is none
 * @param lifetime proper lifetime times c in mm, 0 if unknown
 * @param spin cosine of the spin angle as the Les Houches record has it; 9 means unknown
 */
public record Particle(
        int pdgId,
        int status,
        int mother1,
        int mother2,
        FourVector momentum,
        double mass,
        int colour,
        int anticolour,
        double lifetime,
        double spin) {

    /** The status of a particle that leaves the event. */
    public static final int FINAL = 1;

    /** The spin entry that stands for "unknown". */
    public static final double UNKNOWN_SPIN = 9;

    /** Create a particle without colour and lifetime, whose mass is that of its momentum. */
    public Particle(int pdgId, int status, int mother1, int mother2, FourVector momentum, double spin) {
        this(pdgId, status, mother1, mother2, momentum, momentum.mass(), 0, 0, 0, spin);
    }

    /** Return whether the particle leaves the event. */
    public boolean isFinal() {
        return status == FINAL;
    }
}

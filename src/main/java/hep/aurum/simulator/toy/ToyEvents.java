package hep.aurum.simulator.toy;

import hep.aurum.event.Event;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import java.util.ArrayList;
import java.util.List;

/**
 * Write toy events down as particles. Momentum is not conserved: components are carriers of numbers, chosen so that no digit
 * is lost.
 */
final class ToyEvents {

    private static final int GLUON = 21;
    private static final int PHOTON = 22;
    private static final int HIGGS = 25;
    private static final int INTERMEDIATE = 2;
    private static final int INCOMING = -1;
    private static final double BEAM_ENERGY = 62.5;

    private ToyEvents() {}

    /** Observables as components of a photon, latents as components of an intermediate Higgs boson: at most three each. */
    static Event ofComponents(long number, double weight, double[] weights, double[] x, double[] z) {
        List<Particle> particles = incoming();
        particles.add(carrier(HIGGS, INTERMEDIATE, 125, z));
        particles.add(carrier(PHOTON, Particle.FINAL, 0, x));
        return new Event(number, weight, weights, particles);
    }

    /** A pair of photons of a given mass, back to back at rest: the mass of their sum is exact to the last bit. */
    static Event ofPhotonPair(long number, double weight, double[] weights, double mass, boolean resonant) {
        List<Particle> particles = incoming();
        int mother = 0;
        if (resonant) {
            particles.add(particle(HIGGS, INTERMEDIATE, 0, new FourVector(0, 0, 0, mass)));
            mother = 2;
        }
        particles.add(particle(PHOTON, Particle.FINAL, mother, new FourVector(mass / 2, 0, 0, mass / 2)));
        particles.add(particle(PHOTON, Particle.FINAL, mother, new FourVector(-mass / 2, 0, 0, mass / 2)));
        return new Event(number, weight, weights, particles);
    }

    private static List<Particle> incoming() {
        List<Particle> particles = new ArrayList<>();
        particles.add(particle(GLUON, INCOMING, -1, new FourVector(0, 0, BEAM_ENERGY, BEAM_ENERGY)));
        particles.add(particle(GLUON, INCOMING, -1, new FourVector(0, 0, -BEAM_ENERGY, BEAM_ENERGY)));
        return particles;
    }

    private static Particle carrier(int pdgId, int status, double mass, double[] values) {
        double px = values[0];
        double py = values.length > 1 ? values[1] : 0;
        double pz = values.length > 2 ? values[2] : 0;
        double energy = Math.sqrt(px * px + py * py + pz * pz + mass * mass);
        return particle(pdgId, status, 0, new FourVector(px, py, pz, energy));
    }

    private static Particle particle(int pdgId, int status, int mother, FourVector momentum) {
        // Mother 0 stands for both incoming gluons.
        int second = mother == 0 ? 1 : mother;
        return new Particle(pdgId, status, mother, second, momentum, Particle.UNKNOWN_SPIN);
    }
}

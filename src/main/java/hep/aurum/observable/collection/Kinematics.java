package hep.aurum.observable.collection;

import hep.aurum.observable.object.RowView;
import hep.aurum.physics.FourVector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Make the momentum of an object from three columns and a fourth, if there is one.
 *
 * <p>Components along the axes have precedence over transverse momentum, pseudorapidity and azimuth, which lose digits and
 * have no value for an object along the beam. Beside the latter a mass has precedence over an energy, from which a light
 * object's mass cannot be had in single precision.
 *
 * @param cartesian whether the three are \(p_x, p_y, p_z\), and not \(p_T, \eta, \phi\)
 * @param three the three
 * @param fourth mass or energy; null for massless objects
 * @param isEnergy whether the fourth is the energy
 */
record Kinematics(
        boolean cartesian, List<Member> three, @Nullable Member fourth, boolean isEnergy) {

    /** What the endings of column names mean, in lower case. */
    private static final Map<String, String> KEYS = Map.of(
            "pt", "pt", "eta", "eta", "phi", "phi", "m", "mass", "mass", "mass", "e", "energy", "energy", "energy",
            "px", "px", "py", "py", "pz", "pz");

    /**
     * Beyond this the hyperbolic sine overflows. Tables give incoming partons such a pseudorapidity, and no transverse
     * momentum: their direction is known, their momentum is not, and stands as the smallest there is.
     */
    private static final double GREATEST_ETA = 700;

    /** Species that every experiment takes to be massless where it states no mass. */
    private static final Set<Integer> LIGHT = Set.of(11, 13, 22);

    /** Return what the ending of a column's name means for a momentum; null if nothing. */
    static @Nullable String key(String ending) {
        return KEYS.get(ending.toLowerCase(Locale.ROOT));
    }

    /** Return the momentum that columns by meaning make; null if they make none. */
    static @Nullable Kinematics of(Map<String, Member> byKey, int pdgId) {
        List<Member> axes = all(byKey, "px", "py", "pz");
        List<Member> angles = all(byKey, "pt", "eta", "phi");
        Member energy = byKey.get("energy");
        Member mass = byKey.get("mass");
        if (!axes.isEmpty() && (energy != null || mass != null || angles.isEmpty())) {
            return new Kinematics(true, axes, energy != null ? energy : mass, energy != null);
        }
        if (angles.isEmpty()) {
            return null;
        }
        boolean useEnergy = mass == null && energy != null && !LIGHT.contains(pdgId);
        return new Kinematics(false, angles, useEnergy ? energy : mass, useEnergy);
    }

    private static List<Member> all(Map<String, Member> byKey, String... keys) {
        List<Member> found = new ArrayList<>();
        for (String key : keys) {
            Member member = byKey.get(key);
            if (member == null) {
                return List.of();
            }
            found.add(member);
        }
        return found;
    }

    /** Return the members by meaning, those that are used. */
    Map<String, Member> used() {
        Map<String, Member> used = new LinkedHashMap<>();
        three.forEach(member -> used.put(member.name(), member));
        if (fourth != null) {
            used.put(fourth.name(), fourth);
        }
        return used;
    }

    /** Return the momentum of an object in GeV, given the value of a column's unit in GeV. */
    FourVector momentum(RowView row, int item, double scale) {
        double a = three.get(0).value(row, item);
        double b = three.get(1).value(row, item);
        double c = three.get(2).value(row, item);
        double d = fourth == null ? 0 : scale * fourth.value(row, item);
        if (cartesian) {
            return along(scale * a, scale * b, scale * c, d);
        }
        if (a == 0 && Math.abs(b) > GREATEST_ETA) {
            return new FourVector(0, 0, Math.copySign(Double.MIN_NORMAL, b), isEnergy ? d : Math.abs(d));
        }
        if (!isEnergy) {
            return FourVector.ofPtEtaPhiMass(scale * a, b, c, d);
        }
        FourVector massless = FourVector.ofPtEtaPhiMass(scale * a, b, c, 0);
        return new FourVector(massless.px(), massless.py(), massless.pz(), d);
    }

    private FourVector along(double px, double py, double pz, double fourthInGev) {
        double energy = isEnergy
                ? fourthInGev
                : Math.sqrt(Math.max(0, px * px + py * py + pz * pz + fourthInGev * Math.abs(fourthInGev)));
        return new FourVector(px, py, pz, energy);
    }
}

package hep.aurum.likelihood.joint;

import hep.aurum.base.Check;
import hep.aurum.likelihood.binned.Modifier;
import java.util.List;
import java.util.stream.IntStream;

/** Name the nuisances of an ensemble of networks, one for each member, and put them into a model. */
public final class NetworkNuisances {

    private static final int FEWEST = 4;

    private NetworkNuisances() {}

    /** Return the names {@code network_PROCESS_1}, {@code network_PROCESS_2}, … */
    public static List<String> of(String process, int members) {
        return IntStream.rangeClosed(1, members)
                .mapToObj(e -> "network_" + process + "_" + e)
                .toList();
    }

    /**
     * Return modifiers for the rate of the process: a normsys without effect for each nuisance, which puts its \(N(0,1)\) into the
     * likelihood.
     */
    public static List<Modifier> constraints(List<String> nuisances) {
        return nuisances.stream()
                .<Modifier>map(name -> new Modifier.NormSys(name, 1, 1))
                .toList();
    }

    /**
     * Return by how much a standardised nuisance moves: \(\kappa/\sqrt{E-1}\) with
     *
     * <p>\[ \kappa^2 = \Bigl(1+\frac1E\Bigr)\frac{E-1}{E-3}, \]
     *
     * <p>the variance of Student's prediction of one more member from E, in units of the members' own: their spread is known to
     * \(1/\sqrt{2(E-1)}\) only.
     */
    static double step(int members) {
        double size = members;
        return Math.sqrt((1 + 1 / size) / (size - 3));
    }

    /** Check that members of an ensemble are of a kind, at least 4, and have a nuisance each. */
    static void check(List<? extends ShapeRatio> members, List<String> nuisances) {
        Check.argument(
                members.size() >= FEWEST,
                "an ensemble of %d tells no uncertainty, expected at least %d",
                members.size(),
                FEWEST);
        Check.length("nuisances", nuisances.size(), members.size());
        for (ShapeRatio member : members) {
            Check.argument(
                    member.parameters().equals(members.get(0).parameters())
                            && member.features().equals(members.get(0).features()),
                    "the members of an ensemble differ in their parameters or features");
        }
    }
}

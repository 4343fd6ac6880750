package hep.aurum.estimator.ratio;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Say how wrong an estimated log ratio and its score are for one labelled event.
 *
 * <p>Implementations are stateless and have a public constructor without arguments; a {@link ServiceLoader} finds them. The
 * score g and the labels' \(bt\) are per unit of the standardised parameter, so that the weight \(\alpha\) of a score term
 * means the same whatever the parameter's range.
 */
public interface RatioLoss {

    /** Return the name in lower case, as in study files. */
    String name();

    /** Return what the loss learns from. */
    Set<Gold> gold();

    /** Return whether the loss has a score term when \(\alpha > 0\); without one training costs half. */
    default boolean usesScore() {
        return gold().contains(Gold.SCORE);
    }

    /**
     * Return the loss of one event and write its derivatives in \(\log\hat r\) and g to the point.
     *
     * @param label the event's labels
     * @param alpha the weight of the score term, not negative
     * @param point holds \(\log\hat r\) and g, takes the derivatives; those in g are read only if the loss uses the score
     * @return the loss, up to a constant that does not depend on the estimate
     */
    double evaluate(JointLabel label, double alpha, LossPoint point);

    /**
     * Return the loss of a name.
     *
     * @throws NotFound if no loss has that name
     */
    static RatioLoss named(String name) {
        List<RatioLoss> known = ServiceLoader.load(RatioLoss.class, RatioLoss.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return known.stream()
                .filter(loss -> loss.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "no loss is named \"" + name + "\"",
                        "",
                        Names.suggest(name, known.stream().map(RatioLoss::name).toList())));
    }
}

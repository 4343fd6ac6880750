package hep.aurum.infer.fisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.fit.Covariance;
import hep.aurum.math.random.Draws;
import hep.aurum.param.ParameterPoint;
import hep.aurum.property.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

class FisherInformationProperties {

    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    private record Event(double weight, double[] gradient) {}

    private static List<Event> events(UniformRandomProvider random, int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double weight = Draws.exponential(random);
            double[] gradient = new double[NAMES.size()];
            for (int a = 0; a < gradient.length; a++) {
                gradient[a] = weight * (Draws.gaussian(random) + 0.3 * a);
            }
            events.add(new Event(weight, gradient));
        }
        return events;
    }

    private static FisherInformation full(List<Event> events) {
        EventInformation sums = EventInformation.of(NAMES);
        events.forEach(event -> sums.add(event.weight(), event.gradient()));
        return sums.full(7);
    }

    private static void assertClose(FisherInformation actual, FisherInformation expected, double tolerance) {
        for (int a = 0; a < actual.size(); a++) {
            for (int b = 0; b < actual.size(); b++) {
                double scale = Math.sqrt(expected.get(a, a) * expected.get(b, b));
                assertThat(actual.get(a, b)).isCloseTo(expected.get(a, b), within(tolerance * scale));
                assertThat(actual.error(a, b)).isCloseTo(expected.error(a, b), within(tolerance * scale));
            }
        }
    }

    @Property
    void informationOfIndependentSamplesAdds(UniformRandomProvider random) {
        List<Event> first = events(random, 20);
        List<Event> second = events(random, 30);
        List<Event> both = new ArrayList<>(first);
        both.addAll(second);

        assertClose(full(first).plus(full(second)), full(both), 1e-13);
    }

    @Property
    void theOrderOfEventsDoesNotMatter(UniformRandomProvider random) {
        List<Event> events = events(random, 300);
        FisherInformation expected = full(events);

        Collections.reverse(events);

        assertClose(full(events), expected, 1e-13);
    }

    @Property
    void ignoranceOfOthersCostsInformation(UniformRandomProvider random) {
        FisherInformation information = full(events(random, 12));
        List<String> kept = List.of("c", "a");

        FisherInformation loss =
                information.project(kept).plus(information.profile(kept).times(-1));

        assertThat(loss.directions().get(1).value()).isGreaterThan(-1e-10);
        assertThat(loss.directions().get(0).value()).isPositive();
    }

    @Property
    void theInverseOfAProfileIsABlockOfTheInverse(UniformRandomProvider random) {
        FisherInformation information = full(events(random, 12));
        Covariance whole = information.covariance();

        Covariance block = information.profile(List.of("c", "a")).covariance();

        assertThat(block.get(0, 0)).isCloseTo(whole.get(2, 2), within(1e-9 * whole.get(2, 2)));
        assertThat(block.get(1, 1)).isCloseTo(whole.get(0, 0), within(1e-9 * whole.get(0, 0)));
        double scale = Math.sqrt(whole.get(0, 0) * whole.get(2, 2));
        assertThat(block.get(0, 1)).isCloseTo(whole.get(0, 2), within(1e-9 * scale));
    }

    /** θ = Jφ: distances stay, and the events' own gradients by φ give the same matrix. */
    @Property
    void anotherParametrisationSeesTheSameInformation(UniformRandomProvider random) {
        double[][] jacobian = new double[4][2];
        for (double[] row : jacobian) {
            row[0] = Draws.gaussian(random);
            row[1] = 100 * Draws.gaussian(random);
        }
        List<Event> events = events(random, 12);
        EventInformation direct = EventInformation.of(List.of("x", "y"));
        for (Event event : events) {
            direct.add(
                    event.weight(),
                    new double[] {dot(event.gradient(), jacobian, 0), dot(event.gradient(), jacobian, 1)});
        }
        FisherInformation theta = full(events);

        FisherInformation phi = theta.reparametrised(List.of("x", "y"), jacobian);

        assertClose(phi, direct.full(7), 1e-12);
        double[] image = new double[4];
        for (int a = 0; a < 4; a++) {
            image[a] = jacobian[a][0] - jacobian[a][1];
        }
        double there = theta.distance(ParameterPoint.of(new double[4]), ParameterPoint.of(image));
        double here = phi.distance(ParameterPoint.of(0, 0), ParameterPoint.of(1, -1));
        assertThat(here).isCloseTo(there, within(1e-10 * there));
    }

    private static double dot(double[] gradient, double[][] jacobian, int column) {
        double sum = 0;
        for (int a = 0; a < gradient.length; a++) {
            sum += gradient[a] * jacobian[a][column];
        }
        return sum;
    }

    /** Cauchy and Schwarz: (Σg)²/Σw ≤ Σg²/w in every bin and direction, so that no bin adds information. */
    @Property
    void noHistogramHasMoreInformationThanItsEvents(UniformRandomProvider random) {
        List<Event> events = events(random, 100);
        FisherInformation previous = full(events);
        for (int bins : new int[] {16, 4, 1}) {
            HistogramInformation histogram = HistogramInformation.of(NAMES, bins);
            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                histogram.add(i % bins, event.weight(), event.gradient());
            }
            FisherInformation coarser = histogram.full(7);
            Direction least = previous.plus(coarser.times(-1)).directions().get(3);
            assertThat(least.value()).isGreaterThan(-1e-9);
            previous = coarser;
        }
    }
}

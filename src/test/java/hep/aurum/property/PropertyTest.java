package hep.aurum.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;
import org.junit.platform.testkit.engine.Events;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PropertyTest {

    private static final String SEED = "aurum.seed";
    private static final List<Long> DRAWN = new ArrayList<>();

    private String seedOfTheBuild = "";

    @BeforeEach
    void forget() {
        seedOfTheBuild = System.getProperty(SEED, "");
        System.setProperty(SEED, "");
        DRAWN.clear();
    }

    @AfterEach
    void restore() {
        System.setProperty(SEED, seedOfTheBuild);
    }

    @Test
    void everyTryDrawsOtherNumbers() {
        Events tests = run("passes");

        tests.assertStatistics(count -> count.started(1).succeeded(1));
        assertThat(DRAWN).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void theNumbersAreTheSameInEveryBuild() {
        run("passes");
        List<Long> first = List.copyOf(DRAWN);
        DRAWN.clear();
        run("passes");

        assertThat(DRAWN).isEqualTo(first);
    }

    @Test
    void twoParametersAreTwoStreams() {
        run("drawsFromTwo");

        assertThat(new HashSet<>(DRAWN)).hasSize(20);
    }

    @Test
    void theSeedOfTheFailingTryReplaysIt() {
        String message = message(run("failsSometimes"));
        Matcher seed = Pattern.compile("try (\\d+) of 200 .*replay with -Daurum.seed=(-?\\d+)")
                .matcher(message);
        assertThat(seed.find()).as(message).isTrue();
        assertThat(DRAWN).hasSize(Integer.parseInt(seed.group(1)));
        long culprit = DRAWN.get(DRAWN.size() - 1);
        DRAWN.clear();

        System.setProperty(SEED, seed.group(2));
        String replayed = message(run("failsSometimes"));

        assertThat(DRAWN).containsExactly(culprit);
        assertThat(replayed).startsWith("the replayed try of Examples#failsSometimes failed");
    }

    @Test
    void aTryThatAnAssumptionStopsIsLeftOut() {
        run("assumesSometimes").assertStatistics(count -> count.succeeded(1));
    }

    @Test
    void aPropertyWithoutATryThatCountsIsNotAPass() {
        run("assumesNever").assertStatistics(count -> count.aborted(1).succeeded(0));
    }

    private static Events run(String method) {
        Class<?> type = "drawsFromTwo".equals(method) ? RandomGenerator.class : UniformRandomProvider.class;
        String parameters = type.getName() + ("drawsFromTwo".equals(method) ? ", " + type.getName() : "");
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(Examples.class, method, parameters))
                .execute()
                .testEvents();
    }

    private static String message(Events events) {
        return events.stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .flatMap(event -> event.getPayload(org.junit.platform.engine.TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .findFirst()
                .orElse("no failure");
    }

    /** Properties that the tests above run; the build itself does not. */
    static class Examples {

        @Property
        void passes(UniformRandomProvider random) {
            DRAWN.add(random.nextLong());
        }

        @Property(tries = 10)
        void drawsFromTwo(RandomGenerator one, RandomGenerator other) {
            DRAWN.add(one.nextLong());
            DRAWN.add(other.nextLong());
        }

        @Property
        void failsSometimes(UniformRandomProvider random) {
            DRAWN.add(random.nextLong());
            assertThat(DRAWN.get(DRAWN.size() - 1) & 15).isNotZero();
        }

        @Property
        void assumesSometimes(UniformRandomProvider random) {
            assumeTrue(random.nextBoolean());
        }

        @Property
        void assumesNever(UniformRandomProvider random) {
            assumeTrue(random.nextDouble() > 2);
        }
    }
}

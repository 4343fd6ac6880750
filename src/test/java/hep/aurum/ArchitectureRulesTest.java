package hep.aurum;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import hep.aurum.ArchitectureRules.Room;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Show that the rules of the house catch the violations planted in {@code hep.aurum.planted}, and nothing else. */
class ArchitectureRulesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("hep.aurum.planted");
    private static final List<ArchRule> RULES =
            new ArchitectureRules("hep.aurum.planted", ArchitectureTest.ROOMS).all();

    /** Libraries that are not on the class path yet, so that nothing can be planted. */
    private static final Set<String> ABSENT = Set.of("org.apache.spark");

    @Test
    void everyRuleCatchesItsPlantedViolation() {
        List<String> blind = RULES.stream()
                .filter(rule -> !rule.evaluate(PLANTED).hasViolation())
                .map(ArchRule::getDescription)
                .filter(rule -> !rule.startsWith("room "))
                .filter(rule -> ABSENT.stream().noneMatch(name -> rule.startsWith(name + " is used")))
                .toList();

        assertThat(blind).isEmpty();
    }

    @Test
    void anArrowToALargerRowIsCaught() {
        assertThat(violations("room base uses")).anyMatch(line -> line.contains("UsesHigherRoom"));
        assertThat(violations("room hist uses")).isEmpty();
    }

    @Test
    void aCycleOfPackagesIsCaught() {
        assertThat(violations("slices matching")).anyMatch(line -> line.contains("Cycle detected"));
    }

    @Test
    void anUnknownPackageIsCaughtInEveryWay() {
        assertThat(violations("classes that are ours should stand in a room"))
                .anyMatch(line -> line.contains("Homeless"))
                .anyMatch(line -> line.contains("Drawer"));
        assertThat(violations("classes that are ours should live in a @NullMarked"))
                .singleElement()
                .asString()
                .contains("Homeless");
        assertThat(violations("classes that are ours should live in a package that is named"))
                .isNotEmpty()
                .allMatch(line -> line.contains("planted.util"));
    }

    @Test
    void whatIsAllowedIsNotCaught() {
        assertThat(RULES)
                .flatExtracting(
                        rule -> rule.evaluate(PLANTED).getFailureReport().getDetails())
                .noneMatch(line -> line.contains("Innocent") || line.contains("Prints"));
    }

    @Test
    void anOpenClassIsReportedAndAFinalOneIsNot() {
        assertThat(ArchitectureRules.openWithoutReason(PLANTED))
                .extracting(JavaClass::getSimpleName)
                .containsExactly("Offender");
    }

    @Test
    void anArrowOfTheTableThatPointsUpIsFound() {
        List<Room> rooms = List.of(new Room(0, "base", "hist"), new Room(2, "hist", "base nowhere"));

        assertThat(new ArchitectureRules("hep.aurum", rooms).arrowsOfTheTableThatPointUp())
                .containsExactlyInAnyOrder("base -> hist", "hist -> nowhere");
    }

    private static List<String> violations(String description) {
        List<ArchRule> rules = RULES.stream()
                .filter(rule -> rule.getDescription().startsWith(description))
                .toList();
        assertThat(rules).as(description).hasSize(1);
        return rules.get(0).evaluate(PLANTED).getFailureReport().getDetails();
    }
}

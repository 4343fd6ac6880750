package hep.aurum.script.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import hep.aurum.script.Drawn;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptNamesTest {

    /** Python and its prompt import each by its name: a new class belongs in the list. */
    @Test
    void everyPublicClassIsInScope() {
        List<String> names = new ClassFileImporter()
                .importPackages(ScriptNames.PACKAGE).stream()
                        .filter(type -> type.getPackageName().equals(ScriptNames.PACKAGE))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                        .filter(type -> !type.isEquivalentTo(Drawn.class))
                        .map(JavaClass::getSimpleName)
                        .sorted()
                        .toList();

        assertThat(ScriptNames.CLASSES).isEqualTo(names);
    }
}

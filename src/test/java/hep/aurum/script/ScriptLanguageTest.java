package hep.aurum.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold the classes for scripts to what Python, Groovy and BeanShell can call. */
class ScriptLanguageTest {

    private static final Set<String> PYTHON = Set.of(
            "and",
            "as",
            "assert",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "exec",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "not",
            "or",
            "pass",
            "print",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield",
            "None",
            "True",
            "False",
            "nonlocal",
            "async",
            "await");

    @ParameterizedTest
    @ValueSource(
            classes = {
                H1D.class,
                H2D.class,
                HProf1D.class,
                P0D.class,
                P1D.class,
                PND.class,
                F1D.class,
                HPlot.class,
                HFitter.class,
                HFitResult.class,
                HLabel.class
            })
    void methodsCanBeCalledFromEveryLanguage(Class<?> type) {
        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
        Map<String, List<String>> shapes = new HashMap<>();
        Stream<Executable> all = Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getConstructors()));
        for (Executable each : all.toList()) {
            if (each.getDeclaringClass() == Object.class || (each instanceof Method m && m.isBridge())) {
                continue;
            }
            assertThat(PYTHON).doesNotContain(each.getName());
            assertThat(Modifier.isPublic(each.getDeclaringClass().getModifiers()))
                    .isTrue();
            shapes.computeIfAbsent(each.getName(), name -> new ArrayList<>()).add(shape(each));
        }
        shapes.forEach(
                (name, list) -> assertThat(list).as("overloads of %s", name).doesNotHaveDuplicates());
    }

    /** Numbers of all kinds look alike to a script. */
    private static String shape(Executable method) {
        StringBuilder shape = new StringBuilder();
        for (Class<?> type : method.getParameterTypes()) {
            boolean number = type.isPrimitive() && type != boolean.class;
            shape.append(number ? "number" : type.getName()).append(' ');
        }
        return shape.toString();
    }
}

package hep.aurum.script.engine;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

/** Name the languages of scripts. */
public enum Language {
    /** Java, by the compiler of the JDK. */
    JAVA("Java", List.of(".java"), "java", ""),
    /** Python 2.7 by Jython. */
    PYTHON("Python", List.of(".py", ".jy"), "python", "jython-slim"),
    /** Groovy. */
    GROOVY("Groovy", List.of(".groovy"), "groovy", "groovy-jsr223"),
    /** BeanShell. */
    BSH("BeanShell", List.of(".bsh"), "beanshell", "bsh");

    private final String title;
    private final List<String> endings;
    private final String engine;
    private final String jar;

    Language(String title, List<String> endings, String engine, String jar) {
        this.title = title;
        this.endings = endings;
        this.engine = engine;
        this.jar = jar;
    }

    /** Return the name for people. */
    public String title() {
        return title;
    }

    /**
     * Return the language of a script, by the ending of its name.
     *
     * @throws NotFound if the ending is none of these
     */
    public static Language of(Path script) {
        String name = String.valueOf(script.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> language.endings.stream().anyMatch(name::endsWith))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "no language is known for " + script, "", "end its name in " + String.join(", ", endings())));
    }

    private static List<String> endings() {
        return Arrays.stream(values())
                .flatMap(language -> language.endings.stream())
                .toList();
    }

    /**
     * Return the language of a name, in any case.
     *
     * @throws NotFound if there is none
     */
    public static Language named(String name) {
        return Names.constant(Language.class, "language", name);
    }

    /** Return whether scripts of this language can run here. */
    public boolean isInstalled() {
        return this == JAVA || find().isPresent();
    }

    /**
     * Return a new engine.
     *
     * @throws NotSupported if its jar is not there
     */
    ScriptEngine start() {
        return find().orElseThrow(() -> new NotSupported(
                "there is no engine for " + title + " here",
                "",
                "put " + jar + ".jar, and what it needs, beside the jar of Aurum; the distribution has it in lib/"));
    }

    private Optional<ScriptEngine> find() {
        // The loader of Aurum sees its libraries also where a host has loaders of its own.
        ClassLoader loader = Language.class.getClassLoader();
        return Optional.ofNullable(new ScriptEngineManager(loader).getEngineByName(engine));
    }
}

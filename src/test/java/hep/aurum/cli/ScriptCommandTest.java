package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import hep.aurum.base.Version;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptCommandTest {

    private static final String JAVA = "public class A { public static void main(String[] args) {\n%s\n}}\n";

    @TempDir
    private Path folder = Path.of("");

    private Path script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private CommandRun run(String name, String text, String argument) throws IOException {
        return CommandRun.of("script", script(name, text).toString(), argument);
    }

    private static CommandRun shell(String language, String input) {
        InputStream standard = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            return CommandRun.of("shell", "--language", language);
        } finally {
            System.setIn(standard);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a.py     | print aurum.version(), args[0], sys.argv[1] == args[0]
                    a.groovy | println(aurum.version() + " " + args[0] + " " + (new H1D("h", 2, 0, 1).getBins() == 2 ? "True" : ""))
                    a.bsh    | print(aurum.version() + " " + args[0] + " " + (new H1D("h", 2, 0, 1).getBins() == 2 ? "True" : ""));
                    """)
    void verbsClassesAndArgumentsAreInScope(String name, String text) throws IOException {
        String head = name.endsWith(".py") ? "import sys\n" : "\n";

        CommandRun run = run(name, head + text + "\n", "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip()).isEqualTo(Version.number() + " --json True");
        assertThat(run.code()).isZero();
    }

    @Test
    void javaNeedsNoClassFile() throws IOException {
        String text =
                "import hep.aurum.script.*;\n" + JAVA.replace("%s", "System.out.println(Aurum.version() + args[0]);");

        assertThat(run("Other.java", text, "x").out().strip()).isEqualTo(Version.number() + "x");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    /** Line 2 of each asks Aurum for a file that is not there. */
    @ParameterizedTest
    @ValueSource(strings = {"a.py", "a.groovy", "a.bsh", "a.java"})
    void aFailureOfAurumKeepsItsSentenceAndNamesTheLine(String name) throws IOException {
        String verb = "aurum.run(\"nothing.yaml\")";
        String text = name.endsWith(".java")
                ? JAVA.replace("%s", "hep.aurum.script.Aurum.run(\"nothing.yaml\");")
                : "x = 1;\n" + verb + (name.endsWith(".bsh") ? ";" : "") + "\n";

        CommandRun run = run(name, text, "");

        assertThat(run.sentence()).isEqualTo("aurum: there is no file nothing.yaml");
        assertThat(run.err())
                .contains("where: " + folder.resolve(name) + " line 2")
                .contains("fix:   check the path");
        assertThat(run.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a.py     | if x print 2
                    a.groovy | def f( {
                    a.bsh    | foo( {;
                    a.java   | int x = "text";
                    """)
    void aSyntaxErrorNamesFileAndLine(String name, String wrong) throws IOException {
        String text = name.endsWith(".java") ? JAVA.replace("%s", wrong) : "x = 1;\n" + wrong + "\n";

        CommandRun run = run(name, text, "");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(folder.resolve(name) + " line ").doesNotContain("\tat ");
        assertThat(run.sentence()).startsWith("aurum: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a.py     | nothing()                         | NameError
                    a.groovy | throw new IOException("so")       | IOException: so
                    a.groovy | new H1D("h", 0, 0, 1)             | bins
                    a.py     | H1D("h", 0, 0, 1)                 | bins
                    a.bsh    | new H1D("h", 0, 0, 1);            | bins
                    a.java   | int x = 1 / (args.length - 1);    | ArithmeticException
                    """)
    void whatAScriptDoesWrongIsASentence(String name, String wrong, String expected) throws IOException {
        String text = name.endsWith(".java") ? JAVA.replace("%s", wrong) : "x = 1;\n" + wrong + "\n";

        CommandRun run = run(name, text, "");

        assertThat(run.sentence()).startsWith("aurum: ").contains(expected);
        assertThat(run.err()).contains(folder.resolve(name) + " line 2").doesNotContain("\tat ");
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void aPythonScriptMayLeaveWithACode() throws IOException {
        assertThat(run("a.py", "import sys\nsys.exit(5)\n", "").code()).isEqualTo(5);
        assertThat(run("b.py", "raise SystemExit\n", "").code()).isZero();
        CommandRun text = run("c.py", "import sys\nsys.exit('no')\n", "");
        assertThat(text.code()).isEqualTo(1);
        assertThat(text.err().strip()).isEqualTo("no");
    }

    @Test
    void pythonPrintsBytesAndTexts() throws IOException {
        CommandRun run = run("a.py", "# -*- coding: utf-8 -*-\nprint 'γγ', u'γγ', u'é'\n", "");

        assertThat(run.out().strip()).isEqualTo("γγ γγ é");
    }

    @Test
    void refusesWhatItCannotRun() throws IOException {
        assertThat(CommandRun.of("script", folder.resolve("no.py").toString()).code())
                .isEqualTo(3);
        assertThat(run("a.rb", "puts 1", "").sentence()).contains("no language is known for");
        assertThat(run("a.java", "class A {}", "").sentence()).contains("has no main method");
        assertThat(CommandRun.of("script").code()).isEqualTo(2);
    }

    @Test
    void aPythonPromptReadsBlocks() {
        CommandRun run = shell("python", "x = 40\nfor i in range(2):\n    x += 1\n\nx\nexit()\nnothing()\n");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip()).isEqualTo("42");
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    groovy | x = 40; [1, 2].each { NEWLINE x += 1 NEWLINE } NEWLINE println x
                    bsh    | x = 40; for (i = 0; i < 2; i++) { NEWLINE x++; NEWLINE } NEWLINE print(x);
                    """)
    void aPromptReadsToTheClosingBracket(String language, String input) {
        CommandRun run = shell(language, input.replace("NEWLINE", "\n") + "\n");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip()).endsWith("42");
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"python, print y", "groovy, println y", "bsh, print(y.size());"})
    void whatIsPipedInStopsAtTheFirstFailure(String language, String wrong) {
        CommandRun run = shell(language, wrong + "\naurum.run(\"nothing.yaml\")\n");

        assertThat(run.sentence()).startsWith("aurum: ").doesNotContain("nothing.yaml");
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void onlyScriptsMayOpenWindows() {
        assertThat(Main.mayOpenWindows("script", "a.py")).isTrue();
        assertThat(Main.mayOpenWindows("shell")).isTrue();
        assertThat(Main.mayOpenWindows("run", "script")).isFalse();
        assertThat(Main.mayOpenWindows()).isFalse();
    }

    @Test
    void aJavaPromptHasTheVerbsAndLeavesWithACode() {
        // JShell runs what it reads in a loader below that of the process, which has Aurum wherever it is started as a
        // program.
        assumeThat(Main.class.getClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
        String lines =
                "var h = new H1D(\"h\", 2, 0, 1);\nSystem.out.println(aurum.version() + h.getBins());\n/exit 3\n";

        CommandRun run = shell("java", lines);

        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip()).isEqualTo(Version.number() + "2");
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void anUnknownLanguageIsASentence() {
        assertThat(shell("cobol", "").sentence()).isEqualTo("aurum: no language is named \"cobol\"");
    }
}

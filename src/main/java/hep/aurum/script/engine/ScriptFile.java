package hep.aurum.script.engine;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run a script from a file. */
public final class ScriptFile {

    private static final long MAX_BYTES = 1L << 24;

    private final Path path;
    private final Language language;

    private ScriptFile(Path path, Language language) {
        this.path = path;
        this.language = language;
    }

    /**
     * Look at a script.
     *
     * @throws BadInput if there is no such file
     * @throws hep.aurum.base.NotFound if its ending names no language
     */
    public static ScriptFile of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BadInput("there is no script " + path, "", "check the path");
        }
        return new ScriptFile(path, Language.of(path));
    }

    /**
     * Run it.
     *
     * @return the exit code that the script asks for; 0 if it does not
     * @throws hep.aurum.base.Failure of the kind that a verb of Aurum met, with the line of the script; {@link BadInput} for what the
     *     script itself does wrong; {@link hep.aurum.base.NotSupported} if its language is not installed
     */
    public int run(ScriptSetting setting) {
        try {
            return switch (language) {
                case JAVA -> JavaProgram.run(path, text(), setting);
                case PYTHON -> PythonScript.run(path, setting);
                case GROOVY, BSH -> EngineScript.run(language, path, text(), setting);
            };
        } finally {
            setting.out().flush();
            setting.err().flush();
        }
    }

    private String text() {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new BadInput(path + " has more than " + MAX_BYTES + " bytes", "", "is it a script?");
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInput("cannot read " + path + ": " + e.getMessage(), "", "save it as UTF-8");
        }
    }
}

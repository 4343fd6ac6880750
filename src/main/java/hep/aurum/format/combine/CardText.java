package hep.aurum.format.combine;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Read the lines of a card that say something. */
final class CardText {

    /** Largest card: combined cards of a large analysis have some ten megabytes. */
    private static final int MAX_BYTES = 1 << 26;

    private static final int MAX_LINE = 1 << 21;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private CardText() {}

    static List<CardLine> read(Path path) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new BadInput("cannot read the card: " + e.getMessage(), path.toString(), "check the path");
        }
        if (bytes.length > MAX_BYTES) {
            throw new BadInput("the card is larger than 64 MB", path.toString(), "check the path");
        }
        return lines(new String(bytes, StandardCharsets.UTF_8), path.toString());
    }

    static List<CardLine> lines(String text, String card) {
        List<CardLine> lines = new ArrayList<>();
        int number = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            number++;
            if (end - start > MAX_LINE) {
                throw new BadInput("the line has more than 2 MB", card + " line " + number, "check that it is a card");
            }
            add(lines, text.substring(start, end), card, number);
            start = end + 1;
        }
        return lines;
    }

    private static void add(List<CardLine> lines, String line, String card, int number) {
        int comment = line.indexOf('#');
        String text = (comment < 0 ? line : line.substring(0, comment)).strip();
        if (!text.isEmpty() && !text.startsWith("--")) {
            lines.add(new CardLine(card, number, List.of(SPACE.split(text))));
        }
    }
}

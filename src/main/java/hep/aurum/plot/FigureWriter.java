package hep.aurum.plot;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.plot.style.RichText;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.freehep.graphicsio.AbstractVectorGraphicsIO;
import org.freehep.graphicsio.pdf.PDFGraphics2D;

/** Write figures to files; each file appears whole or not at all. */
public final class FigureWriter {

    /** Pixels of the PNG for one point of the figure: a width of 640 points becomes 1600 pixels. */
    public static final double PIXELS_PER_POINT = 2.5;

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    private FigureWriter() {}

    /**
     * Write {@code name.svg}, {@code name.png} and {@code name.pdf} into a folder, which is created if it is not there.
     *
     * @param name letters, digits, {@code _}, {@code -} and {@code .}, not a path
     * @return the three files
     * @throws BadInput if the folder cannot be written
     */
    public static List<Path> write(Figure figure, Path folder, String name) {
        Check.argument(FILE_NAME.matcher(name).matches(), "\"%s\" cannot name the files of a figure", name);
        try {
            Files.createDirectories(folder);
            return List.of(
                    save(folder, name + ".svg", svg(figure, name).getBytes(StandardCharsets.UTF_8)),
                    save(folder, name + ".png", png(figure)),
                    save(folder, name + ".pdf", pdf(figure)));
        } catch (IOException e) {
            throw new BadInput(
                    "cannot write the figure " + name + " into " + folder,
                    e.toString(),
                    "check that the folder is writable and has room");
        }
    }

    /**
     * Write one file; the end of its name says which kind: {@code .svg}, {@code .png} or {@code .pdf}.
     *
     * @return the file
     * @throws BadInput if the name has another end or the file cannot be written
     */
    public static Path write(Figure figure, Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String kind = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        try {
            byte[] bytes = bytes(figure, kind, file);
            Path folder = file.toAbsolutePath().getParent();
            return save(folder == null ? file.toAbsolutePath() : folder, name, bytes);
        } catch (IOException e) {
            throw new BadInput(
                    "cannot write the figure " + file,
                    e.toString(),
                    "check that the folder is there, is writable and has room");
        }
    }

    private static byte[] bytes(Figure figure, String kind, Path file) throws IOException {
        switch (kind) {
            case "svg":
                return svg(figure, "figure").getBytes(StandardCharsets.UTF_8);
            case "png":
                return png(figure);
            case "pdf":
                return pdf(figure);
            default:
                throw new BadInput(
                        "no kind of figure ends in \"" + kind + "\"",
                        file.toString(),
                        "name the file with .svg, .png or .pdf");
        }
    }

    private static Path save(Path folder, String name, byte[] bytes) throws IOException {
        Path part = folder.resolve("." + name + ".part");
        try {
            Files.write(part, bytes);
            return Files.move(
                    part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Return a figure as SVG text, the same for the same figure.
     *
     * @param idPrefix starts every id in the text, so that several figures can share one page
     */
    public static String svg(Figure figure, String idPrefix) {
        return SvgDevice.draw(figure, idPrefix);
    }

    /** Return a figure as a PNG image at {@link #PIXELS_PER_POINT}. */
    public static byte[] png(Figure figure) throws IOException {
        int width = (int) Math.round(figure.width() * PIXELS_PER_POINT);
        int height = (int) Math.round(figure.height() * PIXELS_PER_POINT);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
        figure.draw(g);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Return a figure as a PDF page of its own size; text is drawn as shapes. */
    public static byte[] pdf(Figure figure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Dimension size = new Dimension(figure.width(), figure.height());
        PDFGraphics2D g = new PDFGraphics2D(bytes, size);
        Properties properties = new Properties();
        properties.setProperty(PDFGraphics2D.PAGE_SIZE, PDFGraphics2D.CUSTOM_PAGE_SIZE);
        properties.setProperty(PDFGraphics2D.CUSTOM_PAGE_SIZE, figure.width() + ", " + figure.height());
        properties.setProperty(PDFGraphics2D.PAGE_MARGINS, "0, 0, 0, 0");
        properties.setProperty(PDFGraphics2D.ORIENTATION, "Portrait");
        properties.setProperty(PDFGraphics2D.TITLE, RichText.plain(figure.title()));
        properties.setProperty(AbstractVectorGraphicsIO.TEXT_AS_SHAPES, "true");
        g.setProperties(properties);
        g.setCreator("Aurum");
        g.startExport();
        figure.draw(g);
        g.endExport();
        // The two dates get a value of the same length, so that no offset in the file moves.
        String timeless = bytes.toString(StandardCharsets.ISO_8859_1).replaceAll("\\(D:\\d{14}", "(D:20000101000000");
        return timeless.getBytes(StandardCharsets.ISO_8859_1);
    }
}

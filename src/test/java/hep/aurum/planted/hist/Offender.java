package hep.aurum.planted.hist;

import hep.aurum.planted.base.UsesHigherRoom;
import java.awt.Color;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.Formatter;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import javax.swing.JLabel;
import org.apache.commons.rng.simple.RandomSource;
import org.freehep.graphicsio.svg.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.nd4j.linalg.api.ndarray.INDArray;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Breaks every rule that a class can break alone. */
@SuppressWarnings("all")
public class Offender {

    /** A table that anyone can overwrite. */
    public static final double[] TABLE = {1, 2};

    static int counter;

    Color color;
    JLabel label;
    JFreeChart chart;
    JsonNode node;
    INDArray array;
    CommandLine line;
    SVGGraphics2D svg;
    UsesHigherRoom up;
    org.snakeyaml.engine.v2.api.Load yaml;
    com.networknt.schema.Schema schema;
    org.tukaani.xz.XZInputStream xz;
    tools.jackson.core.io.schubfach.DoubleToDecimal decimal;
    io.airlift.compress.Decompressor lz4;
    org.apache.commons.compress.archivers.ArchiveEntry archive;
    ch.randelshofer.fastdoubleparser.NumberFormatSymbols symbols;
    io.jhdf.HdfFile hdf;
    java.sql.Connection database;
    org.duckdb.DuckDBConnection duck;
    javax.script.ScriptEngine engine;
    javax.tools.JavaCompiler compiler;
    jdk.jshell.tool.JavaShellToolBuilder shell;
    org.slf4j.Logger log;
    Logger jul;
    jdk.incubator.vector.FloatVector vector;
    org.freehep.graphics2d.VectorGraphics graphics;
    org.freehep.graphicsbase.util.UserProperties properties;
    org.freehep.util.FreeHEPLookup lookup;
    org.freehep.application.studio.Studio host;
    hep.aida.ITree tree;
    Calendar calendar;

    void random() {
        double sum = Math.random() + new Random().nextDouble() + new SplittableRandom().nextDouble();
        sum += ThreadLocalRandom.current().nextDouble() + new SecureRandom().nextInt();
        sum += RandomSource.XO_SHI_RO_256_PP.create().nextDouble();
        List<String> list = new ArrayList<>(List.of(UUID.randomUUID().toString(), String.valueOf(sum)));
        Collections.shuffle(list);
        counter++;
    }

    void system() throws InterruptedException {
        System.out.println(System.currentTimeMillis() + " " + new Date() + Math.exp(1));
        Thread.sleep(1);
        try {
            ImageIO.getReaderFormatNames();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    void text(PrintStream out, PrintWriter writer) {
        String text = String.format("%g", 1.0) + "%g".formatted(1.0);
        out.printf("%s", text.toLowerCase());
        writer.printf("%s", text.toUpperCase());
        new Formatter().format("%s", new String(text.getBytes()));
    }

    void files(InputStream in, OutputStream out) throws IOException {
        new ObjectInputStream(in).close();
        new ObjectOutputStream(out).close();
        new InputStreamReader(in).close();
        new OutputStreamWriter(out).close();
        new FileReader("a").close();
        new FileWriter("a").close();
    }
}

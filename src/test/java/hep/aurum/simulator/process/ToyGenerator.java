package hep.aurum.simulator.process;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/**
 * A generator as a program of its own: Les Houches events of one photon whose transverse momentum is exponential with the
 * mean {@code --theta}, 1 pb. It can misbehave in every way that the tests need.
 */
public final class ToyGenerator {

    private final Map<String, String> options = new HashMap<>();

    private ToyGenerator(String[] arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new ToyGenerator(arguments).run();
    }

    private void run() throws IOException, InterruptedException {
        count();
        switch (options.getOrDefault("mode", "normal")) {
            case "slow", "hang" -> forever();
            case "stubborn" -> {
                // A hook that does not return is how a Java program ignores the request to end.
                Runtime.getRuntime().addShutdownHook(new Thread(ToyGenerator::forever));
                forever();
            }
            case "fail" -> fail(7);
            case "fail-once" -> failTheFirstTime();
            case "half" -> half();
            case "die-before-pipe" -> fail(5);
            case "nothing" -> System.out.println("I write nothing");
            case "talkative" -> {
                talk();
                write(Long.parseLong(options.get("events")));
            }
            case "children" -> {
                child();
                forever();
            }
            case "leaves-child" -> {
                child();
                write(Long.parseLong(options.get("events")));
            }
            case "gate" -> {
                gate();
                write(Long.parseLong(options.get("events")));
            }
            case "eft" -> eft(Long.parseLong(options.get("events")));
            case "environment" -> {
                Files.writeString(
                        Path.of(options.get("output")), System.getenv().keySet() + "\n");
            }
            default -> write(Long.parseLong(options.get("events")));
        }
    }

    /** Add a line to a file beside the tests: how often, and for what, the program was started. */
    private void count() throws IOException {
        String side = options.get("count");
        if (side != null) {
            Files.writeString(
                    Path.of(side),
                    options.get("seed") + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private static void forever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fail(int code) {
        System.err.println("cannot integrate the matrix element\u001b[31m");
        Runtime.getRuntime().halt(code);
    }

    private void failTheFirstTime() throws IOException {
        Path marker = Path.of(options.get("marker"));
        if (Files.notExists(marker)) {
            Files.writeString(marker, "was here");
            fail(9);
        }
        write(Long.parseLong(options.get("events")));
    }

    private void half() throws IOException {
        try (OutputStream bytes = open()) {
            Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            header(out);
            event(out, 1);
            out.write("<event>\n 3 1 1.0 10");
            out.flush();
            fail(6);
        }
    }

    private static void talk() {
        String line = "step " + "x".repeat(1000);
        for (int i = 0; i < 3000; i++) {
            System.out.println(line);
        }
        System.out.println("the last line");
    }

    private void child() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("sleep", "1000").start();
        Files.writeString(Path.of(options.get("marker")), Long.toString(child.pid()));
    }

    /** Wait for a file: so a test can stop the run while a job is at work. */
    private void gate() throws IOException, InterruptedException {
        Path gate = Path.of(options.get("marker"));
        if (Objects.equals(options.get("seed"), options.get("gated"))) {
            Files.writeString(
                    gate.resolveSibling("waiting"),
                    Long.toString(ProcessHandle.current().pid()));
            while (Files.notExists(gate)) {
                Thread.sleep(10);
            }
        }
    }

    private OutputStream open() throws IOException {
        String output = options.get("output");
        return output == null ? System.out : Files.newOutputStream(Path.of(output));
    }

    private void write(long events) throws IOException {
        double mean = Double.parseDouble(options.get("theta"));
        SplittableRandom random = new SplittableRandom(Long.parseLong(options.get("seed")));
        try (Writer out = new BufferedWriter(new OutputStreamWriter(open(), StandardCharsets.UTF_8), 1 << 16)) {
            header(out);
            for (long i = 0; i < events; i++) {
                event(out, -mean * Math.log1p(-random.nextDouble()));
            }
            out.write("</LesHouchesEvents>\n");
        }
    }

    /**
     * Write weighted events of the law dσ/du = (1 + θ(u − 1))² exp(−u) pb, whose cross-section is 1 + θ², with their weights at
     * 0, 0.3 and −0.3; p_T = 100 u.
     */
    private void eft(long events) throws IOException {
        double theta = Double.parseDouble(options.get("theta"));
        SplittableRandom random = new SplittableRandom(Long.parseLong(options.get("seed")));
        try (Writer out = new BufferedWriter(new OutputStreamWriter(open(), StandardCharsets.UTF_8), 1 << 16)) {
            out.write("<LesHouchesEvents version=\"3.0\">\n<header><initrwgt>\n");
            for (String id : List.of("sm", "b1", "b2")) {
                out.write("<weight id=\"" + id + "\"></weight>\n");
            }
            double pb = 1 + theta * theta;
            out.write("</initrwgt></header>\n<init>\n 2212 2212 6500 6500 0 0 0 0 -4 1\n " + pb + " " + 0.05 * pb
                    + " 1.0 1\n</init>\n");
            for (long i = 0; i < events; i++) {
                double u = -Math.log1p(-random.nextDouble());
                out.write("<event>\n 1 1 " + weight(theta, u) + " 10 0.0078 0.118\n");
                out.write(" 22 1 0 0 0 0 " + 100 * u + " 0 0 " + 100 * u + " 0 0 9\n<rwgt>\n");
                out.write("<wgt id=\"sm\"> " + weight(0, u) + " </wgt>\n<wgt id=\"b1\"> " + weight(0.3, u)
                        + " </wgt>\n<wgt id=\"b2\"> " + weight(-0.3, u) + " </wgt>\n</rwgt>\n</event>\n");
            }
            out.write("</LesHouchesEvents>\n");
        }
    }

    private static double weight(double theta, double u) {
        double amplitude = 1 + theta * (u - 1);
        return amplitude * amplitude;
    }

    private static void header(Writer out) throws IOException {
        out.write("<LesHouchesEvents version=\"3.0\">\n<init>\n");
        out.write(" 2212 2212 6500 6500 0 0 0 0 3 1\n 1.0 0.01 1.0 1\n</init>\n");
    }

    private static void event(Writer out, double pt) throws IOException {
        String px = String.format(Locale.ROOT, "%.17g", pt);
        out.write("<event>\n 1 1 1.0 10 0.0078 0.118\n");
        for (String line : List.of("22 1 0 0 0 0 " + px + " 0 0 " + px + " 0 0 9")) {
            out.write(" " + line + "\n");
        }
        out.write("</event>\n");
    }
}

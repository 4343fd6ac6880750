package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.event.Event;
import hep.aurum.event.WeightMeaning;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.OutputFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Write a Les Houches file, version 3, whose numbers read back bit by bit.
 *
 * <p>The file appears under its name when {@link #finish()} is called, complete or not at all; a name that ends in
 * {@code .gz} is compressed. Colours, scales and couplings are no part of the event model and are written as unknown; the
 * mass of a particle is that of its four-momentum.
 *
 * <pre>{@code
 * try (LheWriter writer = LheWriter.create(Path.of("toy.lhe.gz"), run)) {
 *     writer.write(event);
 *     writer.finish();
 * }
 * }</pre>
 */
public final class LheWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final OutputFile file;
    private final LheRun run;
    private final Writer out;
    private final StringBuilder text = new StringBuilder();
    private final String[] tags;

    private LheWriter(OutputFile file, LheRun run) {
        this.file = file;
        this.run = run;
        this.out = new BufferedWriter(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8), BUFFER);
        this.tags = run.weightNames().stream()
                .map(name -> "<wgt id=\"" + Markup.escape(name) + "\"> ")
                .toArray(String[]::new);
    }

    /**
     * Start a file.
     *
     * @throws BadInput if the folder does not exist or cannot be written to
     */
    public static LheWriter create(Path file, LheRun run) {
        LheWriter writer = new LheWriter(OutputFile.create(file), run);
        writer.writeHeader();
        return writer;
    }

    /**
     * Append an event.
     *
     * @throws IllegalArgumentException if it has another number of weights than the run, or a number that is not finite
     */
    public void write(Event event) {
        Check.length("weights", event.weightCount(), tags.length);
        text.setLength(0);
        text.append("<event>\n").append(event.particles().size()).append(" 1 ");
        number("the nominal weight", event.weight()).append("-1.0 -1.0 -1.0\n");
        for (Particle particle : event.particles()) {
            append(particle);
        }
        if (tags.length > 0) {
            text.append("<rwgt>\n");
            for (int i = 0; i < tags.length; i++) {
                text.append(tags[i]);
                number("a weight", event.weight(i)).append("</wgt>\n");
            }
            text.append("</rwgt>\n");
        }
        text.append("</event>\n");
        flushText();
    }

    private void append(Particle particle) {
        FourVector p = particle.momentum();
        text.append(particle.pdgId()).append(' ').append(particle.status());
        text.append(' ')
                .append(particle.mother1() + 1)
                .append(' ')
                .append(particle.mother2() + 1)
                .append(" 0 0 ");
        number("px", p.px());
        number("py", p.py());
        number("pz", p.pz());
        number("the energy", p.energy());
        number("the mass", p.mass()).append("0.0 ");
        number("the spin", particle.spin()).append('\n');
    }

    private StringBuilder number(String name, double value) {
        return text.append(Check.finite(name, value)).append(' ');
    }

    private void writeHeader() {
        text.append("<LesHouchesEvents version=\"3.0\">\n<header>\n<MGRunCard>\n  ");
        text.append(norm()).append(" = event_norm\n</MGRunCard>\n");
        if (tags.length > 0) {
            text.append("<initrwgt>\n<weightgroup name=\"aurum\">\n");
            for (String name : run.weightNames()) {
                text.append("<weight id=\"").append(Markup.escape(name)).append("\">");
                text.append(Markup.escape(run.weightInfo().getOrDefault(name, "")))
                        .append("</weight>\n");
            }
            text.append("</weightgroup>\n</initrwgt>\n");
        }
        text.append("</header>\n<init>\n");
        int second = run.beamId() == 2212 ? run.beamId() : -run.beamId();
        text.append(run.beamId()).append(' ').append(second).append(' ');
        number("the beam energy", run.beamEnergy());
        number("the beam energy", run.beamEnergy()).append("-1 -1 -1 -1 ");
        text.append(run.meaning() == WeightMeaning.MEAN_IS_CROSS_SECTION ? -4 : -3)
                .append(" 1\n");
        number("the cross-section", run.crossSectionPb());
        number("the error", run.crossSectionErrorPb()).append("1.0 1\n");
        text.append("<generator name=\"").append(Markup.escape(run.generator())).append("\"></generator>\n</init>\n");
        flushText();
    }

    private String norm() {
        switch (run.meaning()) {
            case MEAN_IS_CROSS_SECTION:
                return "average";
            case SUM_IS_CROSS_SECTION:
                return "sum";
            default:
                return "unity";
        }
    }

    private void flushText() {
        try {
            out.append(text);
            text.setLength(0);
        } catch (IOException e) {
            throw file.failed("write", e);
        }
    }

    /**
     * End the file and let it appear under its name, in place of a file that was there.
     *
     * @throws BadInput if the disk is full
     */
    public void finish() {
        try {
            out.append("</LesHouchesEvents>\n");
            out.flush();
        } catch (IOException e) {
            throw file.failed("finish", e);
        }
        file.finish();
    }

    /** Drop a file that was not finished. */
    @Override
    public void close() {
        file.close();
    }
}

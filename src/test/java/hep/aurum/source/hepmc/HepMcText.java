package hep.aurum.source.hepmc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Make small HepMC files for the tests. */
final class HepMcText {

    static final String HEAD3 = "HepMC::Version 3.02.05\nHepMC::Asciiv3-START_EVENT_LISTING\n";
    static final String END3 = "HepMC::Asciiv3-END_EVENT_LISTING\n\n";
    static final String HEAD2 = "\nHepMC::Version 2.06.09\nHepMC::IO_GenEvent-START_EVENT_LISTING\n";
    static final String END2 = "HepMC::IO_GenEvent-END_EVENT_LISTING\n\n";

    /** What a run says: two weights, a program, an attribute of two lines. */
    static final String RUN3 = "W Default\\|up\nT Made\\|1.0\\|by hand \\\\ here\nA note one\\|two\n";

    /** Two beams (1, 2) meet in vertex 1, which has a line; 3 decays in vertex 2, which has none; 4 and 5 are final. */
    static final String EVENT3 = """
            E 7 2 5
            U GEV MM
            W 2.5 -3
            A 0 GenCrossSection 40.5 0.5 10 12 41.5 0.6
            A 0 event_scale 91.5
            A 0 alphaQCD 0.118
            A 0 alphaQED 0.0078
            A 0 signal_process_id 13
            A 3 flow1 501
            A 3 flow2 502
            A 4 tag some text
            A -2 mark 1
            P 1 0 11 0 0 45.6 45.6 0.000511 4
            P 2 0 -11 0 0 -45.6 45.6 0.000511 4
            V -1 5 [1,2] @ 1 2 3 4
            P 3 -1 23 0 0 0 91.2 91.2 2
            P 4 3 13 0 0 45.6 45.6 0.105 1
            P 5 3 -13 0 0 -45.6 45.6 0.105 1
            """;

    /** The same event as HepMC2 has it: beam 1 is an orphan of vertex -1, and so is beam 2. */
    static final String EVENT2 = """
            E 7 3 91.5 0.118 0.0078 13 -1 2 1 2 2 11 22 2 2.5 -3
            N 2 "Default" "a b"
            U GEV MM
            C 40.5 0.5
            F 11 -11 0.5 0.25 91.5 1 2 0 0
            V -1 5 1 2 3 4 2 1 1 0.5
            P 1 11 0 0 45.6 45.6 0.000511 4 0 0 -1 0
            P 2 -11 0 0 -45.6 45.6 0.000511 4 0 0 -1 0
            P 3 23 0 0 0 91.2 91.2 2 0.25 0 -2 3 1 501 2 502 3 7
            V -2 0 0 0 0 0 0 2 0
            P 4 13 0 0 45.6 45.6 0.105 1 0 0 0 0
            P 5 -13 0 0 -45.6 45.6 0.105 1 0 0 0 0
            """;

    private HepMcText() {}

    static Path write(Path folder, String text) {
        try {
            return Files.write(folder.resolve("events.hepmc"), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

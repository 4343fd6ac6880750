package hep.aurum.source.lhe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Make small Les Houches files for the tests. */
final class LheText {

    /** A header with the weights "sm" and "a b", the init block of a mean of 2 ± 0.1 pb, and two events. */
    static final String TWO_EVENTS = """
            <LesHouchesEvents version="3.0">
            <header>
            <!-- a comment with <init> and <event> in it -->
            <MGRunCard><![CDATA[
              average = event_norm ! <init>
              0.0 = mmll ! min < max
            ]]></MGRunCard>
            <initrwgt>
            <weightgroup combine='none' name="points">
            <weight id='sm'></weight>
            <weight MUF="1.0" id="a b" >set param_card smeft 7 3.0 # orig: 0.0
            </weight>
            </weightgroup>
            </initrwgt>
            </header>
            <init>
            2212 2212 6.5e+03 6.5e+03 0 0 247000 247000 -4 2
            1.5 0.06 2.0 1
            0.5 0.08 2.0 2
            </init>
            <event>
             3 1 +2.0000000e+00 1.0D+02 7.5e-03 1.2e-01
             2 -1 0 0 501 0 0.0 0.0 50.0 50.0 0.0 0.0 -1.0
             -2 -1 0 0 0 501 0.0 0.0 -50.0 50.0 0.0 0.0 1.0
             23 1 1 2 0 0 0.0 0.0 0.0 100.0 100.0 0.0 9.
            #pdf 1 2 3
            <rwgt>
            <wgt id='sm'> 2.0 </wgt>
            <wgt id='a b'> +3.5e+00 </wgt>
            </rwgt>
            </event>
            <event>
             3 1 +2.0000000e+00 1.0D+02 7.5e-03 1.2e-01
             2 -1 0 0 501 0 0.0 0.0 50.0 50.0 0.0 0.0 -1.0
             -2 -1 0 0 0 501 0.0 0.0 -50.0 50.0 0.0 0.0 1.0
             23 1 1 2 0 0 0.0 0.0 0.0 100.0 100.0 0.0 9.
            <rwgt>
            <wgt id='sm'> 2.0 </wgt>
            <wgt id='a b'> -1.0 </wgt>
            </rwgt>
            </event>
            </LesHouchesEvents>
            """;

    private LheText() {}

    static Path write(Path folder, String text) {
        return write(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("events.lhe"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

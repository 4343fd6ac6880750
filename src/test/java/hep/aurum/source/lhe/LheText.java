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

    /** What the three versions of the format can hold, in one file. */
    static final String EVERYTHING = """
            <?xml version="1.0"?>
            <!-- before the root -->
            <LesHouchesEvents version="3.0" >
            <!-- a <header> in a comment -->
            <header>
            <MGRunCard>
              average = event_norm
            </MGRunCard>
            <initrwgt>
            <weight id="free">of no group</weight>
            <weightgroup type="scale_variation" combine="envelope">
            <weight id="1001" MUR="1.0"> muR=0.1E+01 &amp; muF&lt;1 </weight>
            <!-- <weight id="gone"> commented out </weight> -->
            <weightgroup name='inner'>
            <weight id="1002"/>
            </weightgroup>
            <weight id="1003"> x < y </weight>
            </weightgroup>
            </initrwgt>
            </header>
            <init>
            2212 -2212 6.5e+03 4.0D+03 1 2 247000 260000 -3 2
            1.5 0.06 2.0 1
            # a remark among the processes
            -0.5 0.08 2.5 7 0 0
            <generator name='Gen' version='1.2 &quot;x&quot;'> a < b,
            cite me </generator>
            <generator version="3.1.6">WHIZARD</generator>
            <xsecinfo neve="2" totxsec="1.0" />
            <!-- <generator name="none"/> -->
              <cutsinfo>
                <cut type="m"> 4 </cut>
              </cutsinfo>
            </init>
            <event npLO=" -1 " npNLO="1" note='a &gt; b'>
            # before the particles
             3 7 -2.0000000e+00 1.0D+02 7.5e-03 1.2e-01 # behind
             2 -1 0 0 501 0 0.0 0.0 50.0 50.0 0.33 0.0 -1.0
             -2 -1 0 0 0 502 0.0 0.0 -50.0 50.0 0.33 0.0 1.0
             23 2 1 2 0 0 -0.0 0.0 0.0 100.0 91.25 1.5e-10 9.
            #aMCatNLO 1 5 3 0 0 0.2
              <mgrwt>
              <rscale> 2 0.1E+02</rscale>
              </mgrwt>
            <clustering>
            <clus scale="90.0"> 1 2 3 </clus> <!-- <wgt id='zz'> 1
             </event> -->
            </clustering>
            <scales muf='1' mur="2"> x </scales>
            <rwgt>
            <wgt id='free'> 1 </wgt>
            <wgt id='1001'> 2 </wgt>
            <wgt id='1002'> -0 </wgt>
            <wgt id='1003'> 4 </wgt>
            </rwgt>
            <weights> 1.0 2.0 </weights>
            </event>
            <eventgroup nreal="2" ncounter='0'>
            <event>
             1 1 2.0 -1 -1 -1
             22 1 0 0 0 0 0.0 0.0 50.0 50.0 0.0 0.0 9
            <weights>
            1 2
            3 4
            </weights>
            </event>
            <event trials="3">
             1 1 -2.0 -1 -1 -1
             22 1 0 0 0 0 0.0 0.0 50.0 50.0 0.0 0.0 9
            #pdf 1 2
            <weights> 5 6 7 8 </weights> </event>
            </eventgroup>
            <eventgroup>
            <event>
             1 1 2.0 -1 -1 -1
             22 1 0 0 0 0 0.0 0.0 50.0 50.0 0.0 0.0 9
            <weights> 1 2 3 4 </weights></event></eventgroup>
            </LesHouchesEvents>
            """;

    /** Version 1 as Fortran programs write it: no header, exponents with D, no blank lines of comment. */
    static final String PYTHIA_6 = """
            <LesHouchesEvents version="1.0">
            <!--
            # File generated with PYTHIA 6
            -->
            <init>
                2212    2212  0.70000000D+04  0.70000000D+04     0     0     7     7     3     1
             0.12345678D-02  0.00000000D+00  0.10000000D+01     81
            </init>
            <event>
             3   81  0.10000000D+01  0.17250000D+03  0.78125000D-02  0.11000000D+00
                21 -1 0 0 101 102 0.D0 0.0D+00 0.5D+02 0.5D+02 0.0D+00 0. 9.
                21 -1 0 0 102 101 0.D0 0.0D+00 -.5D+02 0.5D+02 0.0D+00 0. 9.
                25  1 1 2 0 0 0.D0 0.0D+00 0.D+00 0.1D+03 0.1D+03 0. 9.
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

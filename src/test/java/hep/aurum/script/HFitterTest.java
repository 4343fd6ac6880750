package hep.aurum.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HFitterTest {

    /** A histogram with the exact values of a function as contents, and their roots as errors. */
    private static H1D exact(int bins, double min, double max, DoubleUnaryOperator f) {
        Axis axis = Axis.uniform("x", "", bins, min, max);
        double[] heights = new double[bins];
        double[] errors = new double[bins];
        for (int i = 0; i < bins; i++) {
            heights[i] = f.applyAsDouble(axis.center(i));
            errors[i] = Math.sqrt(heights[i]);
        }
        return H1D.of(Histogram1D.ofHeights("exact", axis, heights, errors));
    }

    private static double bell(double x, double mean, double sigma) {
        return StrictMath.exp(-0.5 * (x - mean) * (x - mean) / (sigma * sigma));
    }

    /** Every function of the catalogue finds itself again from the values that are guessed for it. */
    @ParameterizedTest
    @CsvSource({
        "gauss, 'amplitude=300,mean=1.2,sigma=0.7'",
        "g, 'amplitude=300,mean=-2.4,sigma=0.3'",
        "e, 'amplitude=300,exponent=-0.8'",
        "e, 'amplitude=30,exponent=0.3'",
        "l, 'amplitude=300,mean=1.2,gamma=0.7'",
        "moyal, 'amplitude=300,mpv=-1,width=0.8'",
        "p0, p0=12",
        "p2, 'p0=12,p1=1,p2=3'",
        "p9, 'p0=90,p1=1,p2=3,p3=0.1,p4=0.5,p5=0.01,p6=0.1,p7=0.001,p8=0.01,p9=0.0001'",
        "g2, 'amplitude=300,mean=1.2,sigma=0.4,amplitude2=90,mean2=1,sigma2=1.5'",
        "g+p1, 'amplitude=300,mean=1.2,sigma=0.4,p0=100,p1=9'",
        "g+e, 'amplitude=300,mean=1.2,sigma=0.4,exponent=-0.3'",
    })
    void theCatalogueStartsFromTheData(String name, String values) {
        if (name.equals("g+e")) {
            assertThatThrownBy(() -> new HFitter().setFunc(name))
                    .isInstanceOf(NotSupported.class)
                    .hasMessageContaining("same name");
            return;
        }
        F1D truth = new HFitter().setFunc(name).getFunc();
        for (String pair : values.split(",", -1)) {
            truth.setPar(pair.split("=", -1)[0], Double.parseDouble(pair.split("=", -1)[1]));
        }
        for (String method : new String[] {"chi2", "bml"}) {
            HFitter fitter = new HFitter(method).setFunc(name).fit(exact(60, -4, 4, truth::eval));

            for (String parameter : truth.getParNames()) {
                double value = truth.getPar(parameter);
                assertThat(fitter.getResult().fittedParameter(parameter))
                        .as("%s by %s: %s", name, method, parameter)
                        .isCloseTo(value, within(1e-4 * Math.max(1, Math.abs(value))));
            }
            assertThat(fitter.getResult().chi2()).isBetween(0.0, 1e-6);
        }
    }

    @Test
    void theResultSaysAllOfIt() {
        P1D points = new P1D("p").add(0, 1, 0.5).add(1, 3, 0.5).add(2, 4, 0.5);

        HFitResult result = new HFitter().setFunc("p1").fit(points).getResult();

        // Unit weights of 4: slope (4-1)/2 = 1.5, offset 8/3 - 1.5, residuals -1/6, 1/3, -1/6.
        assertThat(result.fittedParameterNames()).containsExactly("p0", "p1");
        assertThat(result.fittedParameters()).containsExactly(new double[] {8 / 3.0 - 1.5, 1.5}, within(1e-9));
        assertThat(result.errors())
                .containsExactly(new double[] {0.5 * Math.sqrt(5 / 6.0), 0.5 / Math.sqrt(2)}, within(1e-9));
        assertThat(result.covMatrixElement(0, 1)).isCloseTo(-0.25 / 2, within(1e-9));
        assertThat(result.chi2()).isCloseTo(4 / 6.0, within(1e-9));
        assertThat(result.ndf()).isEqualTo(1);
        assertThat(result.quality()).isCloseTo(4 / 6.0, within(1e-9));
        assertThat(result.pValue())
                .isCloseTo(org.apache.commons.math3.special.Erf.erfc(Math.sqrt(1 / 3.0)), within(1e-9));
        assertThat(result.fittedFunction().eval(2)).isCloseTo(8 / 3.0 + 1.5, within(1e-9));
        assertThat(result.toString()).contains("p0 =").contains("chi2/ndf = 0.6667/1");
    }

    @Test
    void rangesValuesAndFixedParametersAreHeeded() {
        H1D h = exact(80, -4, 4, x -> 500 * bell(x, 0, 0.5) + (x > 2 ? 100 : 0));
        HFitter fitter = new HFitter("bml").setFunc("gauss").setRange(-2, 2);

        assertThat(fitter.fit(h).getResult().fittedParameter("sigma")).isCloseTo(0.5, within(1e-6));
        assertThat(fitter.getResult().ndf()).isEqualTo(40 - 3);
        assertThat(fitter.getFittedFunc().getMin()).isEqualTo(-2);
        fitter.setPar("mean", 0.1).setParFixed("mean").fit(h);
        assertThat(fitter.getResult().fittedParameter("mean")).isEqualTo(0.1);
        assertThat(fitter.getResult().error("mean")).isZero();
        assertThat(fitter.getResult().ndf()).isEqualTo(38);
        fitter.setParFixed("mean", false)
                .setParRange("sigma", 0.6, 1)
                .setParStep("sigma", 0.1)
                .fit(h);
        assertThat(fitter.getResult().fittedParameter("sigma")).isEqualTo(0.6);
        assertThat(fitter.getResult().atBound()).containsExactly("sigma");
    }

    @Test
    void formulasOfOnesOwnAreFitted() {
        H1D h = exact(50, 0, 10, x -> 80 * StrictMath.exp(-x / 3) + 5);

        HFitter own = new HFitter("bml")
                .setFunc("n*exp(-x/tau) + c")
                .setPar("n", 50)
                .setPar("tau", 2)
                .fit(h);
        HFitter aida = new HFitter("bml").setFunc("decay", 1, "c+n*exp(-x[0]/tau)", "n,tau,c");
        aida.setPar("n", 50).setPar("tau", 2).fit(h);
        HFitter function = new HFitter("bml")
                .setFunc(new F1D("n*exp(-x/tau) + c").setPar("n", 50).setPar("tau", 2))
                .fit(h);

        for (HFitter fitter : new HFitter[] {own, aida, function}) {
            assertThat(fitter.getResult().fittedParameter("tau")).isCloseTo(3, within(1e-6));
            assertThat(fitter.getResult().fittedParameter("c")).isCloseTo(5, within(1e-6));
        }
        assertThat(aida.getResult().fittedParameterNames()).containsExactly("n", "tau", "c");
    }

    @Test
    void minosFollowsTheValley() {
        H1D h = exact(1, 0, 1, x -> 5);

        double[] errors = new HFitter("bml").setFunc("p0").fit(h).minos("p0");

        assertThat(errors[0]).isLessThan(Math.sqrt(5));
        assertThat(errors[1]).isGreaterThan(Math.sqrt(5));
        assertThat(2 * (errors[1] + 5 * StrictMath.log(5 / (5 + errors[1])))).isCloseTo(1, within(1e-6));
    }

    @Test
    void weightedHistogramsAreRefusedByTheLikelihood() {
        H1D weighted = new H1D("w", 4, 0, 4).fill(0.5, 2).fill(1.5, 1).fill(2.5, 3);

        assertThatThrownBy(() -> new HFitter("bml").setFunc("p0").fit(weighted))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("not counts");
        assertThat(new HFitter().setFunc("p0").fit(weighted).getResult().skipped())
                .isEqualTo(1);
    }

    @Test
    void mistakesEndInASentence() {
        HFitter fitter = new HFitter();

        assertThatThrownBy(() -> fitter.fit(new H1D("h", 1, 0, 1))).hasMessageContaining("no function to fit");
        assertThatThrownBy(fitter::getResult).hasMessageContaining("nothing was fitted");
        assertThatThrownBy(() -> fitter.setFunc("gaus"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"gauss\"");
        assertThatThrownBy(() -> fitter.setFunc("landau")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fitter.setFunc("2*x")).hasMessageContaining("no parameters");
        assertThatThrownBy(() -> fitter.setFitMethod("uml")).isInstanceOf(NotSupported.class);
        assertThatThrownBy(() -> fitter.setFitMethod("chi")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fitter.setFunc("g").setPar("men", 1)).hasMessageContaining("did you mean \"mean\"");
        assertThatThrownBy(() -> fitter.setFunc(new F1D("code", x -> x, 0, 1))).isInstanceOf(NotSupported.class);
        assertThatThrownBy(() -> fitter.setFunc("g").fit(new H1D("empty", 9, 0, 1)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("9 points have no error");
    }
}

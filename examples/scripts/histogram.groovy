// Fill a mass spectrum, fit a peak over a falling background, draw it, and write it.
//
//   aurum script examples/scripts/histogram.groovy OUT
def out = args[0]
def random = new Random(1)

def mass = new H1D("m(yy)", 55, 105, 160)
// As doubles: Groovy's plain 1.7 is a BigDecimal.
1000.times { mass.fill(125d + 1.7d * random.nextGaussian()) }
20000.times { mass.fill(105d + 55d * random.nextDouble()) }

def fitter = new HFitter().setFunc("g+p1").setFitMethod("bml").setPar("mean", 125).setPar("sigma", 2).fit(mass)
def result = fitter.getResult()
printf("mean  %.2f +- %.2f GeV%n", result.fittedParameter("mean"), result.error("mean"))
printf("sigma %.2f +- %.2f GeV%n", result.fittedParameter("sigma"), result.error("sigma"))

def canvas = new HPlot("Peak", 640, 480).setNameX("m(yy) [GeV]").setNameY("Events / GeV")
canvas.draw(mass.setStyle("p").setErr(true), fitter.getFittedFunc()).drawStatBox(mass).export("$out/peak.pdf")
aurum.write("$out/peak.aida", mass)

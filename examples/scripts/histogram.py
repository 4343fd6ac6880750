# Fill a mass spectrum, fit a peak over a falling background, draw it, and write it.
#
#   aurum script examples/scripts/histogram.py OUT
import sys
from java.util import Random

out = sys.argv[1]
random = Random(1)          # Java's, so that every language draws the same events

mass = H1D("m(yy)", 55, 105, 160)
for i in range(1000):
    mass.fill(125 + 1.7 * random.nextGaussian())
for i in range(20000):
    mass.fill(105 + 55 * random.nextDouble())

fitter = HFitter().setFunc("g+p1").setFitMethod("bml").setPar("mean", 125).setPar("sigma", 2).fit(mass)
result = fitter.getResult()
print "mean  %.2f +- %.2f GeV" % (result.fittedParameter("mean"), result.error("mean"))
print "sigma %.2f +- %.2f GeV" % (result.fittedParameter("sigma"), result.error("sigma"))

canvas = HPlot("Peak", 640, 480).setNameX("m(yy) [GeV]").setNameY("Events / GeV")
canvas.draw(mass.setStyle("p").setErr(True), fitter.getFittedFunc()).drawStatBox(mass).export(out + "/peak.pdf")
aurum.write(out + "/peak.aida", mass)

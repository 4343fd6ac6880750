# Test a signal against its backgrounds, a histogram each: significance, limit, workspace, CLs.
#
#   aurum script examples/scripts/discovery.py OUT
import sys
from java.util import Random

out = sys.argv[1]
random = Random(3)          # Java's, so that every language draws the same events

# Simulation, many times the events that are expected, and its weights.
signal, continuum = H1D("signal", 40, 100, 180), H1D("continuum", 40, 100, 180)
for i in range(20000):
    signal.fill(125 + 2 * random.nextGaussian(), 0.005)
for i in range(100000):
    continuum.fill(100 + 80 * random.nextDouble(), 0.02)

# Data: 2000 events of the continuum, 100 of the signal.
data = H1D("data", 40, 100, 180)
for i in range(2000):
    data.fill(100 + 80 * random.nextDouble())
for i in range(100):
    data.fill(125 + 2 * random.nextGaussian())
aurum.write(out + "/histograms.aida", [signal, continuum, data])

# As if the histograms came from elsewhere: read them back, let the rate of the continuum be uncertain by 10 %, and test.
file = aurum.read(out + "/histograms.aida")
test = aurum.test(file["/signal"], [file["/continuum"]], file["/data"], {"continuum": 0.1})
print "p0 = %.3g, %.2f standard deviations, %.2f expected" % (
    test.p0(), test.significance(), test.expectedSignificance())
print "strength %.2f, below %.2f at 95 %%" % (test.fit().bestfit()["mu"], test.limit())

test.write(out + "/workspace.json")
aurum.plot(test.clsFigure(0.1, 3, 30), out + "/cls.pdf")
aurum.plot([continuum, data.setStyle("p").setErr(True)], out + "/mass.pdf")

# The workspace gives the same answer, here or in pyhf.
again = aurum.workspace(out + "/workspace.json")
assert again.significance() == test.significance()

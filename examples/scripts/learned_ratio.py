# From generator events to a statement about a Wilson coefficient: the CP-odd cHWtil in vector-boson fusion, h -> gamma gamma.
#
#   aurum script examples/scripts/learned_ratio.py OUT [EVENTS]
import sys

out = sys.argv[1]
lhe = sys.argv[2] if len(sys.argv) > 2 else "examples/vbf-higgs/vbf_haa_cHW_cHWtil_5k.lhe.gz"

# What was simulated: the names of the weights are those that aurum.inspect(lhe) lists.
events = (aurum.events(lhe).named("learned-ratio")
          .benchmark("sm", {"cHWtil": 0}).benchmark("b3", {"cHWtil": 3}).benchmark("b4", {"cHWtil": -3})
          .generatedAt("sm"))

# What is looked at. The joint ratio and the joint score of every event are computed and audited here.
sample = (events
          .observables({"log_pt_j1": "log(pt(jet[1]))", "sin_dphi": "sin(signedDeltaPhi(jet[1], jet[2]))"})
          .select("count(jet) >= 2 and pt(jet[2]) > 20")
          .labels({"cHWtil": [-2, 2]}))
print "%d events, the labels are sound" % sample.size()

# What is learned: a small network, so that this takes seconds.
model = sample.train("rascal", {"hidden": [32, 32], "epochs": 20, "batch": 256, "learning_rate": 0.003,
                                "members": 1, "alpha": 5})
x = {"log_pt_j1": 5.0, "sin_dphi": 0.7}
print "one event: log r = %.3f, score %.3f" % (
    model.logRatio(x, {"cHWtil": 1.5}, {"cHWtil": 0}), model.score(x, {"cHWtil": 0})["cHWtil"])
model.save(out + "/model")

# The learned ratio as an observable: what 3000 fb^-1 would show under either hypothesis.
ratio = model.between({"cHWtil": 1.5}, {"cHWtil": 0})
sm = ratio.histogram("SM", {"cHWtil": 0}, 3000, 40, -2, 4)
bsm = ratio.histogram("cHWtil = 1.5", {"cHWtil": 1.5}, 3000, 40, -2, 4)
print "%.0f events expected, or %.0f" % (sm.sumAllBinHeights(), bsm.sumAllBinHeights())
plot = HPlot("log r", 640, 480).setNameX("log r(x | cHWtil = 1.5, cHWtil = 0)").setNameY("Events")
plot.draw(sm.setColor("blue"), bsm.setColor("red")).export(out + "/log_ratio.pdf")
aurum.write(out + "/log_ratio.yoda", [sm, bsm])

# The test: 100 fb^-1 of pseudo-data at cHWtil = 1.5, from events that took no part in the training.
result = model.test({"cHWtil": 1.5}, 100, out + "/test")
print result.summary()
print "best fit: cHWtil = %.2f" % result.fitted()["cHWtil"]

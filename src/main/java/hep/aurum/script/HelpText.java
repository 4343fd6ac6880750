package hep.aurum.script;

/** Hold what {@code aurum.help()} says. */
final class HelpText {

    static final String VERBS = """
            From events to a discovery:
              events = aurum.events("signal.lhe.gz").benchmark("sm", {"c": 0}).benchmark("plus", {"c": 1})
                            .benchmark("minus", {"c": -1}).generatedAt("sm")
              sample = events.observables({"pt_l": "pt(lepton[1])"}).select("count(lepton) >= 2")
                            .labels({"c": [-1, 1]})                      reads, labels and audits the events
              model  = sample.train("rascal")                            or carl, rolr, cascal, alice, alices
              model.logRatio({"pt_l": 72.4}, {"c": 0.5}, {"c": 0})       log r(x | c = 0.5, c = 0)
              model.score({"pt_l": 72.4}, {"c": 0})                      its gradient in the parameters
              result = model.test({"c": 0.5}, 300)                       pseudo-data at c = 0.5, 300 fb^-1; or a file
              model.save("folder"); aurum.model("folder")                keep it, and read it again

            A study file:
              result = aurum.run("study.yaml")                           as the command aurum run
              result.summary(), significance(), limit(), fitted(), figures(), histograms(), workspace(), values()
              aurum.audit("study.yaml")                                  are the labels right?

            Histograms and binned models:
              test = aurum.test(signal, [background], data)              a signal over backgrounds, as histograms
              test = aurum.workspace("workspace.json")                   pyhf, HS3, HistFactory XML, Combine
              test.significance(), p0(), limit(), fit(), hypotest(1), scan(0, 3, 31), impacts(), write("ws.json")

            Files:
              aurum.inspect("events.lhe.gz")                             what a file holds
              aurum.convert("events.lhe.gz", "events.parquet")           the same events in another format
              aurum.read("file.aida")                                    histograms by path: AIDA, YODA, ROOT, JSON, CSV
              aurum.write("file.yoda", [h1, h2])                         as the ending says
              aurum.plot([h1, h2], "figure.pdf")                         draw: PDF, SVG or PNG
              aurum.plot(test.clsFigure(0, 3, 31), "cls.pdf")            CLs with its bands

            Settings: aurum.withThreads(2), withReplacing(True), withVariables({...}), withProgress(listener).
            """.stripTrailing();

    private HelpText() {}
}

package hep.aurum.format.histfactory;

import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Turn a {@code <Combination>} into a workspace. */
final class CombinationReader {

    private final XmlElement top;
    private final BaseFolder base;
    private final Templates templates;
    private final FactorSettings factors = new FactorSettings();
    private final Warnings warnings = new Warnings();

    CombinationReader(XmlElement top, BaseFolder base, Templates templates) {
        this.top = top;
        this.base = base;
        this.templates = templates;
    }

    HistFactoryImport read(List<XmlElement> inputs) {
        Vocabulary.check(top);
        List<Channel> channels = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        for (XmlElement input : inputs) {
            XmlElement channel = ElementReader.read(base.resolve(input, input.text()), "Channel");
            Vocabulary.check(channel);
            ChannelReader reader = new ChannelReader(channel, templates, factors, warnings);
            channels.add(reader.channel());
            observations.add(reader.observation());
        }
        List<Measurement> measurements = new ArrayList<>();
        for (XmlElement measurement : top.all("Measurement")) {
            measurements.add(new MeasurementReader(measurement, channels, factors, warnings).read());
        }
        Workspace workspace = new Workspace(channels, observations, measurements);
        return new HistFactoryImport(workspace.validated(top.where()), warnings.list());
    }
}

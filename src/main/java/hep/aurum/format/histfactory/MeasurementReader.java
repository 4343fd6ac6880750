package hep.aurum.format.histfactory;

import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.ParameterSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turn a {@code <Measurement>} into the settings of parameters. */
final class MeasurementReader {

    /** Fits keep the luminosity within so many of its uncertainties. */
    private static final double LUMI_RANGE = 5;

    private static final Set<String> CONSTRAINTS = Set.of("Gamma", "LogNormal", "Uniform", "NoConstraint");

    private final XmlElement element;
    private final Warnings warnings;
    private final Set<String> known = new HashSet<>(Set.of(SampleReader.LUMI));
    private final Map<String, ParameterSettings> settings = new LinkedHashMap<>();

    MeasurementReader(XmlElement element, List<Channel> channels, FactorSettings factors, Warnings warnings) {
        this.element = element;
        this.warnings = warnings;
        for (Channel channel : channels) {
            channel.samples()
                    .forEach(sample ->
                            sample.modifiers().stream().map(Modifier::name).forEach(known::add));
        }
        settings.put(SampleReader.LUMI, luminosity());
        factors.all().forEach(factor -> settings.put(factor.name(), factor));
    }

    private ParameterSettings luminosity() {
        double lumi = element.number("Lumi");
        double sigma = lumi * element.number("LumiRelErr");
        return ParameterSettings.of(SampleReader.LUMI)
                .withRange(lumi, lumi - LUMI_RANGE * sigma, lumi + LUMI_RANGE * sigma)
                .withConstraint(lumi, sigma);
    }

    Measurement read() {
        element.all("ParamSetting").forEach(this::setParameters);
        element.all("ConstraintTerm").forEach(this::warnOfConstraint);
        if (!element.optional("BinLow").isEmpty()
                || !element.optional("BinHigh").isEmpty()) {
            warnings.add(element, "BinLow and BinHigh are left out: all bins are used");
        }
        return new Measurement(element.required("Name"), poi(), new ArrayList<>(settings.values()));
    }

    private String poi() {
        List<XmlElement> elements = element.all("POI");
        if (elements.isEmpty()) {
            throw element.bad("the measurement has no <POI>", "name the parameter of interest");
        }
        List<String> names = elements.get(0).words();
        if (names.size() > 1 || elements.size() > 1) {
            warnings.add(elements.get(0), "only the first parameter of interest is kept");
        }
        return names.isEmpty() ? "" : parameter(names.get(0));
    }

    /** Return the name in workspaces: ROOT's Lumi is lumi, and alpha_x is x. */
    private static String parameter(String name) {
        if (name.equals("Lumi")) {
            return SampleReader.LUMI;
        }
        return name.startsWith("alpha_") ? name.substring("alpha_".length()) : name;
    }

    private void setParameters(XmlElement setting) {
        for (String rootName : setting.words()) {
            String name = parameter(rootName);
            if (rootName.startsWith("gamma_")) {
                warnings.add(setting, rootName + " is left out: a workspace has no settings of single bins");
            } else if (!known.contains(name)) {
                warnings.add(setting, rootName + " is left out: the model has no such parameter");
            } else {
                settings.put(name, changed(settings.getOrDefault(name, ParameterSettings.of(name)), setting));
            }
        }
    }

    private static ParameterSettings changed(ParameterSettings old, XmlElement setting) {
        ParameterSettings changed = old;
        if (!setting.optional("Val").isEmpty()) {
            changed = new ParameterSettings(
                    old.name(),
                    List.of(setting.number("Val")),
                    old.bounds(),
                    old.auxdata(),
                    old.sigmas(),
                    old.isFixed());
        }
        return setting.optional("Const").isEmpty() ? changed : SampleReader.fixed(changed, setting.flag("Const"));
    }

    private void warnOfConstraint(XmlElement term) {
        String type = term.required("Type");
        if (type.equals("Gaussian")) {
            return;
        }
        if (!CONSTRAINTS.contains(type)) {
            throw term.bad(
                    "unknown Type \"" + type + "\" of a constraint",
                    "known: Gamma, Gaussian, LogNormal, NoConstraint, Uniform");
        }
        for (String name : term.words()) {
            warnings.add(
                    term,
                    "the constraint of " + name + " is a unit Gaussian here, as in pyhf, not " + type
                            + (term.optional("RelativeUncertainty").isEmpty()
                                    ? ""
                                    : " with relative uncertainty " + term.number("RelativeUncertainty")));
        }
    }
}

package hep.aurum.format.histfactory;

import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turn a {@code <Sample>} into rates and modifiers. */
final class SampleReader {

    /** The name of the luminosity in workspaces. */
    static final String LUMI = "lumi";

    private final XmlElement element;
    private final Scope scope;
    private final Templates templates;
    private final FactorSettings factors;
    private final Warnings warnings;
    private final String channel;
    private final Template nominal;

    SampleReader(
            XmlElement element,
            String channel,
            Scope around,
            Templates templates,
            FactorSettings factors,
            Warnings warnings) {
        this.element = element;
        this.channel = channel;
        this.scope = around.inside(element);
        this.templates = templates;
        this.factors = factors;
        this.warnings = warnings;
        this.nominal = templates.read(scope, element);
    }

    Sample read() {
        List<Modifier> modifiers = new ArrayList<>();
        if (element.flag("NormalizeByTheory")) {
            modifiers.add(new Modifier.Lumi(LUMI));
        }
        for (XmlElement child : element.children()) {
            modifier(child).ifPresent(modifiers::add);
        }
        return new Sample(element.required("Name"), nominal.heights(), modifiers);
    }

    private Optional<Modifier> modifier(XmlElement child) {
        return switch (child.name()) {
            case "OverallSys" ->
                Optional.of(new Modifier.NormSys(child.required("Name"), child.number("Low"), child.number("High")));
            case "NormFactor" -> Optional.of(normFactor(child));
            case "HistoSys" ->
                Optional.of(new Modifier.HistoSys(
                        child.required("Name"),
                        templates.read(scope.variation(child, "Low"), child).heights(),
                        templates.read(scope.variation(child, "High"), child).heights()));
            case "StatError" -> child.flag("Activate") ? Optional.of(statError(child)) : Optional.empty();
            case "ShapeSys" -> Optional.of(shapeSys(child));
            default -> Optional.of(shapeFactor(child));
        };
    }

    private Modifier normFactor(XmlElement child) {
        ParameterSettings settings = ParameterSettings.of(child.required("Name"))
                .withRange(child.number("Val"), child.number("Low"), child.number("High"));
        factors.add(child, child.optional("Const").isEmpty() ? settings : fixed(settings, child.flag("Const")));
        return new Modifier.NormFactor(settings.name());
    }

    /** Return settings that say whether fits hold the parameter. */
    static ParameterSettings fixed(ParameterSettings settings, boolean isFixed) {
        return new ParameterSettings(
                settings.name(),
                settings.inits(),
                settings.bounds(),
                settings.auxdata(),
                settings.sigmas(),
                Optional.of(isFixed));
    }

    /** Relative uncertainties from a histogram of their own, or the errors of the nominal one. */
    private Modifier statError(XmlElement child) {
        String name = "staterror_" + channel;
        if (child.optional("HistoName").isEmpty()) {
            if (nominal.unknownErrors() > 0) {
                warnings.add(
                        child,
                        nominal.unknownErrors() + " errors of " + nominal.name()
                                + " are not numbers; the root of the height stands in");
            }
            return new Modifier.StatError(name, nominal.errors());
        }
        Scope own = new Scope(
                child.optional("InputFile", child.optional("HistoFile", scope.inputFile())),
                child.optional("HistoPath", scope.histoPath()),
                child.required("HistoName"));
        return new Modifier.StatError(name, nominal.times(templates.read(own, child), child));
    }

    private Modifier shapeSys(XmlElement child) {
        child.required("HistoName");
        String name = child.required("Name");
        List<Double> uncertainties = nominal.times(templates.read(scope.inside(child), child), child);
        switch (child.optional("ConstraintType")) {
            case "Poisson":
                return new Modifier.ShapeSys(name, uncertainties);
            case "Gaussian":
                // Factors of bins around 1 with a Gaussian constraint of that width are what staterror means.
                return new Modifier.StatError(name, uncertainties);
            case "":
                warnings.add(child, "has no ConstraintType: Poisson here, as in pyhf, but Gaussian in HistFactory");
                return new Modifier.ShapeSys(name, uncertainties);
            default:
                throw child.bad(
                        "unknown ConstraintType \"" + child.optional("ConstraintType") + "\"",
                        "known: Gaussian, Poisson");
        }
    }

    private Modifier shapeFactor(XmlElement child) {
        if (!child.optional("HistoName").isEmpty() || child.flag("Const")) {
            warnings.add(
                    child, "initial shape and Const are left out: the factors of all bins are free and begin at 1");
        }
        return new Modifier.ShapeFactor(child.required("Name"));
    }
}

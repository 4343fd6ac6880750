package hep.aurum.workflow;

import hep.aurum.estimator.ProcessComponent;
import hep.aurum.likelihood.ModelFunctions;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.Polynomial;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.param.MonomialBasis;
import hep.aurum.workflow.study.JointSpec;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Write the rates of a study's processes as a channel with one bin for each: luminosity times the cross-section after selection,
 * \(\nu_p(\theta) = L\,\sigma_p(\theta)\).
 *
 * <p>A power of one that is common to all monomials of a process, such as its signal strength, is a factor of HistFactory, which
 * other workspaces can share; what is left of the polynomial replaces the factor {@code yield_PROCESS}.
 */
final class JointRates {

    static final String CHANNEL = "events";
    static final String MEASUREMENT = "measurement";

    /** Of the templates as well, so that a combination with them is moved by one luminosity. */
    private static final String LUMINOSITY = "lumi";

    private static final double PER_FB = 1000;

    private final Study study;
    private final JointQuestion question;
    private final JointShapes shapes;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Polynomial> functions = new LinkedHashMap<>();
    private final Set<Integer> factors = new LinkedHashSet<>();
    private final Set<Integer> arguments = new LinkedHashSet<>();

    private JointRates(Study study, JointQuestion question, JointShapes shapes) {
        this.study = study;
        this.question = question;
        this.shapes = shapes;
    }

    /**
     * Hold the rates.
     *
     * @param workspace the channel {@link #CHANNEL}
     * @param extra parameters that densities know and no modifier does
     * @param functions what replaces factors by polynomials; empty where factors suffice
     */
    record Rates(Workspace workspace, List<ModelParameter> extra, Optional<ModelFunctions> functions) {}

    static Rates of(Study study, List<ProcessComponent> processes, JointQuestion question, JointShapes shapes) {
        JointRates rates = new JointRates(study, question, shapes);
        for (int p = 0; p < processes.size(); p++) {
            rates.add(processes.get(p), p, processes.size());
        }
        return rates.build();
    }

    private void add(ProcessComponent process, int p, int count) {
        Remainder rest = Remainder.of(process);
        double nominal =
                PER_FB * study.luminosity() * rest.at(question.nominal().toArray());
        double unit = nominal > 0 ? nominal : 1;
        List<Modifier> modifiers = new ArrayList<>();
        for (int a : rest.factors()) {
            factors.add(a);
            modifiers.add(new Modifier.NormFactor(question.name(a)));
        }
        if (!rest.arguments().isEmpty() || nominal <= 0) {
            String factor = "yield_" + process.name();
            modifiers.add(new Modifier.NormFactor(factor));
            functions.put(factor, rest.polynomial(PER_FB * study.luminosity() / unit, question));
            arguments.addAll(rest.arguments());
        }
        modifiers.addAll(nuisances(process.name(), p, unit, count));
        samples.add(new Sample(process.name(), bins(p, count, unit), modifiers));
    }

    private List<Modifier> nuisances(String process, int p, double unit, int count) {
        List<Modifier> modifiers = new ArrayList<>();
        JointSpec joint = study.joint();
        if (luminosityUncertainty() > 0 && !joint.dataDriven().contains(process)) {
            modifiers.add(new Modifier.Lumi(LUMINOSITY));
        }
        Double relative = joint.rateUncertainties().get(process);
        if (relative != null) {
            modifiers.add(new Modifier.NormSys(joint.rateNuisance(process), 1 / (1 + relative), 1 + relative));
        }
        for (JointShapes.Moved moved : shapes.moved(process)) {
            modifiers.add(new Modifier.HistoSys(
                    moved.nuisance(), bins(p, count, unit * moved.downRate()), bins(p, count, unit * moved.upRate())));
        }
        modifiers.addAll(shapes.networkNuisances(process));
        return modifiers;
    }

    private double luminosityUncertainty() {
        return study.discovery().map(Study.Discovery::luminosityUncertainty).orElse(0.0);
    }

    private static List<Double> bins(int p, int count, double content) {
        List<Double> bins = new ArrayList<>(Collections.nCopies(count, 0.0));
        bins.set(p, content);
        return List.copyOf(bins);
    }

    private Rates build() {
        Set<Integer> shaping = shapes.parameters();
        String poi = question.name(question.poi());
        boolean isFactor = factors.contains(question.poi());
        if (functions.isEmpty() && !isFactor) {
            // The parameter of interest of a HistFactory model is a factor; one that moves densities alone needs a
            // function.
            String name = "yield_" + samples.get(0).name();
            functions.put(name, new Polynomial(List.of(new Polynomial.Term(1, Map.of()))));
            Sample first = samples.get(0);
            List<Modifier> modifiers = new ArrayList<>(first.modifiers());
            modifiers.add(new Modifier.NormFactor(name));
            samples.set(0, new Sample(first.name(), first.data(), modifiers));
        }
        List<ParameterSettings> settings = new ArrayList<>();
        factors.forEach(a -> settings.add(question.settings(a)));
        boolean isMoved =
                samples.stream().anyMatch(s -> s.modifiers().stream().anyMatch(m -> m instanceof Modifier.Lumi));
        if (isMoved) {
            double relative = luminosityUncertainty();
            settings.add(ParameterSettings.of(LUMINOSITY)
                    .withRange(1, Math.max(0, 1 - 10 * relative), 1 + 10 * relative)
                    .withConstraint(1, relative));
        }
        Workspace workspace = new Workspace(
                List.of(new Channel(CHANNEL, samples)),
                List.of(new Observation(CHANNEL, Collections.nCopies(samples.size(), 0.0))),
                List.of(new Measurement(MEASUREMENT, isFactor ? poi : "", settings)));
        List<ModelParameter> extra = shaping.stream()
                .filter(a -> !factors.contains(a))
                .map(question::parameter)
                .toList();
        List<ModelParameter> others = arguments.stream()
                .filter(a -> !factors.contains(a) && !shaping.contains(a))
                .map(question::parameter)
                .toList();
        return new Rates(
                workspace,
                extra,
                functions.isEmpty() ? Optional.empty() : Optional.of(new ModelFunctions(others, functions, poi)));
    }

    /**
     * Hold a cross-section without the parameters that multiply all of it.
     *
     * @param factors positions of these
     * @param terms coefficient in pb by exponents of what is left
     */
    private record Remainder(List<Integer> factors, Map<List<Integer>, Double> terms) {

        static Remainder of(ProcessComponent process) {
            MonomialBasis basis = process.basis();
            double[] coefficients = process.coefficients();
            List<Integer> factors = new ArrayList<>();
            for (int a = 0; a < basis.parameters(); a++) {
                int smallest = Integer.MAX_VALUE;
                for (int j = 0; j < coefficients.length; j++) {
                    smallest = coefficients[j] == 0 ? smallest : Math.min(smallest, basis.exponent(j, a));
                }
                if (smallest == 1) {
                    factors.add(a);
                }
            }
            Map<List<Integer>, Double> terms = new LinkedHashMap<>();
            for (int j = 0; j < coefficients.length; j++) {
                List<Integer> powers = new ArrayList<>();
                for (int a = 0; a < basis.parameters(); a++) {
                    powers.add(basis.exponent(j, a) - (factors.contains(a) ? 1 : 0));
                }
                if (coefficients[j] != 0) {
                    terms.put(powers, coefficients[j]);
                }
            }
            return new Remainder(factors, terms);
        }

        double at(double[] theta) {
            double sum = 0;
            for (Map.Entry<List<Integer>, Double> term : terms.entrySet()) {
                double product = term.getValue();
                for (int a = 0; a < theta.length; a++) {
                    product *= StrictMath.pow(theta[a], term.getKey().get(a));
                }
                sum += product;
            }
            return sum;
        }

        /** Return the positions of the parameters that are left. */
        Set<Integer> arguments() {
            Set<Integer> left = new LinkedHashSet<>();
            terms.keySet().forEach(powers -> {
                for (int a = 0; a < powers.size(); a++) {
                    if (powers.get(a) > 0) {
                        left.add(a);
                    }
                }
            });
            return left;
        }

        Polynomial polynomial(double scale, JointQuestion question) {
            List<Polynomial.Term> list = new ArrayList<>();
            terms.forEach((powers, coefficient) -> {
                Map<String, Integer> named = new LinkedHashMap<>();
                for (int a = 0; a < powers.size(); a++) {
                    if (powers.get(a) > 0) {
                        named.put(question.name(a), powers.get(a));
                    }
                }
                list.add(new Polynomial.Term(scale * coefficient, named));
            });
            return new Polynomial(list);
        }
    }
}

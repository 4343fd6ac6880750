package hep.aurum.infer;

import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.likelihood.binned.BinnedModel;
import java.util.Locale;

/** Phrase the results of a shipped model as {@code histograms/README.md} prints them. */
final class ReferenceNumbers {

    private ReferenceNumbers() {}

    static String of(BinnedModel model) {
        DiscoveryResult discovery = Discovery.of(model);
        LimitResult limit = UpperLimit.withDefaults().of(model);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "μ̂ %.5f; q₀ %.5f (%.4fσ observed, %.4fσ expected); CLs at μ = 1: %.5f; upper limit: observed %.4f, expected",
                discovery.muHat(),
                discovery.q0(),
                discovery.z(),
                discovery.zExpected(),
                AsymptoticTest.of(model).at(1.0).cls(),
                limit.observed()));
        limit.expected().forEach(value -> text.append(String.format(Locale.ROOT, " %.4f", value)));
        return text.toString();
    }
}

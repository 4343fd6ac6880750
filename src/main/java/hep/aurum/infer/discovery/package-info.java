/**
 * Ask whether there is a signal: the significance with which data reject background alone.
 *
 * <pre>{@code
 * DiscoveryResult discovery = Discovery.of(model);
 * boolean isDiscovery = discovery.z() >= 5.0;
 * }</pre>
 *
 * <p>Local and asymptotic; {@link hep.aurum.infer.discovery.LookElsewhere} corrects for looking elsewhere, and {@link
 * hep.aurum.infer.discovery.BinomialSignificance} is exact for two counts. {@link hep.aurum.infer.discovery.DiscoveryResult} has the observed
 * and, from Asimov data, the expected significance with its band. {@link hep.aurum.infer.discovery.SpectrumFit} tests a peak whose
 * background the data themselves must tell.
 */
@NullMarked
package hep.aurum.infer.discovery;

import org.jspecify.annotations.NullMarked;

/**
 * Ask whether there is a signal: the significance with which data reject background alone.
 *
 * <pre>{@code
 * DiscoveryResult discovery = Discovery.of(model);
 * boolean isDiscovery = discovery.z() >= 5.0;
 * }</pre>
 */
@NullMarked
package hep.aurum.infer.discovery;

import org.jspecify.annotations.NullMarked;

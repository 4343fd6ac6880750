/**
 * A small host for tests that keeps the rules of the framework. It is not JAS3: it shows nothing, and what it has not been
 * taught it does not do. {@link hep.aurum.jas.host.TestHost} is where to begin.
 *
 * <pre>{@code
 * try (TestHost host = TestHost.builder().start()) {
 *     host.open(new AurumSession(), folder);
 *     host.menus().click("Aurum", "Open a study…");
 *     assertThat(host.pages().titles()).contains("Study");
 * }
 * }</pre>
 */
package hep.aurum.jas.host;

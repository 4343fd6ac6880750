/**
 * Read HistFactory models from XML and ROOT histograms, the form in which ATLAS writes them.
 *
 * <p>{@link hep.aurum.format.histfactory.HistFactoryXml} reads a combination file, the channel files that it names and
 * the histograms that those name, and turns them into the {@link hep.aurum.likelihood.binned.Workspace} that
 * {@code pyhf xml2json} makes of them.
 *
 * <pre>{@code
 * HistFactoryImport imported = HistFactoryXml.load(Path.of("config/example.xml"));
 * imported.warnings().forEach(report::add);
 * BinnedModel model = BinnedModel.of(imported.workspace());
 * }</pre>
 *
 * <p>What a workspace says otherwise than HistFactory is never dropped in silence. One of these happens:
 *
 * <table>
 *   <caption>What a workspace cannot say</caption>
 *   <tr><td>Gaussian ShapeSys</td><td>represented, by factors of bins with a Gaussian constraint (staterror)</td></tr>
 *   <tr><td>two-dimensional histograms</td><td>represented, bin after bin with x fastest</td></tr>
 *   <tr><td>ShapeSys without ConstraintType</td><td>Poisson as in pyhf, and a warning: HistFactory takes
 *     Gaussian</td></tr>
 *   <tr><td>ConstraintTerm of type Gamma, LogNormal, Uniform</td><td>unit Gaussian as in pyhf, and a warning</td></tr>
 *   <tr><td>StatErrorConfig: Poisson, or bins below RelErrorThreshold</td><td>Gaussian and free as in pyhf, and a
 *     warning</td></tr>
 *   <tr><td>ParamSetting of single bins (gamma_...) or of unknown names</td><td>left out, and a warning</td></tr>
 *   <tr><td>BinLow, BinHigh, a second POI, an initial shape of ShapeFactor</td><td>left out, and a warning</td></tr>
 *   <tr><td>Function, a channel without Data, unknown elements or attributes</td><td>refused</td></tr>
 * </table>
 *
 * <p>Files are those of strangers: no entity is expanded, the document type is never fetched, depth and number of
 * elements are bounded, and paths lead to no place outside of one folder. Every error names the file with its line, and
 * channel, sample and modifier.
 *
 * <p>There is no writer: it would have to write ROOT files. {@code format.pyhf} writes the same model as JSON.
 *
 * @see <a href="https://cds.cern.ch/record/1456844">K. Cranmer et al., HistFactory, CERN-OPEN-2012-016</a>
 */
@NullMarked
package hep.aurum.format.histfactory;

import org.jspecify.annotations.NullMarked;

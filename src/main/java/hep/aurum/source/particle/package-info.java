/**
 * Keep generated events in tables and read them back, bit by bit: any format of tables becomes a format of events.
 *
 * <p>{@link hep.aurum.source.particle.ParticleTable} shows events as a table of one row per event, its particles as lists;
 * {@link hep.aurum.source.particle.ParticleEvents} shows such a table as events again:
 *
 * <pre>{@code
 * TableSource table = ParticleTable.of(EventSources.open(Path.of("vbf.lhe.gz")));
 * table.header().columnNames();                            // event.number, ..., weight.b1, particle.pdg_id, ...
 * EventSource events = ParticleEvents.of(table);           // the events of vbf.lhe.gz
 * }</pre>
 *
 * <p>Columns, one row per event; energies in GeV, lengths in mm:
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><td>{@code event.number, .process_id, .scale, .alpha_qed, .alpha_qcd, .cross_section_pb,
 *     .cross_section_error_pb}</td><td>as in {@link hep.aurum.event.EventDetails}</td></tr>
 * <tr><td>{@code event.attributes, event.remarks}</td><td>text, a line for each; names and values parted by a
 *     tabulator; backslash, tabulator and line breaks are {@code \\}, {@code \t}, {@code \n}, {@code \r}</td></tr>
 * <tr><td>{@code weight}, {@code weight.NAME}</td><td>nominal and named weights; where there are many names or odd ones,
 *     one column {@code weights} of fixed width in the order of the attribute {@code aurum.weight_names}</td></tr>
 * <tr><td>{@code particle.pdg_id, .status, .mother1, .mother2, .px, .py, .pz, .energy, .mass, .colour, .anticolour,
 *     .lifetime, .spin}</td><td>lists, as in {@link hep.aurum.physics.Particle}; mothers are positions from 0</td></tr>
 * <tr><td>{@code vertex.status, .x, .y, .z, .t, .incoming_count, .outgoing_count}</td><td>lists, as in
 *     {@link hep.aurum.event.Vertex}</td></tr>
 * <tr><td>{@code vertex.incoming, .outgoing}</td><td>positions of particles from 0, one vertex behind the
 *     other</td></tr>
 * </table>
 *
 * <p>What the file says of the whole sample is in attributes of the table whose names begin with {@code aurum.}.
 */
@NullMarked
package hep.aurum.source.particle;

import org.jspecify.annotations.NullMarked;

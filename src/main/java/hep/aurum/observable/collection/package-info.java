/**
 * Find the objects of reconstructed events in the columns of a table, and hand out its rows as events.
 *
 * <p>A {@link hep.aurum.observable.collection.TableLayout} says what the columns of a table mean: {@code Photon_pt},
 * {@code Photon_eta} and {@code Photon_phi}, or {@code Photon.PT} and so on, are the
 * {@link hep.aurum.observable.collection.ObjectCollection} {@code Photon}, which common language calls {@code photon}; its
 * further columns are members of each object. {@code MET_pt} and {@code MET_phi} are a
 * {@link hep.aurum.observable.collection.PlanarVector}. Everything else is a column by its own name.
 *
 * <pre>{@code
 * TableLayout layout = TableLayout.of(table.header());
 * Scope scope = Scope.of(ParticleClasses.standard(), layout);
 * Expression cut = Expression.parse("count(Jet{btag > 0.5 and pt > 30}) >= 2", scope);
 * RowReader reader = RowReader.of(layout, cut.requirements());
 * EventSource events = RowEvents.of(table, reader.columns(), header, nominal, List.of());
 * }</pre>
 *
 * <p>Only the columns that somebody {@linkplain hep.aurum.observable.collection.Requirements requires} are read: a NanoAOD
 * tree has 1500. Everything is immutable and safe for any number of threads, except cursors.
 */
@NullMarked
package hep.aurum.observable.collection;

import org.jspecify.annotations.NullMarked;

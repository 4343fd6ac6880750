/**
 * Read XML documents that may be hostile: no entities, nothing fetched, and bounds on depth, elements and bytes.
 *
 * <p>{@link hep.aurum.format.xml.XmlReader} walks over a document and builds an element of the caller's own kind wherever
 * one ends:
 *
 * <pre>{@code
 * XmlReader.Limits limits = new XmlReader.Limits(8, 100_000, 1L << 26);
 * Element root = XmlReader.read(in, "model.xml", limits, node -> new Element(node.name(), node.attributes(), node.children()));
 * }</pre>
 */
@NullMarked
package hep.aurum.format.xml;

import org.jspecify.annotations.NullMarked;

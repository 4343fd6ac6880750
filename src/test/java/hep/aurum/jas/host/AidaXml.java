package hep.aurum.jas.host;

import hep.aida.IAxis;
import hep.aida.IDataPointSet;
import hep.aida.IHistogram1D;
import hep.aida.IManagedObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads histograms of one axis and sets of points from a file of AIDA XML, with the XML parser of the JDK. */
final class AidaXml {

    private final Tree tree = new Tree();

    private AidaXml() {}

    static Tree read(Path file) throws IOException {
        AidaXml reader = new AidaXml();
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setEntityResolver((name, place) -> new InputSource(new StringReader("")));
            Element root = builder.parse(file.toFile()).getDocumentElement();
            children(root, "histogram1d").forEach(reader::histogram);
            children(root, "dataPointSet").forEach(reader::points);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no AIDA XML", e);
        }
        return reader.tree;
    }

    private void histogram(Element element) {
        Element axis = children(element, "axis").get(0);
        int bins = Integer.parseInt(axis.getAttribute("numberOfBins"));
        double lower = number(axis, "min");
        double upper = number(axis, "max");
        List<Element> borders = children(axis, "binBorder");
        double[] edges = Bins.edges(bins, lower, upper);
        for (int i = 0; i < borders.size(); i++) {
            edges[i + 1] = number(borders.get(i), "value");
        }
        Bins.One made = new Bins.One(element.getAttribute("name"), element.getAttribute("title"), new Bins(edges));
        for (Element bin : children(children(element, "data1d").get(0), "bin1d")) {
            made.set(
                    index(bin.getAttribute("binNum")),
                    Integer.parseInt(bin.getAttribute("entries")),
                    number(bin, "height"),
                    number(bin, "error"),
                    number(bin, "weightedMean"));
        }
        put(element, StandIn.of(IHistogram1D.class, made, IManagedObject.class));
    }

    private static int index(String text) {
        return switch (text) {
            case "UNDERFLOW" -> IAxis.UNDERFLOW_BIN;
            case "OVERFLOW" -> IAxis.OVERFLOW_BIN;
            default -> Integer.parseInt(text);
        };
    }

    private void points(Element element) {
        int dimension = Integer.parseInt(element.getAttribute("dimension"));
        PointSet set = new PointSet(element.getAttribute("name"), element.getAttribute("title"), dimension);
        for (Element point : children(element, "dataPoint")) {
            List<Element> numbers = children(point, "measurement");
            set.add(all(numbers, "value"), all(numbers, "errorPlus"), all(numbers, "errorMinus"));
        }
        put(element, StandIn.of(IDataPointSet.class, set, IManagedObject.class));
    }

    private void put(Element element, Object object) {
        String folder = element.getAttribute("path");
        tree.mkdirs(folder);
        tree.put(folder + "/" + element.getAttribute("name"), object);
    }

    private static double[] all(List<Element> elements, String attribute) {
        return elements.stream()
                .mapToDouble(element -> number(element, attribute))
                .toArray();
    }

    private static double number(Element element, String attribute) {
        String text = element.getAttribute(attribute);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private static List<Element> children(Element element, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element child && child.getTagName().equals(name)) {
                found.add(child);
            }
        }
        return found;
    }
}

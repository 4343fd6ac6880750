package hep.aurum.format.aida;

import hep.aurum.base.NotSupported;
import hep.aurum.format.xml.XmlReader;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Binned;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.Content;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.NamedColumns;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import hep.aurum.hist.Unread;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Translate objects of any kind, with their annotations. */
final class ObjectCodec {

    /** What the writer makes anew: the title, and the paths that JAIDA adds. */
    private static final List<String> DERIVED = List.of("Title", "AidaPath", "FullPath");

    private static final String OURS = "aurum.";

    private ObjectCodec() {}

    static Content decode(AidaElement element) {
        try {
            return switch (element.name()) {
                case "histogram1d" -> Histogram1DCodec.decode(element);
                case "histogram2d" -> Histogram2DCodec.decode(element);
                case "profile1d" -> Profile1DCodec.decode(element);
                case "profile2d" -> Profile2DCodec.decode(element);
                case "dataPointSet" -> PointsCodec.decode(element);
                case "cloud1d", "cloud2d", "cloud3d" -> cloud(element);
                case "tuple" -> TupleCodec.decode(element);
                default -> unread(element, "there is no type for it");
            };
        } catch (NotSupported e) {
            return unread(element, e.what());
        }
    }

    private static Content cloud(AidaElement element) {
        Optional<Histogram1D> one = CloudCodec.binned1D(element);
        Optional<Histogram2D> two = CloudCodec.binned2D(element);
        if (one.isPresent()) {
            return one.get();
        }
        return two.isPresent() ? two.get() : CloudCodec.decode(element, CloudCodec.dimension(element));
    }

    private static Unread unread(AidaElement element, String reason) {
        return new Unread(element.text("title", ""), "AIDA", element.name(), reason, AidaXmlWriter.text(element));
    }

    /** Return the annotations that are neither in the content nor made anew. */
    static Map<String, String> annotations(AidaElement element, Content content) {
        Map<String, String> annotations = new LinkedHashMap<>();
        boolean hasAxes = content instanceof Binned;
        element.child("annotation")
                .ifPresent(all -> all.all("item").forEach(item -> {
                    String key = item.text("key", "");
                    boolean isLabel = hasAxes && key.endsWith(Codec.LABEL) && key.length() == 1 + Codec.LABEL.length();
                    if (!DERIVED.contains(key) && !key.startsWith(OURS) && !isLabel) {
                        annotations.put(key, item.text("value", ""));
                    }
                }));
        if (content instanceof Cloud) {
            annotations.putAll(CloudCodec.settings(element));
        }
        return annotations;
    }

    static AidaElement encode(AnalysisObject object) {
        List<AidaElement> items = new ArrayList<>();
        object.annotations().forEach((key, value) -> items.add(Codec.item(key, value)));
        String path = object.folder();
        String name = object.name();
        Content content = object.content();
        if (content instanceof Histogram1D h) {
            return Histogram1DCodec.encode(path, name, h, items);
        }
        if (content instanceof Histogram2D h) {
            return Histogram2DCodec.encode(path, name, h, items);
        }
        if (content instanceof Profile1D p) {
            return Profile1DCodec.encode(path, name, p, items);
        }
        if (content instanceof Profile2D p) {
            return Profile2DCodec.encode(path, name, p, items);
        }
        if (content instanceof Points points) {
            return PointsCodec.encode(path, name, points, items);
        }
        if (content instanceof Cloud cloud) {
            return CloudCodec.encode(path, name, cloud, object.annotations());
        }
        if (content instanceof NamedColumns table) {
            return TupleCodec.encode(path, name, table, items);
        }
        if (content instanceof Unread unread && unread.format().equals("AIDA")) {
            return parsed(unread.text(), object.path());
        }
        throw new NotSupported(
                object.path() + " is of the kind " + object.kind() + ", which AIDA files do not have",
                "",
                "write it as JSON or YODA");
    }

    private static AidaElement parsed(String xml, String origin) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        return XmlReader.read(
                new ByteArrayInputStream(bytes),
                origin,
                AidaTree.LIMITS,
                node -> new AidaElement(node.name(), node.attributes(), node.children()));
    }
}

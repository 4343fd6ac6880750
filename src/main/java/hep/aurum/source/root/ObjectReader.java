package hep.aurum.source.root;

import hep.aurum.source.root.RootCursor.Frame;
import hep.aurum.source.root.RootCursor.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Read an object of any class member by member, as the descriptions of its classes say, and follow its pointers.
 *
 * <p>Pointers to classes that are not known here are passed over. A member that cannot be read ends the reading of its
 * class; what follows counts as missing, which those who need it report.
 */
final class ObjectReader {

    private static final int MAX_DEPTH = 64;
    private static final int STRING = 65;
    private static final int ROOT_OBJECT = 66;
    private static final int NAMED = 67;
    private static final int CHARACTERS = 7;
    private static final int BITS = 15;
    private static final int WIDE = 2;
    private static final String LIST = "TObjArray";

    private final RootCursor cursor;
    private final StreamerInfos infos;
    private final Map<Integer, RootObject> places = new HashMap<>();
    private int depth;

    ObjectReader(RootCursor cursor, StreamerInfos infos) {
        this.cursor = cursor;
        this.infos = infos;
    }

    /** Read an object that starts here, with its length and version. */
    RootObject read(String className) {
        RootObject object = new RootObject(className);
        content(object, className);
        return object;
    }

    private void content(RootObject object, String className) {
        if (depth > MAX_DEPTH) {
            throw cursor.bad("objects are nested more than " + MAX_DEPTH + " deep");
        }
        depth++;
        switch (className) {
            case "TObject" -> cursor.object();
            case "TNamed" -> named(object);
            case "TBasket" -> object.put("basket", BasketReader.embedded(cursor));
            default -> members(object, className);
        }
        depth--;
    }

    private void named(RootObject object) {
        RootNamed named = RootNamed.read(cursor);
        object.put("fName", named.name());
        object.put("fTitle", named.title());
    }

    private void members(RootObject object, String className) {
        Frame frame = cursor.enter(className, 0);
        if (frame.version() == 0) {
            cursor.skip(4); // checksum of a class without versions
        }
        for (StreamerElement element : infos.members(className, frame.version())) {
            boolean isRead = cursor.position() < frame.end()
                    && (element.isBase() ? base(object, element) : member(object, element));
            // Behind the leaves of a tree there are aliases, indices and friends, which are none of our business.
            if (!isRead || className.equals("TTree") && element.name().equals("fLeaves")) {
                break;
            }
        }
        cursor.leave(frame);
    }

    private boolean base(RootObject object, StreamerElement element) {
        content(object, element.name());
        return true;
    }

    private boolean member(RootObject object, StreamerElement element) {
        int code = element.code();
        if (code == CHARACTERS || code == BITS) {
            return false;
        }
        if (code < StreamerElement.OBJECT) {
            return numbers(object, element);
        }
        switch (code) {
            case STRING -> object.put(element.name(), cursor.string());
            case ROOT_OBJECT -> cursor.object();
            case NAMED -> cursor.pass("TNamed");
            case 61, 62 -> object(object, element);
            case 64, 69 -> {
                RootObject target = pointer();
                if (target != null) {
                    object.put(element.name(), target);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void object(RootObject object, StreamerElement element) {
        if (element.typeName().equals(LIST)) {
            object.put(element.name(), list());
        } else {
            object.put(element.name(), read(element.typeName()));
        }
    }

    private List<@Nullable RootObject> list() {
        Frame frame = cursor.enter(LIST, 1);
        cursor.object();
        if (frame.version() > 1) {
            cursor.string();
        }
        int count = cursor.i32();
        cursor.skip(4); // lowest index
        if (count < 0 || count > cursor.remaining() / 4) {
            throw cursor.bad("a list claims " + count + " items in " + cursor.remaining() + " bytes");
        }
        List<@Nullable RootObject> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(pointer());
        }
        cursor.leave(frame);
        return items;
    }

    /** Follow a pointer; null if it is null, or points to an object of a class that is not read. */
    private @Nullable RootObject pointer() {
        Pointer pointer = cursor.pointer();
        if (pointer.className().isEmpty()) {
            return places.get(pointer.place());
        }
        RootObject object = new RootObject(pointer.className());
        places.put(pointer.place(), object);
        content(object, pointer.className());
        cursor.leave(pointer);
        return object;
    }

    private boolean numbers(RootObject object, StreamerElement element) {
        int code = element.code();
        NumberKind kind = NumberKind.ofCode(code % StreamerElement.ARRAY);
        if (kind == null) {
            return false;
        }
        if (code < StreamerElement.ARRAY) {
            object.put(element.name(), number(kind, kind.size()));
        } else if (code < StreamerElement.POINTER) {
            object.put(element.name(), array(kind, kind.size(), element.length()));
        } else {
            int flag = cursor.u8();
            // Before version 10, branches wrote wide offsets where they needed them, and said so here.
            boolean isWide = flag == WIDE && element.name().equals("fBasketSeek");
            long count = flag == 0 ? 0 : object.integer(element.counter());
            object.put(element.name(), array(kind, isWide ? 8 : kind.size(), count));
        }
        return true;
    }

    private Number number(NumberKind kind, int size) {
        long bits = cursor.integer(size);
        return switch (kind) {
            case FLOAT32 -> Float.intBitsToFloat((int) bits);
            case FLOAT64 -> Double.longBitsToDouble(bits);
            case UINT32 -> bits & 0xffffffffL;
            case UINT16 -> bits & 0xffffL;
            case UINT8 -> bits & 0xffL;
            default -> bits;
        };
    }

    private long[] array(NumberKind kind, int size, long count) {
        if (count < 0 || count > cursor.remaining() / size) {
            throw cursor.bad(
                    "an array of " + count + " numbers does not fit into the " + cursor.remaining() + " bytes left");
        }
        long[] numbers = new long[(int) count];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(kind, size).longValue();
        }
        return numbers;
    }
}

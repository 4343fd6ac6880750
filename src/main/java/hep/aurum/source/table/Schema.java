package hep.aurum.source.table;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableHeader;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the head of a file says of its table; checked, as its checksum may be that of a forger. */
record Schema(String name, List<Column> columns, Map<String, String> attributes) {

    private static final int LARGEST_WIDTH = 1 << 20;

    static Schema of(TableHeader header) {
        return new Schema(header.name(), header.columns(), header.attributes());
    }

    byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(out, name);
        number(out, columns.size());
        for (Column column : columns) {
            text(out, column.name());
            out.write(column.type().ordinal());
            out.write(column.layout().ordinal());
            number(out, column.width());
            text(out, column.unit());
            text(out, column.description());
        }
        number(out, attributes.size());
        attributes.forEach((key, value) -> {
            text(out, key);
            text(out, value);
        });
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int value) {
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private static void text(ByteArrayOutputStream out, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(out, bytes.length);
        out.writeBytes(bytes);
    }

    static Schema decode(ByteBuffer in, String origin) {
        try {
            String name = text(in);
            int count = count(in);
            List<Column> columns = new ArrayList<>();
            for (int c = 0; c < count; c++) {
                columns.add(column(in));
            }
            int pairs = count(in);
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int a = 0; a < pairs; a++) {
                attributes.put(text(in), text(in));
            }
            return new Schema(name, columns, attributes);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new BadInput(
                    origin + " has a malformed schema near byte " + (FileLayout.HEAD + in.position()),
                    "",
                    "write the file again");
        }
    }

    private static Column column(ByteBuffer in) {
        String name = text(in);
        int type = in.get();
        int layout = in.get();
        int width = in.getInt();
        boolean known = type >= 0
                && type < ColumnType.values().length
                && layout >= 0
                && layout < Column.Layout.values().length
                && width <= LARGEST_WIDTH;
        if (!known) {
            throw new IllegalArgumentException("no column");
        }
        return new Column(name, ColumnType.values()[type], Column.Layout.values()[layout], width, text(in), text(in));
    }

    /** Read how many things follow, each of at least eight bytes. */
    private static int count(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / 8) {
            throw new IllegalArgumentException("too many");
        }
        return count;
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

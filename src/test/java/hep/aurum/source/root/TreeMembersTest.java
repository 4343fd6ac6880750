package hep.aurum.source.root;

import static hep.aurum.source.root.RootFileBuilder.bytes;
import static hep.aurum.source.root.RootFileBuilder.object;
import static hep.aurum.source.root.RootFileBuilder.string;
import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.source.root.TreeBuilder.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read members of objects as the list of classes of the file describes them. */
class TreeMembersTest {

    private static final int VERSION = 3;

    @TempDir
    Path folder;

    private record Member(String name, String title, int code, int length, String type) {}

    private static byte[] infos(String className, int version, Member... members) {
        return bytes(out -> object(out, 5, list -> {
            RootFileBuilder.tObject(list, 0);
            string(list, "");
            list.writeInt(1);
            list.write(TreeBuilder.pointer(
                    "TStreamerInfo",
                    info -> object(info, 9, o -> {
                        RootFileBuilder.named(o, className, "");
                        o.writeInt(0);
                        o.writeInt(version);
                        o.write(TreeBuilder.pointer(
                                "TObjArray",
                                array -> TreeBuilder.list(array, members.length, i -> element(members[i]))));
                    })));
            string(list, "");
        }));
    }

    private static byte[] element(Member member) {
        return TreeBuilder.pointer(
                "TStreamerBasicType",
                out -> object(
                        out,
                        2,
                        type -> object(type, 4, o -> {
                            RootFileBuilder.named(o, member.name, member.title);
                            o.writeInt(member.code);
                            o.writeInt(8);
                            o.writeInt(member.length);
                            o.writeInt(member.length > 0 ? 1 : 0);
                            o.write(new byte[5 * 4]);
                            string(o, member.type);
                        })));
    }

    private static double[] values(RootTree tree, String column) {
        try (TableCursor cursor = tree.open(List.of(column))) {
            TableBatch batch = Objects.requireNonNull(cursor.next());
            ColumnData data = batch.column(0);
            double[] values = new double[data.start(batch.rows())];
            for (int i = 0; i < values.length; i++) {
                values[i] = data.real(i);
            }
            return values;
        }
    }

    @Test
    void lengthsAndRangesAreThoseOfTheListOfClasses() throws IOException {
        RootFileBuilder file = RootFileBuilder.small()
                .infos(infos(
                        "Hit",
                        VERSION,
                        new Member("charge", "[0,256,8] charge in fC", 9, 0, "Double32_t"),
                        new Member("time", "in ns", 25, 2, "float"),
                        new Member("half", "[0,0,6]", 19, 0, "Float16_t")));
        TreeBuilder tree = new TreeBuilder(file, "t", 2);
        TreeBuilder.Branch hits = tree.branch("Hit").element("Hit", VERSION, -1, 4, -1);
        hits.child("Hit.charge")
                .element("Hit", VERSION, 0, 41, 9)
                .basket(Storage.PLAIN, bytes(o -> o.writeInt(3)), bytes(o -> {
                    o.writeInt(255);
                    o.writeInt(0);
                }));
        hits.child("Hit.time[2]")
                .element("Hit", VERSION, 1, 41, 25)
                .basket(Storage.PLAIN, bytes(o -> o.writeLong(0)), bytes(o -> {
                    for (int i = 1; i <= 4; i++) {
                        o.writeFloat(i);
                    }
                }));
        // 1.25 is exponent 127 and mantissa 0.25, the second highest of 6 bits.
        hits.child("Hit.half").element("Hit", VERSION, 2, 41, 19).basket(Storage.PLAIN, new byte[0], bytes(o -> {
            o.writeByte(127);
            o.writeShort(1 << 4);
        }));
        tree.add();

        RootTree read;
        try (RootFile root = RootFile.open(file.write(folder.resolve("t.root")))) {
            read = root.tree("t");
        }

        assertThat(read.header().columns())
                .containsExactly(
                        new Column(
                                "Hit.charge", ColumnType.FLOAT64, Column.Layout.LIST, 1, "", "[0,256,8] charge in fC"),
                        new Column("Hit.time[2]", ColumnType.FLOAT32, Column.Layout.LIST, 2, "", "in ns"),
                        new Column("Hit.half", ColumnType.FLOAT32, Column.Layout.LIST, 1, "", "[0,0,6]"));
        assertThat(values(read, "Hit.charge")).containsExactly(3, 255, 0);
        assertThat(values(read, "Hit.time")).containsExactly(0, 0, 1, 2, 3, 4);
        assertThat(values(read, "Hit.half")).containsExactly(1.25);
        assertThat(read.branches())
                .extracting(RootBranch::type)
                .containsExactly("Hit", "Double32_t[]", "float[][2]", "Float16_t[]");
    }
}

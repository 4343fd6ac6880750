package hep.aurum.source.root;

import static hep.aurum.source.root.RootFileBuilder.bytes;
import static hep.aurum.source.root.RootFileBuilder.named;
import static hep.aurum.source.root.RootFileBuilder.object;
import static hep.aurum.source.root.RootFileBuilder.string;
import static hep.aurum.source.root.RootFileBuilder.tObject;

import hep.aurum.source.root.RootFileBuilder.Body;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/** Write the bytes of small trees for tests, laid out as ROOT 6 does. */
final class TreeBuilder {

    private final RootFileBuilder file;
    private final String name;
    private final List<Branch> branches = new ArrayList<>();
    private long entries;

    TreeBuilder(RootFileBuilder file, String name, long entries) {
        this.file = file;
        this.name = name;
        this.entries = entries;
    }

    /** Say where a basket is. */
    enum Storage {
        PLAIN,
        ZLIB,
        EMBEDDED
    }

    /** Hold entries that are written together; offsets from the first byte, null where all have one size. */
    private record Block(int entries, byte[] content, int @Nullable [] offsets, Storage storage) {}

    private record Leaf(
            String className,
            String name,
            String title,
            int length,
            boolean isUnsigned,
            @Nullable String counter) {}

    /** Collect what belongs to a branch. */
    static final class Branch {
        private final String name;
        private final String title;
        private final List<Leaf> leaves = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Branch> children = new ArrayList<>();
        private @Nullable String owner;
        private int ownerVersion;
        private int index;
        private int role;
        private int code;
        private String fileName = "";
        private long entries = -1;

        private Branch(String name, String title) {
            this.name = name;
            this.title = title;
        }

        Branch leaf(
                String className,
                String leaf,
                String leafTitle,
                int length,
                boolean isUnsigned,
                @Nullable String counter) {
            leaves.add(new Leaf(className, leaf, leafTitle, length, isUnsigned, counter));
            return this;
        }

        /** Make it part of an object. */
        Branch element(String className, int version, int member, int kind, int memberCode) {
            owner = className;
            ownerVersion = version;
            index = member;
            role = kind;
            code = memberCode;
            leaves.add(new Leaf("TLeafElement", name, name, 1, false, null));
            return this;
        }

        Branch child(String child) {
            Branch branch = new Branch(child, child);
            children.add(branch);
            return branch;
        }

        Branch elsewhere(String other) {
            fileName = other;
            return this;
        }

        Branch claims(long count) {
            entries = count;
            return this;
        }

        /** Add entries of one size. */
        Branch basket(Storage storage, int count, byte[] content) {
            blocks.add(new Block(count, content, null, storage));
            return this;
        }

        /** Add entries of any sizes. */
        Branch basket(Storage storage, byte[]... contents) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            int[] offsets = new int[contents.length];
            for (int i = 0; i < contents.length; i++) {
                offsets[i] = all.size();
                all.writeBytes(contents[i]);
            }
            blocks.add(new Block(contents.length, all.toByteArray(), offsets, storage));
            return this;
        }
    }

    Branch branch(String branch) {
        return branch(branch, branch);
    }

    Branch branch(String branch, String title) {
        Branch added = new Branch(branch, title);
        branches.add(added);
        return added;
    }

    /** Write the baskets into the file and return the object. */
    byte[] build() throws IOException {
        return bytes(out -> object(out, 20, o -> {
            named(o, name, "a title");
            object(o, 2, a -> a.write(new byte[6]));
            object(o, 2, a -> a.write(new byte[4]));
            object(o, 2, a -> a.write(new byte[8]));
            o.writeLong(entries);
            o.write(new byte[4 * 8 + 8 + 5 * 4 + 6 * 8 + 2]);
            features(o);
            list(o, branches.size(), i -> branchPointer(branches.get(i)));
            list(o, 0, i -> new byte[0]);
            o.write(new byte[20]);
        }));
    }

    TreeBuilder add() throws IOException {
        file.top().add(name, 1, "TTree", build());
        return this;
    }

    private static void features(DataOutputStream out) throws IOException {
        object(out, 0, o -> o.write(new byte[5]));
    }

    interface Item {
        byte[] get(int i) throws IOException;
    }

    static void list(DataOutputStream out, int size, Item items) throws IOException {
        object(out, 3, o -> {
            tObject(o, 0);
            string(o, "");
            o.writeInt(size);
            o.writeInt(0);
            for (int i = 0; i < size; i++) {
                o.write(items.get(i));
            }
        });
    }

    /** Write a pointer to an object that stands here. */
    static byte[] pointer(String className, Body object) {
        byte[] body = bytes(object);
        return bytes(out -> {
            out.writeInt(0x40000000 | (4 + className.length() + 1 + body.length));
            out.writeInt(-1);
            out.writeBytes(className);
            out.writeByte(0);
            out.write(body);
        });
    }

    private byte[] branchPointer(Branch branch) throws IOException {
        String owner = branch.owner;
        if (owner == null) {
            return pointer("TBranch", o -> branch(o, branch));
        }
        return pointer(
                "TBranchElement",
                out -> object(out, 10, o -> {
                    branch(o, branch);
                    string(o, owner);
                    string(o, "");
                    string(o, branch.role == 3 ? owner : "");
                    o.writeInt(0);
                    o.writeInt(branch.ownerVersion);
                    o.writeInt(branch.index);
                    o.writeInt(branch.role);
                    o.writeInt(branch.code);
                    o.writeInt(0);
                    o.writeInt(0); // counter
                    o.writeInt(0); // second counter
                }));
    }

    private void branch(DataOutputStream out, Branch branch) throws IOException {
        int full = (int) branch.blocks.stream()
                .filter(block -> block.storage != Storage.EMBEDDED)
                .count();
        int size = branch.blocks.size() + 1;
        int[] lengths = new int[size];
        long[] starts = new long[size];
        long[] seeks = new long[size];
        for (int i = 0; i < branch.blocks.size(); i++) {
            Block block = branch.blocks.get(i);
            starts[i + 1] = starts[i] + block.entries;
            if (block.storage != Storage.EMBEDDED) {
                byte[] record = basket(branch, block, file.next());
                lengths[i] = record.length;
                seeks[i] = file.place(record);
            }
        }
        object(out, 13, o -> {
            named(o, branch.name, branch.title);
            object(o, 2, a -> a.write(new byte[4]));
            o.writeInt(1);
            o.writeInt(32000);
            o.writeInt(1000);
            o.writeInt(full);
            o.writeLong(starts[size - 1]);
            features(o);
            o.writeInt(0);
            o.writeInt(size);
            o.writeInt(0);
            o.writeLong(branch.entries < 0 ? entries : branch.entries);
            o.write(new byte[3 * 8]);
            list(o, branch.children.size(), i -> branchPointer(branch.children.get(i)));
            list(o, branch.leaves.size(), i -> leafPointer(branch.leaves.get(i)));
            list(
                    o,
                    branch.blocks.size(),
                    i -> branch.blocks.get(i).storage == Storage.EMBEDDED
                            ? pointer("TBasket", b -> b.write(embedded(branch, branch.blocks.get(i))))
                            : new byte[4]);
            o.writeByte(1);
            for (int length : lengths) {
                o.writeInt(length);
            }
            o.writeByte(1);
            for (long start : starts) {
                o.writeLong(start);
            }
            o.writeByte(1);
            for (long seek : seeks) {
                o.writeLong(seek);
            }
            string(o, branch.fileName);
        });
    }

    private static byte[] leafPointer(Leaf leaf) {
        boolean isElement = leaf.className.equals("TLeafElement");
        return pointer(
                leaf.className,
                out -> object(out, 1, o -> {
                    object(o, 2, base -> {
                        named(base, leaf.name, leaf.title);
                        base.writeInt(leaf.length);
                        base.writeInt(4);
                        base.writeInt(0);
                        base.writeBoolean(false);
                        base.writeBoolean(leaf.isUnsigned);
                        if (leaf.counter == null) {
                            base.writeInt(0);
                        } else {
                            base.write(leafPointer(new Leaf("TLeafI", leaf.counter, leaf.counter, 1, false, null)));
                        }
                    });
                    o.write(new byte[isElement ? 8 : 0]);
                }));
    }

    /** Return the key of a basket, which ends with what the basket says of itself. */
    private byte[] key(Branch branch, Block block, long offset, int objectLength, int stored, int flag) {
        int keyLength = keyLength(branch);
        return bytes(out -> {
            out.writeInt(keyLength + stored);
            out.writeShort(file.isBig() ? 1004 : 4);
            out.writeInt(objectLength);
            out.writeInt(0);
            out.writeShort(keyLength);
            out.writeShort(0);
            if (file.isBig()) {
                out.writeLong(offset);
                out.writeLong(100);
            } else {
                out.writeInt((int) offset);
                out.writeInt(100);
            }
            string(out, "TBasket");
            string(out, branch.name);
            string(out, name);
            out.writeShort(3);
            out.writeInt(32000);
            out.writeInt(1000);
            out.writeInt(block.entries);
            out.writeInt(keyLength + block.content.length);
            out.writeByte(flag);
        });
    }

    private int keyLength(Branch branch) {
        return file.keyLength("TBasket", branch.name) + name.length() + 19;
    }

    private byte[] basket(Branch branch, Block block, long offset) {
        byte[] content = bytes(out -> {
            out.write(block.content);
            if (block.offsets != null) {
                out.writeInt(block.entries + 1);
                for (int position : block.offsets) {
                    out.writeInt(keyLength(branch) + position);
                }
                out.writeInt(0);
            }
        });
        byte[] zlib = compressed(content);
        // What compression does not make shorter is stored as it is.
        byte[] stored = block.storage == Storage.ZLIB && zlib.length < content.length ? zlib : content;
        byte[] key = key(branch, block, offset, content.length, stored.length, 0);
        return bytes(out -> {
            out.write(key);
            out.write(stored);
        });
    }

    private byte[] embedded(Branch branch, Block block) {
        return bytes(out -> {
            out.write(key(branch, block, 0, 0, 0, block.offsets == null ? 12 : 11));
            if (block.offsets != null) {
                out.writeInt(block.entries);
                for (int position : block.offsets) {
                    out.writeInt(keyLength(branch) + position);
                }
            }
            out.write(new byte[keyLength(branch)]);
            out.write(block.content);
        });
    }

    static byte[] compressed(byte[] content) {
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(zlib)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes(out -> {
            out.writeBytes("ZL");
            out.writeByte(8);
            length(out, zlib.size());
            length(out, content.length);
            zlib.writeTo(out);
        });
    }

    private static void length(DataOutputStream out, int length) throws IOException {
        out.writeByte(length);
        out.writeByte(length >> 8);
        out.writeByte(length >> 16);
    }
}

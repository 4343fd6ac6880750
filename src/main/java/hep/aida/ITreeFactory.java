package hep.aida;

import java.io.IOException;

/** Makes trees. */
public interface ITreeFactory {

    /** Make a tree in memory. */
    ITree create();

    /** Open a file as a tree. */
    ITree create(String storeName) throws IllegalArgumentException, IOException;

    /** Open a file of a type as a tree. */
    ITree create(String storeName, String storeType) throws IllegalArgumentException, IOException;

    /** Open a file of a type as a tree, with options such as {@code automount=false} of the host. */
    ITree create(String storeName, String storeType, boolean readOnly, boolean createNew, String options)
            throws IllegalArgumentException, IOException;
}

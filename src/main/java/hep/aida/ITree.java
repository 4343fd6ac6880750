package hep.aida;

import java.io.IOException;

/** Folders of objects, as in a file system. */
public interface ITree {

    /** Return the name of the file, or an empty text. */
    String storeName();

    /** Return the object at a path. */
    IManagedObject find(String path) throws IllegalArgumentException;

    /** Enter a folder. */
    void cd(String path) throws IllegalArgumentException;

    /** Return the folder that the tree stands in. */
    String pwd();

    /** Return the names in a folder. */
    String[] listObjectNames(String path) throws IllegalArgumentException;

    /** Return the types in a folder. */
    String[] listObjectTypes(String path) throws IllegalArgumentException;

    /** Make a folder; it must not exist. */
    void mkdir(String path) throws IllegalArgumentException;

    /** Make a folder and those above it, if they do not exist. */
    void mkdirs(String path) throws IllegalArgumentException;

    /** Remove a folder and what is in it. */
    void rmdir(String path) throws IllegalArgumentException;

    /** Remove an object. */
    void rm(String path) throws IllegalArgumentException;

    /** Return the path of an object. */
    String findPath(IManagedObject object) throws IllegalArgumentException;

    /** Write the tree to its file. */
    void commit() throws IOException;

    /** Close the tree. */
    void close() throws IOException;
}

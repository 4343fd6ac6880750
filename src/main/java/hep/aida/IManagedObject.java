package hep.aida;

/** An object in a tree. */
public interface IManagedObject {

    /** Return the name in the folder. */
    String name();
}

package hep.aida;

/** What profiles of any dimension have in common. */
public interface IProfile extends IBaseHistogram {

    /** Return the number of entries, those out of range too. */
    int allEntries();
}

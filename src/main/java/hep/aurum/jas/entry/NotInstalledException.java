package hep.aurum.jas.entry;

/** Aurum's files are not where they should be; the message says which, and what to do. */
final class NotInstalledException extends Exception {

    private static final long serialVersionUID = 1;

    NotInstalledException(String message) {
        super(message);
    }
}

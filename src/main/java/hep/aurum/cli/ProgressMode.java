package hep.aurum.cli;

/** How progress is shown on standard error. */
enum ProgressMode {

    /** A bar on a terminal, plain lines elsewhere. */
    AUTO,

    /** One line that is redrawn. */
    BAR,

    /** One line for every task at its end, and one every ten seconds before. */
    PLAIN,

    /** One {@link hep.aurum.base.ProgressRecord} a line, for a parent process. */
    JSON,

    /** Nothing. */
    NONE
}

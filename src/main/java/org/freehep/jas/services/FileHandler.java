package org.freehep.jas.services;

import java.io.File;
import java.io.IOException;
import javax.swing.filechooser.FileFilter;

/** Opens the files of one format. */
public interface FileHandler {

    /** Return whether this handler opens a file. */
    boolean accept(File file) throws IOException;

    /** Return the filter of the dialog that chooses a file. */
    FileFilter getFileFilter();

    /** Open a file. */
    void openFile(File file) throws IOException;
}

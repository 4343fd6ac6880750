package org.freehep.jas.services;

/** Runs scripts of one language. */
public interface ScriptEngine {

    /** Give the scripts a variable. */
    void registerVariable(String name, Object value);

    /** Run a script. */
    void runScript(String text);

    /** Return whether scripts of a type can be run. */
    boolean canAccept(String mimeType);
}

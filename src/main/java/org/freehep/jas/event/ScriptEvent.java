package org.freehep.jas.event;

import java.util.EventObject;
import org.freehep.jas.services.ScriptEngine;

/** A script engine starts; whoever listens may give it variables. */
@SuppressWarnings("serial")
public class ScriptEvent extends EventObject {

    /** Say that an engine starts. */
    public ScriptEvent(ScriptEngine engine) {
        super(engine);
    }

    /** Return the engine. */
    public ScriptEngine getScriptEngine() {
        throw new UnsupportedOperationException();
    }
}

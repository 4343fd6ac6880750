package org.freehep.jas.event;

import java.util.EventObject;
import org.freehep.jas.services.ScriptEngine;

/** Stands in for the host's type in tests, with a body. */
@SuppressWarnings("serial")
public class ScriptEvent extends EventObject {

    public ScriptEvent(ScriptEngine engine) {
        super(engine);
    }

    public ScriptEngine getScriptEngine() {
        return (ScriptEngine) getSource();
    }
}

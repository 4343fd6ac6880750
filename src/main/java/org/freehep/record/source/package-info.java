/** Where the event loop takes its records from. Signatures to compile against, never packaged; the host brings the types. */
package org.freehep.record.source;

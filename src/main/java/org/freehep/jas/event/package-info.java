/** Events that the host broadcasts. Signatures to compile against, never packaged; the host brings the types. */
package org.freehep.jas.event;

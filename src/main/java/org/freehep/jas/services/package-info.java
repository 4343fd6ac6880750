/** What the host and its plugins offer each other. Signatures to compile against, never packaged; the host brings the types. */
package org.freehep.jas.services;

/** The window of the host. Signatures to compile against, never packaged; the host brings the types. */
package org.freehep.application;

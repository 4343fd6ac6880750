/** The host and its plugins. Signatures to compile against, never packaged; the host brings the types. */
package org.freehep.application.studio;

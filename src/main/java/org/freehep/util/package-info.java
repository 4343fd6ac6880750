/** The register of services. Signatures to compile against, never packaged; the host brings the types. */
package org.freehep.util;

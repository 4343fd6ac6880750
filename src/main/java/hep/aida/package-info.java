/** Abstract Interfaces for Data Analysis, version 3.3. Signatures to compile against, never packaged; the host brings the types. Call them, never implement them: other versions have other members. */
package hep.aida;

package hep.aida;

/** A number with errors. */
public interface IMeasurement {

    /** Return the number. */
    double value();

    /** Return the error upwards. */
    double errorPlus();

    /** Return the error downwards. */
    double errorMinus();

    /** Change the number. */
    void setValue(double value) throws IllegalArgumentException;

    /** Change the error upwards. */
    void setErrorPlus(double errorPlus) throws IllegalArgumentException;

    /** Change the error downwards. */
    void setErrorMinus(double errorMinus) throws IllegalArgumentException;
}

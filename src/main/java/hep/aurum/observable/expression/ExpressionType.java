package hep.aurum.observable.expression;

/** Say what an expression stands for. */
public enum ExpressionType {
    /** A number. */
    NUMBER("a number"),
    /** True or false. */
    CONDITION("a condition"),
    /** A four-vector. */
    VECTOR("a four-vector"),
    /** Any number of objects. */
    COLLECTION("a collection");

    private final String description;

    ExpressionType(String description) {
        this.description = description;
    }

    /** Return the type in words, with its article. */
    public String description() {
        return description;
    }
}

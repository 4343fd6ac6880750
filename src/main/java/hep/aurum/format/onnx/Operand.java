package hep.aurum.format.onnx;

/** Stand for what a name of the graph means: a constant, or a tensor with one row for each event. */
sealed interface Operand permits OnnxTensor, Slot {}

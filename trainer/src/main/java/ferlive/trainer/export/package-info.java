/**
 * Writes a trained network as ONNX and holds the file against the network.
 *
 * <p>{@link ferlive.trainer.export.OnnxExporter} walks the DL4J graph with one converter for each
 * layer or vertex class; what it does not know it refuses. The file keeps the model contract that
 * {@code models/README.md} states.
 */
package ferlive.trainer.export;

/**
 * What every user of ONNX Runtime in this process shares: the environment, and the way that a model
 * takes to it. {@link ferlive.app.onnx.OnnxScan} reads the file first; {@link
 * ferlive.app.onnx.OnnxModels} opens it; {@link ferlive.app.onnx.LoadDeadline} gives up on one that
 * is never ready.
 */
package ferlive.app.onnx;

/**
 * Puts the stages together. {@link ferlive.app.pipeline.FaceAnalyzer} is the one class that names
 * them all; no stage knows its neighbour.
 */
package ferlive.app.pipeline;

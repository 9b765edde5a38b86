/**
 * Names the expression of faces.
 *
 * <p>{@link ferlive.app.classify.ModelLoader} finds a model and checks who made it, {@link
 * ferlive.app.classify.EmotionClassifier} opens it on a device and holds it to the contract, {@link
 * ferlive.app.classify.FaceCropper} cuts faces into its input. All but the loader are confined to
 * one thread.
 */
package ferlive.app.classify;

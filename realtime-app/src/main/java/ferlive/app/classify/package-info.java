/**
 * Names the expression of faces: loads and checks a model ({@link
 * ferlive.app.classify.ModelLoader}), cuts faces into the model's input ({@link
 * ferlive.app.classify.FaceCropper}) and runs it ({@link ferlive.app.classify.EmotionClassifier}).
 * Confined to one thread.
 */
package ferlive.app.classify;

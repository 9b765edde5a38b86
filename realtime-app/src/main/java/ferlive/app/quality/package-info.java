/**
 * Measures what is written against what people see: {@link ferlive.app.quality.TruthFile} says how
 * many faces some frames show and with which expression, {@link ferlive.app.quality.QualitySink}
 * compares. Knows nothing of the analysis, only its results.
 */
package ferlive.app.quality;

/**
 * Several models side by side on the same faces. Entry point: {@link
 * ferlive.trainer.compare.Comparison}; it is shown as text, JSON or one HTML page.
 */
package ferlive.trainer.compare;

/** Charts of one look, as PNG, drawn without a screen. */
package ferlive.trainer.chart;

/**
 * What a run comes to: who was seen for how long with which expression, as a summary for the
 * terminal and as a page for the browser. Entry points are {@link ferlive.app.report.SummarySink}
 * and {@link ferlive.app.report.ReportSink}; each is confined to one thread, and its memory does
 * not grow with the length of a run.
 */
package ferlive.app.report;

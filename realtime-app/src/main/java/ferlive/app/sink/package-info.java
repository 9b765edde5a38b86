/** Where results go: window, JSONL, CSV, annotated video. */
package ferlive.app.sink;

/**
 * Keeps pictures: annotated videos, recordings of what is live, snapshots; and deletes those that
 * are old. Every file is readable by its owner only.
 */
package ferlive.app.record;
